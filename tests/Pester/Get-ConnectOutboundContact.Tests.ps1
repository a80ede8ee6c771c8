BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'Get-ConnectOutboundContact' {
    BeforeEach {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl }
        $script:Journal = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        $script:Nobody = [guid]::NewGuid().ToString()
    }

    AfterEach {
        Clear-ConnectOutboundDefault
        Stop-ConnectOutboundSandbox
    }

    It 'gives a state for each result that is piped in' {
        $started = Start-Contact 3
        $script:Sandbox.EndContact($started[1].ContactId, 'CUSTOMER_DISCONNECT')
        $states = @($started | Get-ConnectOutboundContact @script:To)
        $states[0] | Should -BeOfType ConnectOutbound.OutboundContactState
        @($states.ContactId | Sort-Object) | Should -Be @($started.ContactId | Sort-Object)
        $ended = $states | Where-Object State -EQ Disconnected
        $ended.ContactId | Should -BeExactly $started[1].ContactId
        $ended.DisconnectReason | Should -BeExactly 'CUSTOMER_DISCONNECT'
        $ended.DisconnectedAt | Should -Not -BeNullOrEmpty
        $ended.Channel, $ended.Destination | Should -Be 'SMS', '+12065550101'
        $ended.Input.RowNumber | Should -Be 2
        @($states | Where-Object State -EQ Active).Count | Should -Be 2
    }

    It 'takes results from <Kind>' -ForEach @(
        @{ Kind = 'a CSV'; Save = { param($r, $f) $r | Export-Csv $f }; Load = { param($f) Import-Csv $f } }
        @{ Kind = 'Clixml'; Save = { param($r, $f) $r | Export-Clixml $f }; Load = { param($f) Import-Clixml $f } }
        @{ Kind = 'JSON'; Save = { param($r, $f) $r | ConvertTo-Json -AsArray | Set-Content $f }; Load = { param($f) Get-Content -Raw $f | ConvertFrom-Json } }
    ) {
        $file = Join-Path $TestDrive 'results'
        $started = Start-Contact 2
        & $Save $started $file
        @(& $Load $file | Get-ConnectOutboundContact @script:To).ContactId | Sort-Object | Should -Be @($started.ContactId | Sort-Object)
    }

    It 'takes ids, with the instance from <Where>' -ForEach @(
        @{ Where = 'an argument'; Default = $false }
        @{ Where = 'the default'; Default = $true }
    ) {
        $started = Start-Contact 2
        $more = @{}
        if ($Default) { Set-ConnectOutboundDefault -InstanceId $script:InstanceId } else { $more.InstanceId = $script:InstanceId }
        @(Get-ConnectOutboundContact $started.ContactId @script:To @more).Count | Should -Be 2
        @($started.ContactId | Get-ConnectOutboundContact @script:To @more).Count | Should -Be 2
        @(@{ ContactId = $started[0].ContactId } | Get-ConnectOutboundContact @script:To @more).Count | Should -Be 1
    }

    It 'prefers what -PassThru added to a column of the customer''s own' {
        $started = Start-Contact
        $row = [pscustomobject]@{ ContactId = 'CRM-7'; ConnectContactId = $started.ContactId; InstanceId = $script:InstanceId }
        ($row | Get-ConnectOutboundContact @script:To).ContactId | Should -BeExactly $started.ContactId
        $row.ConnectContactId = ''
        $row | Get-ConnectOutboundContact @script:To -WarningAction Ignore | Should -BeNullOrEmpty
    }

    It 'says that there is no such contact, and goes on' {
        $started = Start-Contact
        $run = Invoke-Run @([pscustomobject]@{ ContactId = $script:Nobody; InstanceId = $script:InstanceId }, $started) $script:To 'Get-ConnectOutboundContact'
        $run.Results.ContactId | Should -BeExactly $started.ContactId
        $run.Errors | Get-ErrorName | Should -BeExactly 'ContactNotFound'
        $run.Errors[0].TargetObject.ContactId | Should -BeExactly $script:Nobody
        $run.Errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $run.Errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'passes over what has no contact: a verbose line each, and one warning' {
        $started = Start-Contact
        $rows = [pscustomobject]@{ PhoneNumber = '+12065550100'; ContactId = $null }, $started, @{ Status = 'Invalid' }
        $run = Invoke-Run $rows (@{ Verbose = $true } + $script:To) 'Get-ConnectOutboundContact'
        $run.Results.Count | Should -Be 1
        $run.Errors | Should -BeNullOrEmpty
        @($run.Verbose -match 'no contact id').Count | Should -Be 2
        $run.Warnings.Count | Should -Be 1
        "$($run.Warnings[0])" | Should -Match '^2 of 3 '
    }

    It 'says what is wrong with <Case>' -ForEach @(
        @{ Case = 'a phone number'; Row = @{ ContactId = '+1 206 555 0100'; InstanceId = 'x' }; Id = 'ContactIdInvalid' }
        @{ Case = 'a missing instance'; Row = @{ ContactId = 'abc' }; Id = 'InstanceIdMissing' }
    ) {
        $run = Invoke-Run @([pscustomobject]$Row) $script:To 'Get-ConnectOutboundContact'
        $run.Errors | Get-ErrorName | Should -BeExactly $Id
        $run.Errors | Get-ShownText | Should -Not -Match '555'
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'ends with one error that names the permission' {
        $denied = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultRate 1 -FaultKind AccessDenied
        $rows = 1..20 | ForEach-Object { @{ ContactId = "contact-$_"; InstanceId = $script:InstanceId } }
        $caught = { $rows | Get-ConnectOutboundContact -EndpointUrl $denied.EndpointUrl -ErrorAction Stop } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'AccessDenied'
        $caught.ErrorDetails.RecommendedAction | Should -Match 'connect:DescribeContact'
        $denied.RequestCount | Should -BeLessThan 20
    }

    It 'with -PassThru refreshes the rows of a CSV, with nothing lost' {
        $file = Join-Path $TestDrive 'results.csv'
        $with = Get-Common $script:Sandbox @{ PassThru = $true; InstanceId = $script:InstanceId }
        @(@([pscustomobject]@{ PhoneNumber = 'no number'; Name = 'x' }) + @(Get-Row 2) | Start-ConnectOutboundChat @with -ErrorAction Ignore) |
            Sort-Object Name -Descending | Export-Csv $file
        $id = (Import-Csv $file | Where-Object Name -EQ 'Customer 1').ConnectContactId
        $script:Sandbox.EndContact($id, 'CUSTOMER_DISCONNECT')

        foreach ($time in 1, 2) {
            $rows = @(Import-Csv $file | Get-ConnectOutboundContact @script:To -InstanceId $script:InstanceId -PassThru -WarningAction Ignore)
            $rows | Export-Csv $file
        }

        $read = @(Import-Csv $file)
        $read.Count | Should -Be 3
        @($read | Where-Object Name -EQ 'x').ConnectState | Should -BeNullOrEmpty
        ($read | Where-Object Name -EQ 'Customer 0').ConnectState | Should -BeExactly 'Active'
        $ended = $read | Where-Object Name -EQ 'Customer 1'
        $ended.ConnectState, $ended.ConnectDisconnectReason, $ended.ConnectContactId | Should -Be 'Disconnected', 'CUSTOMER_DISCONNECT', $id
        $ended.ConnectDisconnectedAt | Should -Not -BeNullOrEmpty
    }

    It 'with -PassThru marks a contact that is not there' {
        $row = [pscustomobject]@{ ContactId = $script:Nobody; InstanceId = $script:InstanceId; Name = 'x' }
        $run = Invoke-Run @($row) (@{ PassThru = $true } + $script:To) 'Get-ConnectOutboundContact'
        $run.Results[0].ConnectState, $run.Results[0].Name | Should -Be 'NotFound', 'x'
        $run.Errors | Get-ErrorName | Should -BeExactly 'ContactNotFound'
    }

    It 'tells the journal of a named run, and asks no more for what has ended' {
        $started = Start-Contact 3 @{ RunName = 'spring'; JournalPath = $script:Journal }
        $script:Sandbox.EndContact($started[0].ContactId, 'AGENT_DISCONNECT')
        @(Get-ConnectOutboundContact -RunName ' spring ' -JournalPath $script:Journal @script:To).Count | Should -Be 3
        $listed = @(Get-ConnectOutboundRun spring -Contact -JournalPath $script:Journal)
        $listed.ConnectState | Should -Be 'Disconnected', 'Active', 'Active'
        $listed[0].ConnectDisconnectReason | Should -BeExactly 'AGENT_DISCONNECT'
        $listed[0] | Should -BeOfType ConnectOutbound.OutboundContact

        $before = $script:Sandbox.RequestCount
        $again = @(Get-ConnectOutboundContact -RunName spring -JournalPath $script:Journal @script:To)
        $script:Sandbox.RequestCount - $before | Should -Be 2
        ($again | Where-Object State -EQ Disconnected).DisconnectReason | Should -BeExactly 'AGENT_DISCONNECT'
        $again.Count | Should -Be 3
    }

    It 'says that the journal has no such run' {
        $null = Start-Contact 1 @{ RunName = 'spring'; JournalPath = $script:Journal }
        $run = { Get-ConnectOutboundContact -RunName autumn -JournalPath $script:Journal @script:To -ErrorAction Stop } | Should -Throw -PassThru
        $run | Get-ErrorName | Should -BeExactly 'RunNotFound'
    }

    It 'with -RunName leaves in the journal when it was asked, which Get-ConnectOutboundRun -Contact shows' {
        $null = Start-Contact 2 @{ RunName = 'spring'; JournalPath = $script:Journal }
        $contacts = { @(Get-ConnectOutboundRun spring -Contact -JournalPath $script:Journal) }
        (& $contacts).ConnectStateSeenAt | Should -Be $null, $null
        $null = Get-ConnectOutboundContact -RunName spring -JournalPath $script:Journal @script:To
        $seen = & $contacts
        foreach ($one in $seen) {
            $one.ConnectStateSeenAt | Should -BeOfType DateTimeOffset
            $one.ConnectStateSeenAt | Should -BeGreaterThan $one.StartedAt
        }
        ($seen | Format-List | Out-String) | Should -Match 'ConnectStateSeenAt'
        $again = @($seen | Get-ConnectOutboundContact @script:To -PassThru)
        $again[0].ConnectStateSeenAt | Should -BeGreaterOrEqual (& $contacts)[0].ConnectStateSeenAt
    }

    It 'takes what a run''s contacts are piped as' {
        $null = Start-Contact 2 @{ RunName = 'spring'; JournalPath = $script:Journal }
        @(Get-ConnectOutboundRun spring -Contact -JournalPath $script:Journal | Get-ConnectOutboundContact @script:To).State | Should -Be 'Active', 'Active'
    }

    It 'is given up by who has had enough' {
        $started = Start-Contact 10
        @($started | Get-ConnectOutboundContact @script:To | Select-Object -First 1).Count | Should -Be 1
    }
}
