BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'Get-ConnectOutboundFlow' {
    BeforeEach {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl }
        1..230 | ForEach-Object { $null = $script:Sandbox.AddFlow("Flow $_") }
    }

    AfterEach {
        Stop-ConnectOutboundSandbox
    }

    It 'lists flows of the instance once, those that take contacts first, however many numbers name it' {
        $flows = @(Get-ConnectOutboundInstance sandbox @To | Get-ConnectOutboundPhoneNumber @To | Get-ConnectOutboundFlow @To)
        @($flows | Where-Object Name -Like 'Flow *').Count | Should -Be 230
        @($flows.ContactFlowId | Sort-Object -Unique).Count | Should -Be $flows.Count
        $idle = @($flows | Where-Object { -not $_.IsUsable })
        $idle.Count | Should -BeGreaterThan 0
        $flows[-$idle.Count].IsUsable | Should -BeFalse
        $flows[$flows.Count - $idle.Count - 1].IsUsable | Should -BeTrue
    }

    It 'says that no instance is given, or that there is no such instance' {
        $null = $script:Sandbox.AddInstance('extra-1')
        { Get-ConnectOutboundFlow @To } | Should -Throw -ErrorId 'InstanceIdMissing,*'
        { Get-ConnectOutboundFlow -InstanceId nobody @To -ErrorAction Stop } | Should -Throw -ErrorId 'InstanceNotFound,*' -ExpectedMessage '*extra-*'
    }

    It 'stops when something downstream has enough' {
        (Get-ConnectOutboundFlow -InstanceId $script:Sandbox.Instances[0].InstanceId @To | Select-Object -First 1).IsUsable | Should -BeTrue
        $script:Sandbox.RequestCount | Should -Be 1
    }
}
