BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000

    function Get-Body {
        $script:Sandbox.Contacts[-1].Body | ConvertFrom-Json
    }
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe '-Attribute' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'takes numbers and dates as values' {
        $run = Invoke-Run @('+12065550100') ($script:With + @{ Attribute = @{ Id = 123; Day = [datetime]'2026-12-01' } })
        $run.Results[0].Reason | Should -BeNullOrEmpty
        (Get-Body).Attributes.Id, (Get-Body).Attributes.Day | Should -Be '123', '2026-12-01'
    }
}

Describe '-AttributeColumn' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'sends the columns it names' {
        $row = [pscustomobject]@{ Phone = '+12065550100'; OrderId = 'A-1'; City = 'Oslo'; Rest = 'x' }
        $run = Invoke-Run @($row) ($script:With + @{ AttributeColumn = 'orderid', 'City' })
        (Get-Body).Attributes.OrderId, (Get-Body).Attributes.City | Should -Be 'A-1', 'Oslo'
        $run.Warnings[0].Message | Should -Match "'Rest'"
        $run.Warnings[0].Message | Should -Not -Match 'OrderId'
    }

    It 'sends with * all that nothing else uses' {
        $row = [pscustomobject]@{ Phone = '+12065550100'; Name = 'Ana'; OrderId = 'A-1'; City = 'Oslo'; ConnectStatus = 'Failed' }
        $run = Invoke-Run @($row) ($script:With + @{ AttributeColumn = '*' })
        ((Get-Body).Attributes.PSObject.Properties.Name | Sort-Object) -join ' ' | Should -BeExactly 'City OrderId'
        $run.Warnings | Should -BeNullOrEmpty
    }

    It 'leaves the columns that the message uses out of *' {
        $with = Get-Common $script:Sandbox @{ Channel = 'SMS'; AttributeColumn = '*'; Message = 'In {City}' } -Bare
        $run = Invoke-Run @([pscustomobject]@{ Phone = '+12065550100'; City = 'Oslo'; OrderId = 'A-1' }) $with
        $run.Results[0].Reason | Should -BeNullOrEmpty
        (Get-Body).InitialSystemMessage.Content | Should -BeExactly 'In Oslo'
        (Get-Body).Attributes.PSObject.Properties.Name | Should -Be 'OrderId'
    }

    It 'that names a column which is not there makes the row Invalid' {
        $run = Invoke-Run @(Get-Row) ($script:With + @{ AttributeColumn = 'Missing' })
        $run.Results[0].Status | Should -Be 'Invalid'
        $run.Results[0].Reason | Should -Match "'Missing'"
    }
}

Describe '-SegmentAttribute' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'takes nested values' {
        $run = Invoke-Run @('+12065550100') ($script:With + @{ SegmentAttribute = @{ text = 'x'; number = 5; map = @{ a = 'b' } } })
        $run.Results[0].Reason | Should -BeNullOrEmpty
        $segments = (Get-Body).SegmentAttributes
        $segments.text.ValueString | Should -BeExactly 'x'
        $segments.number.ValueInteger | Should -Be 5
        $segments.map.ValueMap.a.ValueString | Should -BeExactly 'b'
    }
}

Describe '-CustomerProfileAttribute' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'takes <Kind>' -ForEach @(
        @{ Kind = 'a hashtable'; Value = @{ City = 'Oslo' } }
        @{ Kind = 'an object'; Value = [pscustomobject]@{ City = 'Oslo' } }
        @{ Kind = 'the text of a JSON object'; Value = '{"City":"Oslo"}' }
    ) {
        $with = Get-Common $script:Sandbox @{
            Channel = 'SMS'
            KnowledgeBaseId = 'kb-1'
            MessageTemplateId = 'tpl-1:$LATEST'
            CustomerProfileAttribute = $Value
        } -Bare
        $run = Invoke-Run @('+12065550100') $with
        $run.Results[0].Reason | Should -BeNullOrEmpty
        ((Get-Body).InitialTemplatedSystemMessage.TemplateAttributes.CustomerProfileAttributes | ConvertFrom-Json).City | Should -BeExactly 'Oslo'
    }
}
