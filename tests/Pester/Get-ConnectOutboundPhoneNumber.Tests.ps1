BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'Get-ConnectOutboundPhoneNumber' {
    BeforeEach {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl }
    }

    AfterEach {
        Clear-ConnectOutboundDefault
        Stop-ConnectOutboundSandbox
    }

    It 'lists the numbers of instances that are piped, each with its channel and the ARN that is the source' {
        $numbers = @(Get-ConnectOutboundInstance sandbox @To | Get-ConnectOutboundPhoneNumber @To)
        $numbers.Count | Should -Be 3
        $numbers.Channel | Should -Be 'SMS', 'WhatsApp', $null
        $numbers[0].Source | Should -BeLike 'arn:aws:connect:*:phone-number/*'
        $numbers[0].ImportedFrom | Should -BeLike 'arn:aws:sms-voice:*'
    }

    It 'finds numbers by channel and by wildcard' {
        (Get-ConnectOutboundPhoneNumber -InstanceId sandbox -Channel WhatsApp @To).PhoneNumber | Should -BeExactly $script:Sandbox.PhoneNumbers[1].PhoneNumber
        (Get-ConnectOutboundPhoneNumber '+1206555014[24]' -InstanceId sandbox @To).Count | Should -Be 2
    }

    It 'takes the default instance, and says that there is none' {
        Set-ConnectOutboundDefault -InstanceId sandbox
        @(Get-ConnectOutboundPhoneNumber @To).Count | Should -Be 3
        Clear-ConnectOutboundDefault
        { Get-ConnectOutboundPhoneNumber @To } | Should -Throw -ErrorId 'InstanceIdMissing,*'
    }
}
