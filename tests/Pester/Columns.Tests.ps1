BeforeDiscovery {
    $arn = 'arn:aws:connect:us-east-1:123456789012'
    $instance = "$arn`:instance/11111111-2222-3333-4444-555555555555"
    $cases = @(
        @{ Field = 'Destination'; Value = '+12065550199'; Path = { $_.DestinationEndpoint.Address }
            Names = 'Destination', 'To', 'Phone', 'PhoneNumber', 'Mobile', 'DestinationPhoneNumber', 'DestinationEndpoint', 'DestinationEndpoint_Address' }
        @{ Field = 'Source'; Value = "$arn`:phone-number/bbbbbbbb-0000-0000-0000-000000000002"; Path = { $_.SourceEndpoint.Address }
            Names = 'Source', 'From', 'SourcePhoneNumberArn', 'SourceEndpoint', 'SourceEndpoint_Address' }
        @{ Field = 'InstanceId'; Value = $instance; Path = { $_.InstanceId }; Expected = '11111111-2222-3333-4444-555555555555'
            Names = 'InstanceId', 'Instance', 'InstanceArn' }
        @{ Field = 'ContactFlowId'; Value = "$instance/contact-flow/f0000000-0000-0000-0000-000000000009"; Expected = 'f0000000-0000-0000-0000-000000000009'
            Path = { $_.ContactFlowId }; Names = 'ContactFlowId', 'Flow', 'FlowId', 'ContactFlowArn' }
        @{ Field = 'Channel'; Value = 'whatsapp'; Expected = 'connect:WhatsApp'; Path = { $_.SegmentAttributes.'connect:Subtype'.ValueString }
            Names = 'Channel', 'Subtype' }
        @{ Field = 'Message'; Value = 'From a column'; Path = { $_.InitialSystemMessage.Content }; Names = 'Message', 'Content', 'Text' }
        @{ Field = 'ChatDurationInMinutes'; Value = '1.00:00:00'; Expected = '1440'; Path = { $_.ChatDurationInMinutes }
            Names = 'ChatDurationInMinutes', 'ChatDuration' }
        @{ Field = 'DisplayName'; Value = 'Ana'; Path = { $_.ParticipantDetails.DisplayName }
            Names = 'DisplayName', 'Name', 'CustomerName', 'ParticipantDisplayName' }
        @{ Field = 'RelatedContactId'; Value = '12345678-0000-0000-0000-000000000000'; Path = { $_.RelatedContactId }; Names = @('RelatedContactId') }
        @{ Field = 'SupportedMessagingContentType'; Value = 'text/plain; text/markdown'; Expected = 'text/plain text/markdown'
            Path = { $_.SupportedMessagingContentTypes -join ' ' }; Names = @('SupportedMessagingContentType') }
        @{ Field = 'ClientToken'; Value = 'token-of-row-1'; Path = { $_.ClientToken }; Names = @('ClientToken') }
        @{ Field = 'MessageContentType'; Value = 'text/plain'; Path = { $_.InitialSystemMessage.ContentType }; Names = 'MessageContentType', 'ContentType' }
    )
    $script:Aliases = foreach ($case in $cases) {
        foreach ($name in $case.Names) {
            @{ Field = $case.Field; Column = $name; Value = $case.Value; Expected = $case.Expected ?? $case.Value; Path = $case.Path }
        }
    }
    $script:Spellings = foreach ($case in $cases) {
        $spaced = ($case.Field -creplace '(?<=[a-z])(?=[A-Z])', ' ')
        foreach ($name in $spaced.ToUpperInvariant(), ($spaced -replace ' ', '_').ToLowerInvariant(), ($spaced -replace ' ', '-'), " $spaced ") {
            @{ Field = $case.Field; Column = $name; Value = $case.Value; Expected = $case.Expected ?? $case.Value; Path = $case.Path }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000

    function Get-Body {
        $script:Sandbox.Contacts[-1].Body | ConvertFrom-Json
    }

    # What a row needs, but for one field.
    function Get-RestOf {
        param([string] $Field)
        $with = Get-Common $script:Sandbox @{ AllowFreeText = $true } -Bare
        if ($Field -ne 'Channel') { $with.Channel = 'SMS' }
        if ($Field -ne 'Message') { $with.Message = 'Hello' }
        if ($Field -ne 'Destination') { $with.Destination = '+12065550100' }
        $with.Remove($Field)
        $with
    }
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A column' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It '<Column> is taken for <Field>' -ForEach $script:Aliases {
        $with = Get-RestOf $Field
        $run = Invoke-Run @([pscustomobject]@{ $Column = $Value }) $with
        $run.Results[0].Reason | Should -BeNullOrEmpty
        Get-Body | ForEach-Object $Path | Should -BeExactly $Expected
        $run.Warnings | Should -BeNullOrEmpty
    }

    It '"<Column>" is taken for <Field>: case, blanks, _ and - do not count' -ForEach $script:Spellings {
        $with = Get-RestOf $Field
        $run = Invoke-Run @(@{ $Column = $Value }) $with
        $run.Results[0].Reason | Should -BeNullOrEmpty
        Get-Body | ForEach-Object $Path | Should -BeExactly $Expected
    }

    It 'named like a parameter that is none of the contact''s is not taken for it' {
        $row = [pscustomobject]@{
            Phone = '+12065550100'
            Region = 'nowhere'
            Force = 'x'
            Select = '^x'
            EndpointUrl = 'http://127.0.0.1:1'
            WhatIf = 'true'
            ThrottleLimit = '0'
            SecretKey = 'x'
        }
        $run = Invoke-Run @($row) $script:With
        $run.Results[0].Status | Should -Be 'Started'
        $run.Warnings[0].Message | Should -Match "'Region', 'Force', 'Select', 'EndpointUrl', 'WhatIf', 'ThrottleLimit', 'SecretKey'"
    }

    It 'gives way to the argument, and a single warning says so' {
        $rows = 1..3 | ForEach-Object { @{ Phone = "+1206555010$_"; Text = 'From the column' } }
        $run = Invoke-Run $rows ($script:With + @{})
        $script:Sandbox.Contacts.Message | Sort-Object -Unique | Should -Be 'Hello'
        @($run.Warnings).Count | Should -Be 1
        $run.Warnings[0].Message | Should -Match "'Text'.*-Message"
    }

    It 'that nothing uses is named once, together with the others' {
        $run = Invoke-Run @(1..3 | ForEach-Object { [pscustomobject]@{ Phone = "+1206555010$_"; Notes = 'n'; Agent = 'a' } }) $script:With
        @($run.Warnings).Count | Should -Be 1
        $run.Warnings[0].Message | Should -Match "columns 'Notes', 'Agent'"
    }

    It 'that stands for the same field as another gives way to the more telling name, with a warning' {
        $run = Invoke-Run @([pscustomobject]@{ Phone = '+12065550100'; CustomerName = 'Bob'; Name = 'Ana' }) $script:With
        (Get-Body).ParticipantDetails.DisplayName | Should -BeExactly 'Ana'
        @($run.Warnings).Count | Should -Be 1
        $run.Warnings[0].Message | Should -Match "'CustomerName', 'Name'.*'Name' is used"
    }

    It 'of blanks counts as absent' {
        $run = Invoke-Run @([pscustomobject]@{ Phone = '+12065550100'; Name = '  '; 'Attribute.A' = ''; ClientToken = ' ' }) $script:With
        $run.Results[0].Status | Should -Be 'Started'
        $body = Get-Body
        $body.PSObject.Properties.Name | Should -Not -Contain 'ParticipantDetails'
        $body.PSObject.Properties.Name | Should -Not -Contain 'Attributes'
        $body.ClientToken | Should -Match '^[0-9a-f-]{36}$'
    }

    It 'of numbers, dates and truth values goes as text that depends on no culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            $row = @{ Phone = '+12065550100'; 'Attribute.N' = 1.5; 'Attribute.D' = [datetime]'2026-12-01'; 'Attribute.B' = $true; 'Attribute.M' = 10d }
            $run = Invoke-Run @($row) ($script:With + @{})
            $run.Results[0].Reason | Should -BeNullOrEmpty
        }
        finally {
            [cultureinfo]::CurrentCulture = $culture
        }
        $sent = $script:Sandbox.Contacts[0].Attributes
        $sent['N'], $sent['D'], $sent['B'], $sent['M'] | Should -Be '1.5', '2026-12-01', 'true', '10'
    }
}

