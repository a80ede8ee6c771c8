BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'A sandbox' {
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

    It 'makes faults only where told how often, and says so when it was not' {
        $warned = @(Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultKind AccessDenied 3>&1 | Where-Object { $_ -is [System.Management.Automation.WarningRecord] })
        $sandbox = Get-ConnectOutboundSandbox
        $with = Get-Common $sandbox
        $result = Get-Row | Start-ConnectOutboundChat @with -ErrorAction SilentlyContinue
        # Either -FaultKind alone means every request, or the user hears that it means none.
        ($result.Status -ne 'Started') -or $warned.Count -eq 1 | Should -BeTrue
    }

    It 'is shown as a table' {
        Start-ConnectOutboundSandbox | Out-String | Should -Match 'EndpointUrl\s+Running\s+Contacts'
    }
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
        { $script:One | Stop-ConnectOutboundSandbox -ErrorAction Stop } | Should -Not -Throw
    }

    It 'says when none is on the port' {
        $failures = @(Stop-ConnectOutboundSandbox -Port (Get-FreePort) -ErrorAction Continue 2>&1)
        $failures[0] | Get-ErrorName | Should -BeExactly 'SandboxNotFound'
        $script:One.IsRunning | Should -BeTrue
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
