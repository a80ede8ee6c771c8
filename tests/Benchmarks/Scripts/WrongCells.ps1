# Plans rows that nobody may be written to by (wrong cells, wrong columns, earlier results, what is no row), mixed with clean ones, and counts what comes
# out. Its exit code is 1 when a row has no result or two, when a wrong one would be sent, or when a clean one would not.
#
#     pwsh -NoProfile -File WrongCells.ps1 -ModuleFolder output/ConnectOutbound -Rows 1000000
param(
    [Parameter(Mandatory)] [string] $ModuleFolder,
    [int] $Rows = 100000,
    [int] $Seed = 20261126
)
. "$PSScriptRoot/Common.ps1"
. "$PSScriptRoot/../../Pester/WrongCellsSupport.ps1"
Import-Module (Join-Path (Resolve-Path $ModuleFolder) 'ConnectOutbound.psd1')
$ErrorActionPreference = 'Stop'

$plan = Get-SendParameter
$plan.Remove('EndpointUrl')
$plan.Message = 'Hello'
$clock = [System.Diagnostics.Stopwatch]::StartNew()
$sum = Measure-WrongCell -Count $Rows -Seed $Seed -With $plan
$sum.WrongPlanned + $sum.CleanNotPlanned | Select-Object -First 20 | ForEach-Object { Write-Host $_ }
[ordered]@{
    Rows            = $sum.Rows
    Results         = $sum.Results
    Repeated        = $sum.Repeated
    Clean           = $sum.Clean
    Wrong           = $sum.Wrong
    Kinds           = $sum.Kinds.Count - 1
    WrongPlanned    = $sum.WrongPlanned.Count
    CleanNotPlanned = $sum.CleanNotPlanned.Count
    Seconds         = [Math]::Round($clock.Elapsed.TotalSeconds, 1)
    PeakMB          = [Math]::Round([System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1e6)
} | ConvertTo-Json -Compress
exit [int]($sum.Results -ne $Rows -or $sum.Repeated -or $sum.WrongPlanned.Count -or $sum.CleanNotPlanned.Count)
