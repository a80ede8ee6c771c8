BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'Stop-ConnectOutboundSandbox' {
    BeforeEach {
        $script:One = Start-ConnectOutboundSandbox
        $script:Two = Start-ConnectOutboundSandbox
    }

    AfterEach {
        Stop-ConnectOutboundSandbox
    }

    It 'stops those of the pipeline' {
        $script:One | Stop-ConnectOutboundSandbox
        $script:One.IsRunning, $script:Two.IsRunning | Should -Be $false, $true
    }

    It 'stops the one given as an argument' {
        Stop-ConnectOutboundSandbox $script:Two
        $script:One.IsRunning, $script:Two.IsRunning | Should -Be $true, $false
    }

    It 'stops the one on a port' {
        Stop-ConnectOutboundSandbox -Port $script:Two.Port
        $script:One.IsRunning, $script:Two.IsRunning | Should -Be $true, $false
    }

    It 'stops all without an argument' {
        Stop-ConnectOutboundSandbox
        $script:One.IsRunning, $script:Two.IsRunning | Should -Be $false, $false
    }

    It 'stops none where the pipeline is empty' {
        @() | Stop-ConnectOutboundSandbox
        Get-ConnectOutboundSandbox | Where-Object Port -EQ 1 | Stop-ConnectOutboundSandbox
        $script:One.IsRunning, $script:Two.IsRunning | Should -Be $true, $true
    }

    It 'stops none with -WhatIf' {
        Stop-ConnectOutboundSandbox -WhatIf
        $script:One.IsRunning, $script:Two.IsRunning | Should -Be $true, $true
    }

    It 'takes one that was stopped already' {
        $script:One | Stop-ConnectOutboundSandbox
        $script:One | Stop-ConnectOutboundSandbox -ErrorAction Stop
        $script:One.IsRunning, $script:Two.IsRunning | Should -Be $false, $true
    }

    It 'says when none is on the port' {
        $failures = @(Stop-ConnectOutboundSandbox -Port (Get-FreePort) -ErrorAction Continue 2>&1)
        $failures[0] | Get-ErrorName | Should -BeExactly 'SandboxNotFound'
        $script:One.IsRunning | Should -BeTrue
    }
}
