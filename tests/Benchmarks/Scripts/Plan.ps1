<#
.SYNOPSIS
    Plans a CSV, and passes it through ForEach-Object, in turn, in one process.
#>
param([string] $ModuleFolder, [string] $Csv, [int] $Row)
$ErrorActionPreference = 'Stop'
Import-Module $ModuleFolder
. "$PSScriptRoot/Common.ps1"
$plan = Get-SendParameter -Url 'http://127.0.0.1:1'
$plan.Remove('EndpointUrl')
$planned = @()
$passed = @()
for ($i = 0; $i -lt 7; $i++) {
    [GC]::Collect()
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $null = Import-Csv $Csv | Test-ConnectOutboundChat @plan
    $planned += $Row / $clock.Elapsed.TotalSeconds
    [GC]::Collect()
    $clock.Restart()
    $null = Import-Csv $Csv | ForEach-Object { $_ }
    $passed += $Row / $clock.Elapsed.TotalSeconds
}
# The first two rounds warm up.
$plan = ($planned[2..6] | Sort-Object)[2]
$pass = ($passed[2..6] | Sort-Object)[2]
@{ plan_per_second = [Math]::Round($plan); foreach_per_second = [Math]::Round($pass); ratio = [Math]::Round($plan / $pass, 3) } | ConvertTo-Json -Compress
