# Sends rows of every kind of object through one command and counts what comes out. Its exit code is 1 when that is not one result for each row.
#
#     pwsh -NoProfile -File Fuzz.ps1 -ModuleFolder output/ConnectOutbound -Command Test -Rows 1000000
param(
    [Parameter(Mandatory)] [string] $ModuleFolder,
    [ValidateSet('Test', 'Start', 'PassThru', 'RunName', 'RequireAllValid')] [string] $Command = 'Test',
    [int] $Rows = 100000,
    [int] $Seed = 1,
    # All rows are valid, with whatever they hold in columns that nothing uses.
    [switch] $Valid
)
. "$PSScriptRoot/Common.ps1"
. "$PSScriptRoot/../../Pester/FuzzSupport.ps1"
Import-Module (Join-Path $ModuleFolder 'ConnectOutbound.psd1')
$ErrorActionPreference = 'SilentlyContinue'

$send = Get-SendParameter
$send.Remove('EndpointUrl')
$send.Message = 'Hello {Greeting}'
$send.AttributeColumn = 'Note'
$journal = Join-Path ([System.IO.Path]::GetTempPath()) "fuzz-$PID.db"
$sandbox = $null
if ($Command -ne 'Test') {
    $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000000
    $send.EndpointUrl = $sandbox.EndpointUrl
}
switch ($Command) {
    'PassThru' { $send.PassThru = $true }
    'RequireAllValid' { $send.RequireAllValid = $true }
    'RunName' { $send.RunName = "fuzz $Seed"; $send.JournalPath = $journal }
}

$cmdlet = $Command -eq 'Test' ? 'Test-ConnectOutboundChat' : 'Start-ConnectOutboundChat'
# One bit a row, so that the counting does not grow beside what it measures.
$seen = [System.Collections.BitArray]::new($Rows + 1)
$count = @{ In = $Rows; Out = 0; Repeated = 0; Exceptions = 0; Status = @{} }
$clock = [System.Diagnostics.Stopwatch]::StartNew()
try {
    (Get-HostileRow $Seed).Make($Rows, $Valid.IsPresent) | & $cmdlet @send | ForEach-Object {
        $count.Out++
        if ($Command -eq 'PassThru') {
            $count.Status[[string]$_.ConnectStatus]++
        }
        else {
            $count.Status[[string]$_.Status]++
            if ($seen[$_.RowNumber]) { $count.Repeated++ }
            $seen[$_.RowNumber] = $true
        }
    }
}
catch {
    $count.Exceptions++
    Write-Host "$_`n$($_.ScriptStackTrace)`n$($_.Exception)"
}
finally {
    $sandbox | Stop-ConnectOutboundSandbox
    Remove-Item "$journal*"
}

$count.Seconds = [Math]::Round($clock.Elapsed.TotalSeconds, 1)
$count.PeakMB = [Math]::Round([System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1e6)
$count | ConvertTo-Json -Compress
exit [int]($count.Out -ne $Rows -or $count.Repeated -gt 0 -or $count.Exceptions -gt 0)
