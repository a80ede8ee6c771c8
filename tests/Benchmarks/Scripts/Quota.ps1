<#
.SYNOPSIS
    Sends a CSV to a sandbox with the quota of a new account, with the default rate.
#>
param([string] $ModuleFolder, [string] $Csv, [int] $Row)
$ErrorActionPreference = 'Stop'
Import-Module $ModuleFolder
. "$PSScriptRoot/Common.ps1"
$sandbox = Start-ConnectOutboundSandbox
$send = Get-SendParameter -Url $sandbox.EndpointUrl
$send.Remove('RequestsPerSecond')
$send.Remove('Burst')
$clock = [System.Diagnostics.Stopwatch]::StartNew()
$results = Import-Csv $Csv | Start-ConnectOutboundChat @send
$seconds = $clock.Elapsed.TotalSeconds
if (@($results | Where-Object Status -EQ Started).Count -ne $Row) { throw 'Not every row was started.' }
@{ count = $Row; seconds = [Math]::Round($seconds, 3); ideal = ($Row - 5) / 2; throttled = $sandbox.ThrottledCount } | ConvertTo-Json -Compress
Stop-ConnectOutboundSandbox