Describe '-ColumnMap' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'takes a field from a header of one''s own' {
        $row = [pscustomobject]@{ Telefonnummer = '+12065550100'; Vorname = 'Ana'; Nr = 'A-1' }
        $map = @{ Destination = 'Telefonnummer'; DisplayName = 'vorname'; 'Attribute.OrderId' = 'Nr' }
        $run = Invoke-Run @($row) ($script:With + @{ ColumnMap = $map })
        $run.Results[0].Reason | Should -BeNullOrEmpty
        (Get-Body).ParticipantDetails.DisplayName | Should -BeExactly 'Ana'
        (Get-Body).Attributes.OrderId | Should -BeExactly 'A-1'
        $run.Warnings | Should -BeNullOrEmpty
    }

    It 'wins over a column of the field''s own name' {
        $run = Invoke-Run @([pscustomobject]@{ Phone = '+12065550101'; Mobil = '+12065550100' }) ($script:With + @{ ColumnMap = @{ To = 'Mobil' } })
        $run.Results[0].Destination | Should -BeExactly '+12065550100'
    }

    It 'that names a column which is not there makes each row Invalid' {
        $run = Invoke-Run @(Get-Row 2) ($script:With + @{ ColumnMap = @{ DisplayName = 'Nom' } })
        $run.Results.Status | Should -Be 'Invalid', 'Invalid'
        $run.Results[0].Reason | Should -Match "'Nom'"
    }

    It 'with <Fault> ends the run before any row' -ForEach @(
        @{ Fault = 'a key that is no parameter'; Map = @{ Nonsense = 'Phone' }; Text = 'Nonsense' }
        @{ Fault = 'an empty column'; Map = @{ Destination = '' }; Text = 'Destination' }
        @{ Fault = 'a list as the column'; Map = @{ Destination = @('a', 'b') }; Text = 'Destination' }
    ) {
        $caught = { Get-Row | Start-ConnectOutboundChat @With -ColumnMap $Map } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'ColumnMapInvalid'
        $caught.Exception.Message | Should -Match $Text
        $caught.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}

