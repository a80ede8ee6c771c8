<#
.SYNOPSIS
    Sends samples/contacts.csv to a sandbox at the default rate, and shows the results.
.DESCRIPTION
    Takes the staged module at output/ConnectOutbound: build it first, with ./build.sh or ./build.ps1.
    Needs no AWS account, no credentials and no configuration; nothing leaves this computer.
    25 rows take about 10 seconds: 5 at once, then 2 a second. Then it runs a second time, which starts nothing. Ends with exit code 1
    where the first run did not start all rows, or the second any.
.EXAMPLE
    ./samples/quickstart.ps1
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$module = Join-Path $PSScriptRoot '../output/ConnectOutbound'
if (-not (Test-Path $module)) {
    throw 'The module is not built yet: run ./build.sh (or ./build.ps1) first.'
}
Import-Module $module

# The quotas of a new account: 2 requests a second, 5 at once, 500 concurrent chats.
$sandbox = Start-ConnectOutboundSandbox
$folder = Join-Path ([System.IO.Path]::GetTempPath()) "ConnectOutbound-$([guid]::NewGuid())"
try {
    # The file has columns for message templates, too; they are left out here.
    $rows = @(Import-Csv (Join-Path $PSScriptRoot 'contacts.csv') | Select-Object * -ExcludeProperty Template.*)
    $send = @{
        Source        = 'arn:aws:connect:us-east-1:111122223333:phone-number/0b8d2a4e-1f7c-4f6a-9b58-3d1c7e2a9f10'
        InstanceId    = '5c1e7f3a-2b9d-4e86-8a47-6f0d9c3b1e25'
        ContactFlowId = '9d4b6e21-7a3c-4f58-b0e9-1c2d3a4b5f67'
        Channel       = 'SMS'
        Message       = 'Hello {Name}, your order {Attribute.OrderId} is ready.'
        Region        = 'us-east-1'
        EndpointUrl   = $sandbox.EndpointUrl
        # What the run has started is remembered there.
        RunName       = 'quickstart'
        JournalPath   = Join-Path $folder 'journal.db'
    }
    $results = @($rows | Start-ConnectOutboundChat @send -TotalCount $rows.Count -ErrorAction Continue)

    $results | Sort-Object RowNumber | Format-Table RowNumber, Destination, Status, Attempts, ContactId | Out-Host
    $counts = $results | Group-Object Status -NoElement | ForEach-Object { "$($_.Count) $($_.Name)" }
    "$($results.Count) rows: $($counts -join ', ')."
    "The sandbox received $($sandbox.RequestCount) requests, throttled $($sandbox.ThrottledCount), " +
        "and created $($sandbox.ContactCount) contacts. What $($rows[0].PhoneNumber) would read:"
    $sandbox.Contacts | Where-Object Destination -EQ $rows[0].PhoneNumber | Select-Object -ExpandProperty Message
    $started = @($results | Where-Object Status -EQ Started).Count

    $again = @($rows | Start-ConnectOutboundChat @send -ErrorAction Continue)
    $counts = $again | Group-Object Status -NoElement | ForEach-Object { "$($_.Count) $($_.Name)" }
    "The same run again: $($counts -join ', '). The sandbox still has $($sandbox.ContactCount) contacts."
    $startedBefore = @($again | Where-Object Status -EQ AlreadyStarted).Count
}
finally {
    Stop-ConnectOutboundSandbox -Sandbox $sandbox
    Remove-Item $folder -Recurse -ErrorAction Ignore
}
if ($started -ne 25 -or $startedBefore -ne 25) {
    exit 1
}
