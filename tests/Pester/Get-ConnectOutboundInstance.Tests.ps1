BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'Get-ConnectOutboundInstance' {
    # A sandbox for each test: five requests go at once to one, further lists at two a second.
    BeforeEach {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl }
    }

    AfterEach {
        Stop-ConnectOutboundSandbox
    }

    It 'lists all instances, page after page' {
        1..25 | ForEach-Object { $null = $script:Sandbox.AddInstance("extra-$_") }
        $instances = @(Get-ConnectOutboundInstance @To)
        $instances.Count | Should -Be 26
        $instances[0].Alias | Should -BeExactly 'sandbox'
        $instances[0].InstanceId | Should -BeExactly $script:Sandbox.Instances[0].InstanceId
        $script:Sandbox.RequestCount | Should -Be 3
    }

    It 'finds an instance by alias, wildcard or id' {
        'extra-1', 'extra-12', 'extra-2' | ForEach-Object { $null = $script:Sandbox.AddInstance($_) }
        (Get-ConnectOutboundInstance sandbox @To).Alias | Should -BeExactly 'sandbox'
        (Get-ConnectOutboundInstance extra-1* @To).Alias | Should -Be 'extra-1', 'extra-12'
        (Get-ConnectOutboundInstance $script:Sandbox.Instances[0].InstanceId @To).Alias | Should -BeExactly 'sandbox'
        { Get-ConnectOutboundInstance nobody @To -ErrorAction Stop } | Should -Throw -ErrorId 'InstanceNotFound,*'
        Get-ConnectOutboundInstance nobody* @To -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'says that nobody answers' {
        $to = @{ EndpointUrl = 'http://127.0.0.1:9'; AccessKey = 'AKIAEXAMPLE'; SecretKey = 's'; Region = 'us-east-1' }
        { Get-ConnectOutboundInstance @to } | Should -Throw -ErrorId 'EndpointUnreachable,*'
    }
}
