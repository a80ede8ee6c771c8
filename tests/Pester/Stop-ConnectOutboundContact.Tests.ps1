BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'Stop-ConnectOutboundContact' {
    BeforeEach {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl }
        $script:Nobody = [guid]::NewGuid().ToString()
    }

    AfterEach {
        Clear-ConnectOutboundDefault
        Stop-ConnectOutboundSandbox
    }

    It 'ends contacts, and says nothing' {
        $started = Start-Contact 3
        $started | Stop-ConnectOutboundContact @script:To | Should -BeNullOrEmpty
        $script:Sandbox.ActiveChatCount | Should -Be 0
    }

    It 'says with -PassThru and -Verbose what had ended already' {
        $started = Start-Contact 2
        $script:Sandbox.EndContact($started[0].ContactId)
        $run = Invoke-Run $started (@{ PassThru = $true; Verbose = $true } + $script:To) 'Stop-ConnectOutboundContact'
        $run.Errors | Should -BeNullOrEmpty
        ($run.Results | Where-Object ContactId -EQ $started[0].ContactId).ConnectState | Should -BeExactly 'NotActive'
        ($run.Results | Where-Object ContactId -EQ $started[1].ContactId).ConnectState | Should -BeExactly 'Stopped'
        @($run.Verbose -match 'had ended before').Count | Should -Be 1
    }

    It 'says that a contact does not exist, and goes on' {
        $started = Start-Contact
        $nobody = [pscustomobject]@{ ContactId = $script:Nobody; InstanceId = $script:InstanceId }
        $run = Invoke-Run @($nobody, $started) (@{ PassThru = $true } + $script:To) 'Stop-ConnectOutboundContact'
        $run.Errors | Get-ErrorName | Should -BeExactly 'ContactNotFound'
        @($run.Results).Count | Should -Be 2
        @($run.Results.ConnectState | Where-Object { $_ }) | Should -Be 'Stopped'
        $script:Sandbox.ActiveChatCount | Should -Be 0
    }

    It 'ends nothing with -WhatIf' {
        $started = Start-Contact 2
        $before = $script:Sandbox.RequestCount
        $started | Stop-ConnectOutboundContact @script:To -WhatIf | Should -BeNullOrEmpty
        $script:Sandbox.RequestCount | Should -Be $before
        $script:Sandbox.ActiveChatCount | Should -Be 2
    }

    It 'takes what Get-ConnectOutboundContact gives' {
        $started = Start-Contact 2
        $started | Get-ConnectOutboundContact @script:To | Where-Object State -EQ Active | Stop-ConnectOutboundContact @script:To
        $script:Sandbox.ActiveChatCount | Should -Be 0
    }

    It 'ends with one error that names the permission' {
        $denied = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultRate 1 -FaultKind AccessDenied
        $caught = { Stop-ConnectOutboundContact 'one', 'two' -InstanceId $script:InstanceId -EndpointUrl $denied.EndpointUrl -ErrorAction Stop } |
            Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'AccessDenied'
        $caught.ErrorDetails.RecommendedAction | Should -Match 'connect:StopContact'
    }
}
