BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'Start-ConnectOutboundSandbox' {
    AfterEach {
        Stop-ConnectOutboundSandbox
    }

    It 'runs on loopback, on a port of its own' {
        $one = Start-ConnectOutboundSandbox
        $two = Start-ConnectOutboundSandbox
        $one.EndpointUrl | Should -BeExactly "http://127.0.0.1:$($one.Port)"
        $one.Port | Should -Not -Be $two.Port
        $one.IsRunning | Should -BeTrue
    }

    It 'has the quotas of a new account unless told otherwise' {
        $sandbox = Start-ConnectOutboundSandbox
        $sandbox.RequestsPerSecond, $sandbox.Burst, $sandbox.ConcurrentChats | Should -Be 2, 5, 500
        $none = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -Burst 9 -ConcurrentChat 3
        [double]::IsPositiveInfinity($none.RequestsPerSecond) | Should -BeTrue
        $none.Burst, $none.ConcurrentChats | Should -Be 9, 3
    }

    It 'takes the port it is given, and says when that is taken' {
        $port = Get-FreePort
        (Start-ConnectOutboundSandbox -Port $port).Port | Should -Be $port
        $caught = { Start-ConnectOutboundSandbox -Port $port } | Should -Throw -PassThru
        $caught.FullyQualifiedErrorId | Should -BeExactly 'SandboxNotStarted,ConnectOutbound.Commands.Sandboxes.StartConnectOutboundSandboxCommand'
        $caught.ErrorDetails.RecommendedAction | Should -Match '-Port'
    }

    It 'says what is wrong with parameters that do not go together: <Case>' -ForEach @(
        @{ Case = '-AccessKey without -SecretKey'; With = @{ AccessKey = 'AKIA' }; Text = '-SecretKey' }
        @{ Case = '-SessionToken without -AccessKey'; With = @{ SessionToken = 'x' }; Text = 'AccessKey' }
    ) {
        $caught = { Start-ConnectOutboundSandbox @With } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'SandboxCredentialsIncomplete'
        $caught.Exception.Message | Should -Match $Text
        $caught.Exception.Message | Should -Not -Match 'port' -Because 'the port has nothing to do with it'
    }

    It 'fails every request with -FaultKind alone' {
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultKind InvalidRequest
        $run = Invoke-Run @(Get-Row 5) (Get-Common $sandbox)
        $run.Results.Status | Should -Be (@('Failed') * 5)
        $sandbox.FaultCount, $sandbox.ContactCount | Should -Be 5, 0
    }
}
