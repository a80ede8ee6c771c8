BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe '-CheckTemplate' {
    BeforeEach {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $script:Sms, $script:WhatsApp = $script:Sandbox.Templates
        $script:With = Get-Common $script:Sandbox @{
            Channel = 'SMS'
            KnowledgeBaseId = $script:Sms.KnowledgeBaseId
            MessageTemplateId = $script:Sms.MessageTemplateId
            CheckTemplate = $true
        } -Bare
        $script:Rows = @(
            [pscustomobject]@{ Phone = '+12065550100'; 'Template.OrderId' = 'A-1' }
            [pscustomobject]@{ Phone = '+12065550101'; 'Template.OrderId' = '' }
            [pscustomobject]@{ Phone = '+12065550102'; 'Template.OrderId' = 'A-3' }
        )
    }

    AfterEach {
        Stop-ConnectOutboundSandbox
    }

    It 'makes a row that lacks a value invalid, in the plan and in the send, and names the column' {
        $plans = @($script:Rows | Test-ConnectOutboundChat @With)
        $plans.Status | Should -Be 'Planned', 'Invalid', 'Planned'
        $plans[1].ErrorCode | Should -BeExactly 'TemplateAttributeMissing'
        "$($plans[1].Problems)" | Should -BeLike '*Template.OrderId*'
        $run = Invoke-Run $script:Rows $With
        ($run.Results | Sort-Object RowNumber).Status | Should -Be 'Started', 'Invalid', 'Started'
        ($run.Results | Where-Object RowNumber -EQ 2).Reason | Should -BeExactly "$($plans[1].Problems)"
        $script:Sandbox.ContactCount | Should -Be 2
    }

    It 'is not looked at where nobody asks' {
        $with = $With + @{}
        $with.Remove('CheckTemplate')
        ((Invoke-Run $script:Rows $with).Results | Sort-Object RowNumber).Status | Should -Be 'Started', 'Started', 'Started'
    }

    It 'says that a template is for the other channel' {
        $with = $With + @{}
        $with.MessageTemplateId = $script:WhatsApp.MessageTemplateId
        $plan = $script:Rows[0] | Test-ConnectOutboundChat @with
        "$($plan.Problems)" | Should -BeLike '*WHATSAPP*SMS*'
    }

    It 'says that WhatsApp does not take a template' {
        $rejected = $script:Sandbox.AddTemplate('Offer', 'WhatsApp', 'Hi', @{}, 'REJECTED')
        $with = $With + @{}
        $with.Channel = 'WhatsApp'
        $with.MessageTemplateId = $rejected.MessageTemplateId
        ($script:Rows[0] | Test-ConnectOutboundChat @with).ErrorCode | Should -BeExactly 'TemplateNotApproved'
    }

    It 'makes rows invalid whose template does not exist, and asks once' {
        $with = $With + @{}
        $with.MessageTemplateId = '00000000-0000-0000-0000-000000000000'
        $before = $script:Sandbox.RequestCount
        $plans = @($script:Rows | Test-ConnectOutboundChat @with)
        $plans.ErrorCode | Should -Be 'TemplateNotFound', 'TemplateNotFound', 'TemplateNotFound'
        $script:Sandbox.RequestCount - $before | Should -Be 1
    }

    It 'stops the run where templates cannot be read at all: each row has its result' {
        $with = $With + @{}
        $with.EndpointUrl = 'http://127.0.0.1:9'
        $with.AccessKey = 'AKIAEXAMPLE'
        $with.SecretKey = 'secret'
        $with.Region = 'us-east-1'
        $run = Invoke-Run $script:Rows $with
        $run.Results.Status | Should -Be 'NotSent', 'NotSent', 'NotSent'
        @($run.Errors | Get-ErrorName | Where-Object { $_ -eq 'EndpointUnreachable' }).Count | Should -Be 1
        { $script:Rows | Test-ConnectOutboundChat @with } | Should -Throw -ErrorId 'EndpointUnreachable,*'
    }
}
