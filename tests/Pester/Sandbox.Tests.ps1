BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'A sandbox' {
    AfterEach {
        Stop-ConnectOutboundSandbox
    }

    It 'shows what it received' {
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $with = Get-Common $sandbox @{ Attribute = @{ OrderId = 'A-1' } }
        $result = Get-Row | Start-ConnectOutboundChat @with
        $contact = $sandbox.Contacts[0]
        $contact.ContactId | Should -BeExactly $result.ContactId
        $contact.Destination | Should -BeExactly '+12065550100'
        $contact.Source | Should -BeExactly $script:SourceArn
        $contact.Subtype | Should -BeExactly 'connect:SMS'
        $contact.Message | Should -BeExactly 'Hello'
        $contact.Attributes['OrderId'] | Should -BeExactly 'A-1'
        $contact.InstanceId | Should -BeExactly $script:InstanceId
        $contact.ContactFlowId | Should -BeExactly $script:FlowId
        $contact.ClientToken | Should -BeExactly $result.ClientToken
        $contact.Body | ConvertFrom-Json | Should -Not -BeNullOrEmpty
        $sandbox.ContactCount, $sandbox.RequestCount, $sandbox.ActiveChatCount | Should -Be 1, 1, 1
    }

    It 'forgets when it is cleared' {
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $with = Get-Common $sandbox
        $null = Get-Row | Start-ConnectOutboundChat @with
        $sandbox.Clear()
        $sandbox.ContactCount, $sandbox.RequestCount, $sandbox.Contacts.Count | Should -Be 0, 0, 0
    }

    It 'keeps what it received when it was stopped' {
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $with = Get-Common $sandbox
        $null = Get-Row | Start-ConnectOutboundChat @with
        $sandbox | Stop-ConnectOutboundSandbox
        $sandbox.IsRunning | Should -BeFalse
        $sandbox.Contacts.Count | Should -Be 1
        Get-ConnectOutboundSandbox | Should -BeNullOrEmpty
    }

    It 'is shown as a table' {
        Start-ConnectOutboundSandbox | Out-String | Should -Match 'EndpointUrl\s+Running\s+Contacts'
    }

    It 'has two templates at first, and more can be added' {
        $sandbox = Start-ConnectOutboundSandbox
        $sandbox.Templates.Count | Should -Be 2
        $added = $sandbox.AddTemplate('Mine', 'SMS', 'Hello {{Attributes.Custom.Name}}')
        $sandbox.Templates[2] | Should -Be $added
        $added.Channel | Should -Be 'SMS'
        { $sandbox.AddTemplate('Mine', 'SMS', 'again') } | Should -Throw '*unique*'
    }
}

Describe 'Removing the module' {
    It 'stops its sandboxes' {
        $child = Invoke-ChildJson -Script @'
$sandbox = Start-ConnectOutboundSandbox
Remove-Module ConnectOutbound
$client = [System.Net.Sockets.TcpClient]::new()
$open = try { $client.Connect('127.0.0.1', $sandbox.Port); $true } catch { $false }
@{ Running = $sandbox.IsRunning; Open = $open } | ConvertTo-Json -Compress
'@
        $child.Running | Should -BeFalse
        $child.Open | Should -BeFalse
    }
}

Describe 'The AWS command line' {
    It 'starts a contact at a sandbox, and is refused as by the service' {
        if (-not (Get-Command aws -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'the AWS command line is not on PATH'
            return
        }
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $before = $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY
        try {
            $env:AWS_ACCESS_KEY_ID = 'AKIACOMMANDLINE00001'
            $env:AWS_SECRET_ACCESS_KEY = 'x'
            $arguments = @(
                'connect', 'start-outbound-chat-contact', '--region', 'us-east-1', '--endpoint-url', $sandbox.EndpointUrl, '--output', 'json'
                '--instance-id', $script:InstanceId, '--contact-flow-id', $script:FlowId, '--source-endpoint', "Type=CONNECT_PHONENUMBER_ARN,Address=$script:SourceArn"
                '--segment-attributes', '{"connect:Subtype":{"ValueString":"connect:SMS"}}'
            )
            $answer = & aws @arguments --destination-endpoint 'Type=TELEPHONE_NUMBER,Address=+12065550100' 2>&1 | Out-String
            if ($answer -match 'Invalid choice|invalid choice') {
                Set-ItResult -Skipped -Because 'this version of the AWS command line does not know the operation'
                return
            }
            ($answer | ConvertFrom-Json).ContactId | Should -BeExactly $sandbox.Contacts[0].ContactId
            $refused = & aws @arguments --destination-endpoint 'Type=TELEPHONE_NUMBER,Address=nobody' 2>&1 | Out-String
            $refused | Should -Match 'InvalidRequestException|ValidationException|BadRequestException'
        }
        finally {
            $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY = $before
            $sandbox | Stop-ConnectOutboundSandbox
        }
    }
}
