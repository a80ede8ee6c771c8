BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'From nothing but an endpoint to a report' {
    BeforeAll {
        $script:Sandbox = Start-ConnectOutboundSandbox
        $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl }
        $script:Journal = @{ RunName = 'journey'; JournalPath = (Join-Path $TestDrive 'journal.db') }
    }

    AfterAll {
        Clear-ConnectOutboundDefault
        $script:Sandbox | Stop-ConnectOutboundSandbox
    }

    It 'finds what it needs, checks, sends by names, waits, stops and reports' {
        $number = Get-ConnectOutboundInstance @To | Get-ConnectOutboundPhoneNumber -Channel SMS @To | Select-Object -First 1
        $flow = $number | Get-ConnectOutboundFlow 'Outbound*' @To | Select-Object -First 1
        $flow.IsUsable | Should -BeTrue
        Set-ConnectOutboundDefault -InstanceId sandbox -ContactFlowId $flow.Name -Source $number.PhoneNumber -Channel SMS

        $rows = @(Get-Row 4) + [pscustomobject]@{ PhoneNumber = 'nobody'; Name = 'Nobody' }
        $sum = $rows | Test-ConnectOutboundChat @To -Message 'Hello {Name}' -Summary
        $sum.WillSend, $sum.Invalid | Should -Be 4, 1

        $results = @($rows | Start-ConnectOutboundChat @To @Journal -Message 'Hello {Name}' -ErrorAction SilentlyContinue)
        @($results | Where-Object Status -EQ 'Started').Count | Should -Be 4
        $body = $script:Sandbox.Contacts[0].Body | ConvertFrom-Json
        $body.InstanceId, $body.ContactFlowId, $body.SourceEndpoint.Address | Should -Be $number.InstanceId, $flow.ContactFlowId, $number.Source

        $started = @($results | Where-Object ContactId)
        @($started | Get-ConnectOutboundContact @To | Where-Object State -EQ 'Active').Count | Should -Be 4
        $started | Select-Object -First 1 | Stop-ConnectOutboundContact @To -Confirm:$false
        $script:Sandbox.EndChats()
        $ended = @($started | Wait-ConnectOutboundContact @To -Timeout 30)
        $ended.State | Should -Be 'Disconnected', 'Disconnected', 'Disconnected', 'Disconnected'

        $report = $results | Export-ConnectOutboundReport (Join-Path $TestDrive 'journey.html') -Title 'Journey'
        $page = Get-Content $report -Raw
        $page | Should -Match '<title>[^<]*Journey'
        $page | Should -Not -Match '2065550100' -Because 'numbers are masked'

        # Again: nobody is written to twice.
        $again = @($rows | Start-ConnectOutboundChat @To @Journal -Message 'Hello {Name}' -ErrorAction SilentlyContinue)
        @($again | Where-Object Status -EQ 'AlreadyStarted').Count | Should -Be 4
        $script:Sandbox.ContactCount | Should -Be 4
    }
}