Describe 'Columns with a prefix' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'fill contact attributes and segment attributes' {
        $row = [pscustomobject]@{ Phone = '+12065550100'; 'Attribute.OrderId' = 'A-1'; 'attribute.Language' = 'de'; 'Segment.priority' = '2' }
        $run = Invoke-Run @($row) ($script:With + @{ Attribute = @{ Campaign = 'autumn' }; SegmentAttribute = @{ level = 3 } })
        $run.Results[0].Reason | Should -BeNullOrEmpty
        $run.Warnings | Should -BeNullOrEmpty
        $body = Get-Body
        $body.Attributes.OrderId, $body.Attributes.Language, $body.Attributes.Campaign | Should -Be 'A-1', 'de', 'autumn'
        $body.SegmentAttributes.level.ValueInteger | Should -Be 3
        $body.SegmentAttributes.priority | Should -Not -BeNullOrEmpty
    }

    It 'fill a template''s attributes' {
        $with = Get-Common $script:Sandbox @{
            Channel = 'SMS'
            KnowledgeBaseId = 'kb-1'
            MessageTemplateId = 'tpl-1'
            TemplateAttribute = @{ Shop = 'North' }
        } -Bare
        $run = Invoke-Run @([pscustomobject]@{ Phone = '+12065550100'; 'Template.FirstName' = 'Ana'; 'Profile.City' = 'Oslo' }) $with
        $run.Results[0].Reason | Should -BeNullOrEmpty
        $attributes = (Get-Body).InitialTemplatedSystemMessage.TemplateAttributes
        $attributes.CustomAttributes.FirstName, $attributes.CustomAttributes.Shop | Should -Be 'Ana', 'North'
        ($attributes.CustomerProfileAttributes | ConvertFrom-Json).City | Should -BeExactly 'Oslo'
    }

    It 'of a template are warned of where no template is sent' {
        $run = Invoke-Run @([pscustomobject]@{ Phone = '+12065550100'; 'Template.FirstName' = 'Ana' }) $script:With
        $run.Results[0].Status | Should -Be 'Started'
        $run.Warnings[0].Message | Should -Match "'Template.FirstName'"
    }

    It 'give way to the same entry of the argument, with one warning' {
        $rows = 1..2 | ForEach-Object { [pscustomobject]@{ Phone = "+1206555010$_"; 'Attribute.A' = 'row' } }
        $run = Invoke-Run $rows ($script:With + @{ Attribute = @{ A = 'argument' } })
        (Get-Body).Attributes.A | Should -BeExactly 'argument'
        @($run.Warnings).Count | Should -Be 1
    }
}
