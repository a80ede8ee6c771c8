BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'Get-ConnectOutboundSandbox' {
    AfterEach {
        Stop-ConnectOutboundSandbox
    }

    It 'gives those that run' {
        $one = Start-ConnectOutboundSandbox
        $two = Start-ConnectOutboundSandbox
        @(Get-ConnectOutboundSandbox).Port | Should -Be $one.Port, $two.Port
        (Get-ConnectOutboundSandbox -Port $two.Port).Port | Should -Be $two.Port
        (Get-ConnectOutboundSandbox $two.Port).Port | Should -Be $two.Port
    }

    It 'gives nothing where none runs' {
        @(Get-ConnectOutboundSandbox).Count | Should -Be 0
    }

    It 'says when none is on the port' {
        $failures = @(Get-ConnectOutboundSandbox -Port (Get-FreePort) -ErrorAction Continue 2>&1)
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'SandboxNotFound,ConnectOutbound.Commands.Sandboxes.GetConnectOutboundSandboxCommand'
        $failures[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}
