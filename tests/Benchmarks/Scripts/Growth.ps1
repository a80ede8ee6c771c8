<#
.SYNOPSIS
    Sends files of several sizes in one process, after a warm-up, and gives the median time of a row for each.
#>
param([string] $ModuleFolder, [string] $Url, [string] $File)
$ErrorActionPreference = 'Stop'
Import-Module $ModuleFolder
. "$PSScriptRoot/Common.ps1"
$send = Get-SendParameter -Url $Url
$files = foreach ($pair in $File -split '\|') {
    $count, $path = $pair -split '=', 2
    [pscustomobject]@{ Count = [int]$count; Path = $path }
}
$warmUp = ($files | Where-Object Count -EQ 100000).Path
# The runtime goes on compiling for some hundred thousand rows.
for ($i = 0; $i -lt 8; $i++) {
    Import-Csv $warmUp | Start-ConnectOutboundChat @send | & { process { } }
}
$median = foreach ($one in $files) {
    # About as many rows for each size.
    $times = for ($i = 0; $i -lt [Math]::Clamp(200000 / $one.Count, 1, 51); $i++) {
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        Import-Csv $one.Path | Start-ConnectOutboundChat @send | & { process { } }
        $clock.Elapsed.TotalMicroseconds / $one.Count
    }
    $sorted = @($times | Sort-Object)
    [Math]::Round($sorted[[Math]::Floor(($sorted.Count - 1) / 2)], 2)
}
@{ us_per_row = $median } | ConvertTo-Json -Compress
