<#
.SYNOPSIS
    Sends a CSV to an endpoint without a rate limit, and says what a row cost. Rows up to -From warm up and are not measured.
#>
param(
    [string] $ModuleFolder,
    [string] $Url,
    [string] $Csv,
    [int] $Row,
    [int] $From = 0,
    [int] $ThrottleLimit = 64,
    [string] $RunName,
    [string] $JournalPath,
    [string] $Status = 'Started'
)
$ErrorActionPreference = 'Stop'
Import-Module $ModuleFolder
. "$PSScriptRoot/Common.ps1"
$send = Get-SendParameter -Url $Url -ThrottleLimit $ThrottleLimit -RunName $RunName -JournalPath $JournalPath
$meter = Start-Meter
$count = 0
$bad = 0
$expected = [ConnectOutbound.OutboundStatus] $Status
Import-Csv $Csv | Start-ConnectOutboundChat @send | & {
    process {
        if ($_.Status -ne $expected) { Set-Variable bad ($bad + 1) -Scope 1 }
        if (++$count -eq $From) { Set-Variable meter (Start-Meter) -Scope 1 }
    }
}
if ($bad) { throw "$bad rows were not $Status." }
Stop-Meter $meter ($Row - $From) | ConvertTo-Json -Compress
