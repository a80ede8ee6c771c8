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
