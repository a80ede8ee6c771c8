BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'Get-ConnectOutboundTemplate' {
    BeforeEach {
        $script:Sandbox = Start-ConnectOutboundSandbox
        $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl }
        $script:Sms, $script:WhatsApp = $script:Sandbox.Templates
    }

    AfterEach {
        Stop-ConnectOutboundSandbox
    }

    It 'gives the templates with what a row must have' {
        $found = @(Get-ConnectOutboundTemplate @script:To)
        $found.Name | Should -Be 'Order shipped', 'Appointment reminder'
        $found[0] | Should -BeOfType ConnectOutbound.OutboundTemplate
        $found.Channel | Should -Be 'SMS', 'WhatsApp'
        $found[0].Attribute | Should -Be 'Template.OrderId'
        $found[0].OptionalAttribute | Should -Be 'Profile.FirstName'
        $found[1].Attribute | Should -Be 'Profile.FirstName', 'Template.Date', 'Template.Time'
        $found[0].Status | Should -BeNullOrEmpty
        $found[1].Status | Should -BeExactly 'VALID'
        $found[0].Content | Should -BeExactly $script:Sms.Content
        $found[0].KnowledgeBaseId, $found[0].MessageTemplateId | Should -Be $script:Sms.KnowledgeBaseId, $script:Sms.MessageTemplateId
        $found[0].Version, $found[0].IsActive, $found[0].Language | Should -Be 1, $true, 'en_US'
        $found[0].Arn | Should -BeLike "$($script:Sms.Arn)*"
        $found[0].LastModifiedAt.Offset | Should -Be ([timespan]::Zero)
    }

    It 'tells why WhatsApp does not take a template' {
        $null = $script:Sandbox.AddTemplate('Offer', 'WhatsApp', 'Hi {{Attributes.Custom.Name}}', @{ Name = 'you' }, 'REJECTED')
        $offer = Get-ConnectOutboundTemplate Offer @script:To
        $offer.Status | Should -BeExactly 'REJECTED'
        $offer.StatusReason | Should -Not -BeNullOrEmpty
        $offer.Attribute | Should -BeNullOrEmpty
        $offer.OptionalAttribute | Should -Be 'Template.Name'
    }

    It 'finds <Name>' -ForEach @(
        @{ Name = 'order shipped'; Found = 'Order shipped' }
        @{ Name = 'A*'; Found = 'Appointment reminder' }
        @{ Name = '*', 'Order*'; Found = 'Order shipped', 'Appointment reminder' }
        @{ Name = 'Z*'; Found = @() }
    ) {
        @(Get-ConnectOutboundTemplate $Name @script:To -ErrorAction Stop).Name | Should -Be $Found
    }

    It 'finds those for a channel' {
        (Get-ConnectOutboundTemplate -Channel WhatsApp @script:To).Name | Should -BeExactly 'Appointment reminder'
        (Get-ConnectOutboundTemplate -Channel SMS -KnowledgeBaseId $script:Sms.KnowledgeBaseId @script:To).Name | Should -BeExactly 'Order shipped'
    }

    It 'says that there is no template of a name, and goes on' {
        $found = Get-ConnectOutboundTemplate 'Nope', 'Order shipped' @script:To -ErrorVariable problems -ErrorAction SilentlyContinue
        $found.Name | Should -BeExactly 'Order shipped'
        $problems | Get-ErrorName | Should -BeExactly 'TemplateNotFound'
        $problems[0].TargetObject | Should -BeExactly 'Nope'
        $problems[0].ErrorDetails.RecommendedAction | Should -Match 'Get-ConnectOutboundTemplate'
    }

    It 'gets one by <What>' -ForEach @(
        @{ What = 'its id'; Id = { $script:Sms.MessageTemplateId } }
        @{ What = 'its version'; Id = { "$($script:Sms.MessageTemplateId):1" } }
        @{ What = 'its qualifier'; Id = { $script:Sms.MessageTemplateId + ':$LATEST' } }
        @{ What = 'its ARN'; Id = { $script:Sms.Arn } }
    ) {
        $id = & $Id
        (Get-ConnectOutboundTemplate -KnowledgeBaseId $script:Sms.KnowledgeBaseId -MessageTemplateId $id @script:To).Name | Should -BeExactly 'Order shipped'
        $script:Sandbox.RequestCount | Should -Be 1
    }

    It 'takes templates from the pipeline' {
        ($script:Sandbox.Templates | Get-ConnectOutboundTemplate @script:To).Name | Should -Be 'Order shipped', 'Appointment reminder'
        (Get-ConnectOutboundTemplate 'Order shipped' @script:To | Get-ConnectOutboundTemplate @script:To).Name | Should -BeExactly 'Order shipped'
    }

    It 'says <Id> of an id that is wrong, and goes on' -ForEach @(
        @{ Id = 'TemplateNotFound'; Template = '00000000-0000-0000-0000-000000000000' }
        @{ Id = 'TemplateRequestInvalid'; Template = 'nope' }
    ) {
        $found = [pscustomobject]@{ KnowledgeBaseId = $script:Sms.KnowledgeBaseId; MessageTemplateId = $Template }, $script:Sms |
            Get-ConnectOutboundTemplate @script:To -ErrorVariable problems -ErrorAction SilentlyContinue
        $found.Name | Should -BeExactly 'Order shipped'
        $problems | Get-ErrorName | Should -BeExactly $Id
        $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'says that a knowledge base is not there' {
        Get-ConnectOutboundTemplate -KnowledgeBaseId 00000000-0000-0000-0000-000000000000 @script:To -ErrorVariable problems -ErrorAction SilentlyContinue |
            Should -BeNullOrEmpty
        $problems | Get-ErrorName | Should -BeExactly 'KnowledgeBaseNotFound'
    }

    It 'ends with <Id>, and says what to do' -ForEach @(
        @{ Fault = 'AccessDenied'; Id = 'AccessDenied'; Remedy = 'wisdom:ListKnowledgeBases.+wisdom:GetMessageTemplate' }
        @{ Fault = 'ExpiredToken'; Id = 'CredentialsExpired'; Remedy = 'aws sso login' }
    ) {
        $sandbox = Start-ConnectOutboundSandbox -FaultKind $Fault
        $caught = { Get-ConnectOutboundTemplate -EndpointUrl $sandbox.EndpointUrl } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly $Id
        $caught.ErrorDetails.RecommendedAction | Should -Match $Remedy
    }

    It 'checks the connection as sending does' {
        $caught = { Get-ConnectOutboundTemplate -EndpointUrl http://example.com -AccessKey a -SecretKey b } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'EndpointUrlNotEncrypted'
        $caught = { Get-ConnectOutboundTemplate -ProfileName nobody } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'ProfileNotFound'
    }

    It 'signs for the service that has the templates' {
        $sandbox = Start-ConnectOutboundSandbox -AccessKey AKIAEXAMPLE -SecretKey secret
        @(Get-ConnectOutboundTemplate -EndpointUrl $sandbox.EndpointUrl -AccessKey AKIAEXAMPLE -SecretKey secret -Region eu-central-1).Count | Should -Be 2
        $caught = { Get-ConnectOutboundTemplate -EndpointUrl $sandbox.EndpointUrl -AccessKey AKIAEXAMPLE -SecretKey other } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'CredentialsRejected'
    }

    It 'gives each template as it comes, and reads no further than somebody wants' {
        1..20 | ForEach-Object { $null = $script:Sandbox.AddTemplate("More $_", 'SMS', 'x') }
        (Get-ConnectOutboundTemplate @script:To | Select-Object -First 2).Count | Should -Be 2
        $script:Sandbox.RequestCount | Should -BeLessThan 8
    }

    It 'stops at once on Ctrl+C' {
        $sandbox = Start-ConnectOutboundSandbox -FaultKind Hang
        $run = New-BackgroundRun -With @{ EndpointUrl = $sandbox.EndpointUrl; AccessKey = 'AKIA'; SecretKey = 's' } -Script 'Get-ConnectOutboundTemplate @with'
        Wait-Until { $sandbox.RequestCount -gt 0 } 'the request'
        Stop-BackgroundRun $run | Should -BeLessThan 15
        $run.Output.Count | Should -Be 0
    }

    It 'is shown as a table with what a row must have' {
        $text = Get-ConnectOutboundTemplate @script:To | Out-String -Width 160
        $text | Should -Match 'Name\s+Channel\s+Status\s+MessageTemplateId\s+Attribute'
        $text | Should -Match 'Appointment reminder\s+WhatsApp\s+VALID\s+\S+\s+Profile.FirstName, Template.Date, Template.Time'
    }

    It 'finds what can be sent' {
        $template = Get-ConnectOutboundTemplate 'Order shipped' @script:To
        $with = Get-Common $script:Sandbox -Bare -With @{
            Channel = $template.Channel
            KnowledgeBaseId = $template.KnowledgeBaseId
            MessageTemplateId = $template.MessageTemplateId
        }
        $result = [pscustomobject]@{ PhoneNumber = '+12065550100'; 'Template.OrderId' = 'A-1' } | Start-ConnectOutboundChat @with
        $result.Status | Should -Be 'Started'
        ($script:Sandbox.Contacts[0].Body | ConvertFrom-Json).InitialTemplatedSystemMessage.TemplateAttributes.CustomAttributes.OrderId |
            Should -BeExactly 'A-1'
    }
}
