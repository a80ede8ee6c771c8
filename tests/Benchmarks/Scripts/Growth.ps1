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
function Measure-Row {
    param($File, [int] $Times)
    for ($i = 0; $i -lt $Times; $i++) {
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        Import-Csv $File.Path | Start-ConnectOutboundChat @send | & { process { } }
        $clock.Elapsed.TotalMicroseconds / $File.Count
    }
}

# The runtime goes on compiling for some hundred thousand rows, and what a run does once for some dozens of runs.
$null = Measure-Row ($files | Where-Object Count -EQ 100000) 8
$null = Measure-Row ($files | Where-Object Count -EQ 1000) 100
# Each size in turn with the others, the small ones before and after each of the largest: the speed of a machine that others use, too, changes within minutes.
$times = @{}
foreach ($size in 'small', 'large', 'small', 'large', 'small') {
    foreach ($one in $files | Where-Object { ($_.Count -ge 1000000) -eq ($size -eq 'large') }) {
        $times[$one.Count] += @(Measure-Row $one ([Math]::Clamp(100000 / $one.Count, 1, 25)))
    }
}
$median = foreach ($one in $files) {
    $sorted = @($times[$one.Count] | Sort-Object)
    [Math]::Round($sorted[[Math]::Floor(($sorted.Count - 1) / 2)], 2)
}
@{ us_per_row = $median } | ConvertTo-Json -Compress
