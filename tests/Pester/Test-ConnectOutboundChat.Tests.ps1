BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000

    # Rows of which about every second has a fault or several; the same at each run.
    function Get-MixedRow {
        param([int] $Count)
        $random = [System.Random]::new(20261122)
        $choices = [ordered]@{
            Phone        = '+12065550100', '+44 20 7946 0958', '206 555 0100', '', $null, 'x', '+0123456789', '+1206555010012345', "+1206555`u{661}",
                12065550100, '1.20656E+10'
            Channel      = 'SMS', 'sms', 'WhatsApp', 'connect:SMS', '', 'Fax', 5
            Message      = 'Hello {Name}', 'Hello', '', '{', '{Nobody}', ('x' * 1024), ('x' * 1025)
            Name         = 'Ana', '', ('n' * 256), ('n' * 257), "`u{D83D}"
            ChatDuration = '60', '59', '', 'soon', '10080', '10081', '1.00:00:00', 61.5
            'Attribute.A' = 'a', '', ('a' * 40000), 1
            'Attribute.b c' = '', '', 'x'
            'Segment.s' = 'x', '', ('s' * 1025)
            ClientToken  = '', '', ('t' * 501)
        }
        foreach ($i in 1..$Count) {
            $row = [ordered]@{}
            foreach ($name in $choices.Keys) {
                # The first value of each is right, and taken more often.
                $row[$name] = $random.Next(3) ? $choices[$name][0] : $choices[$name][$random.Next($choices[$name].Count)]
            }
            # Few rows are duplicates, or nearly all would be.
            if ($row.Phone -eq '+12065550100' -and $random.Next(20)) {
                $row.Phone = '+1206{0:0000000}' -f (5560000 + $i)
            }
            $row.Country = $random.Next(4) ? '' : ('US', 'GB', 'XX')[$random.Next(3)]
            $row.TimeZone = $random.Next(4) ? 'UTC' : ('', 'Europe/Berlin', 'Nowhere')[$random.Next(3)]
            [pscustomobject]$row
        }
    }
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'Test-ConnectOutboundChat' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-PlanCommon
    }

    It 'gives one plan a row, in the order of the rows' {
        $plans = @(Get-Row 5 | Test-ConnectOutboundChat @With)
        $plans.Count | Should -Be 5
        $plans.RowNumber | Should -Be 1, 2, 3, 4, 5
        $plans[0].PSObject.TypeNames[0] | Should -BeExactly 'ConnectOutbound.OutboundPlan'
        $plans[0].WillSend | Should -BeTrue
        $plans[0].Status | Should -Be 'Planned'
        $plans[0].Problems.Count | Should -Be 0
        $plans[0].Input.PhoneNumber | Should -BeExactly '+12065550100'
    }

    It 'brings the number into E.164' {
        ('+1 (206) 555-0100' | Test-ConnectOutboundChat @With).Destination | Should -BeExactly '+12065550100'
    }

    It 'lists every fault of a row, and is no error' {
        $run = Invoke-Run @(@{ Phone = 'x'; ChatDuration = '1'; Name = 'n' * 300 }) $With 'Test-ConnectOutboundChat'
        $run.Results[0].WillSend | Should -BeFalse
        $run.Results[0].Problems.Count | Should -Be 3
        $run.Errors | Should -BeNullOrEmpty
    }

    It 'sends nothing, wants no credentials, no Region and no endpoint' {
        $with = $With + @{ EndpointUrl = $script:Sandbox.EndpointUrl }
        $run = Invoke-Run @(Get-Row 3) $with 'Test-ConnectOutboundChat'
        $run.Results.WillSend | Should -Be $true, $true, $true
        $script:Sandbox.RequestCount | Should -Be 0
        (Invoke-Run @(Get-Row) $With 'Test-ConnectOutboundChat').Errors | Should -BeNullOrEmpty
    }

    It 'counts the parts of an SMS: <Text>' -ForEach @(
        @{ Text = '160 letters'; Message = 'a' * 160; Parts = 1 }
        @{ Text = '161 letters'; Message = 'a' * 161; Parts = 2 }
        @{ Text = '80 euro signs, two septets each'; Message = "`u{20AC}" * 80; Parts = 1 }
        @{ Text = '81 euro signs'; Message = "`u{20AC}" * 81; Parts = 2 }
        @{ Text = '70 characters with one that GSM-7 lacks'; Message = ('a' * 69) + "`u{4F60}"; Parts = 1 }
        @{ Text = '71 characters with one that GSM-7 lacks'; Message = ('a' * 70) + "`u{4F60}"; Parts = 2 }
    ) {
        $with = $With + @{}
        $with.Message = $Message
        ('+12065550100' | Test-ConnectOutboundChat @with).MessageParts | Should -Be $Parts
    }

    It 'counts no parts for WhatsApp and where the text is a template''s' {
        $with = $With + @{}
        $with.Channel = 'WhatsApp'
        ('+12065550100' | Test-ConnectOutboundChat @with).MessageParts | Should -BeNullOrEmpty
        $with = Get-PlanCommon @{ Channel = 'SMS'; KnowledgeBaseId = 'kb'; MessageTemplateId = 't' } -Bare
        ('+12065550100' | Test-ConnectOutboundChat @with).MessageParts | Should -BeNullOrEmpty
    }

    It 'says of generated rows what sending says, word for word' {
        $rows = @(Get-MixedRow 400)
        $bare = Get-PlanCommon -Bare
        $plans = @($rows | Test-ConnectOutboundChat @bare -WarningAction Ignore)
        $with = Get-Common $script:Sandbox -Bare
        $results = @($rows | Start-ConnectOutboundChat @with -WarningAction Ignore -ErrorAction SilentlyContinue | Sort-Object RowNumber)
        $plans.Count | Should -Be 400
        $results.Count | Should -Be 400
        @($plans | Where-Object WillSend).Count | Should -BeIn (20..380) -Because 'both kinds of rows are to be tried'
        $different = foreach ($i in 0..399) {
            if ($plans[$i].WillSend -ne ($results[$i].Status -eq 'Started') -or
                "$($plans[$i].Problems)" -cne "$($results[$i].Reason)" -or
                $plans[$i].Destination -cne $results[$i].Destination) {
                "row $($i + 1): plan '$($plans[$i].Status)' '$($plans[$i].Problems)', result '$($results[$i].Status)' '$($results[$i].Reason)'"
            }
        }
        $different | Should -BeNullOrEmpty
    }

    It 'says of a list as a segment attribute what sending says' {
        $with = Get-Common $script:Sandbox @{ SegmentAttribute = @{ list = @('a', 'b') } }
        $plan = '+12065550100' | Test-ConnectOutboundChat @with
        $result = '+12065550100' | Start-ConnectOutboundChat @with -ErrorAction SilentlyContinue
        $plan.WillSend | Should -Be ($result.Status -eq 'Started') -Because "$($result.Reason)"
    }

    It 'with -PassThru gives the rows back with seven columns' {
        $out = @(@(Get-Row) + [pscustomobject]@{ PhoneNumber = 'x'; Name = 'Bob' } | Test-ConnectOutboundChat @With -PassThru)
        $out[0].PSObject.Properties.Name | Should -Be 'PhoneNumber', 'Name', 'ConnectStatus', 'ConnectContactId', 'ConnectReason',
            'ConnectClientToken', 'ConnectTokenSince', 'ConnectDestination', 'ConnectRow'
        $out[0].ConnectStatus, $out[1].ConnectStatus | Should -Be 'Planned', 'Invalid'
        $out[1].ConnectReason | Should -Match 'not a phone number'
    }

    It 'writes a flat CSV, with all faults in one cell' {
        $file = Join-Path $TestDrive 'plan.csv'
        @{ Phone = 'x'; ChatDuration = '1' }, '+12065550100' | Test-ConnectOutboundChat @With | Export-Csv $file
        $read = Import-Csv $file
        $read[0].Problems | Should -Match 'not a phone number.*ChatDuration|ChatDuration.*not a phone number'
        $read[1].Problems | Should -BeNullOrEmpty
        Get-Content $file -Raw | Should -Not -Match 'ConnectOutbound\.|System\.'
    }

    It 'leaves its row out of JSON' {
        $json = '+12065550100' | Test-ConnectOutboundChat @With | ConvertTo-Json | ConvertFrom-Json
        $json.PSObject.Properties.Name | Should -Not -Contain 'Input'
    }

    It 'takes 20,000 rows without holding on to them' {
        $with = $With + @{}
        # Warm, so that what is measured is rows and not code.
        @('+12065550100') * 2000 | Test-ConnectOutboundChat @with | Out-Null
        [System.GC]::Collect()
        $before = [System.GC]::GetTotalMemory($true)
        $state = @{ Peak = 0L; Count = 0 }
        & { foreach ($i in 1..20000) { [pscustomobject]@{ Phone = '+12065550100'; Name = "Customer $i"; Notes = 'n' * 500 } } } |
            Test-ConnectOutboundChat @with -WarningAction Ignore |
            ForEach-Object {
                if (++$state.Count % 5000 -eq 0) {
                    $state.Peak = [math]::Max($state.Peak, [System.GC]::GetTotalMemory($true) - $before)
                }
            }
        $state.Count | Should -Be 20000
        # The rows alone would be more than 20 MB.
        $state.Peak | Should -BeLessThan 8MB
    }
}

Describe 'Test-ConnectOutboundChat -Render' {
    BeforeEach {
        $script:Sandbox = Start-ConnectOutboundSandbox
        $script:Sms, $script:WhatsApp = $script:Sandbox.Templates
    }

    AfterEach {
        Stop-ConnectOutboundSandbox
    }

    It 'shows a message of one''s own, without asking anybody' {
        $with = Get-PlanCommon @{ Message = 'Hello {Name}' }
        (Get-Row | Test-ConnectOutboundChat @with -Render).Text | Should -BeExactly 'Hello Customer 0'
        (Get-Row | Test-ConnectOutboundChat @with).Text | Should -BeNullOrEmpty
    }

    It 'shows a template''s text as the service fills it in, and counts its parts' {
        $with = Get-Common $script:Sandbox @{
            Channel = 'SMS'
            KnowledgeBaseId = $script:Sms.KnowledgeBaseId
            MessageTemplateId = $script:Sms.MessageTemplateId
        } -Bare
        $plan = [pscustomobject]@{ Phone = '+12065550100'; 'Template.OrderId' = 'A-17'; 'Profile.FirstName' = 'Ana' } | Test-ConnectOutboundChat @with -Render
        $plan.Text | Should -BeLike '*Ana*A-17*'
        $plan.MessageParts | Should -Be 1
    }

    It 'shows what would stay open' {
        $with = Get-Common $script:Sandbox @{
            Channel = 'SMS'
            KnowledgeBaseId = $script:Sms.KnowledgeBaseId
            MessageTemplateId = $script:Sms.MessageTemplateId
        } -Bare
        ('+12065550100' | Test-ConnectOutboundChat @with -Render).Text | Should -BeLike '*{{*OrderId*}}*'
    }

    It 'asks for rows with the same values once, and not for rows that are held back' {
        $with = Get-Common $script:Sandbox @{
            Channel = 'SMS'
            KnowledgeBaseId = $script:Sms.KnowledgeBaseId
            MessageTemplateId = $script:Sms.MessageTemplateId
            TemplateAttribute = @{ OrderId = 'A-1' }
        } -Bare
        $before = $script:Sandbox.RequestCount
        @(@(Get-Row 5) + 'x' + @(Get-Row 1) | Test-ConnectOutboundChat @with -Render).Count | Should -Be 7
        $script:Sandbox.RequestCount - $before | Should -Be 1
    }
}

Describe 'Test-ConnectOutboundChat -Summary' {
    It 'is one object for the whole' {
        $with = Get-Common @{ EndpointUrl = 'http://127.0.0.1:9' } @{ RequestsPerSecond = 2; Burst = 5; Message = "Hello {Name}`u{2019}s friend" }
        $rows = @(Get-Row 50) + @(Get-Row 1) + @([pscustomobject]@{ PhoneNumber = 'x'; Name = 'Bob' })
        $sum = @($rows | Test-ConnectOutboundChat @with -Summary)
        $sum.Count | Should -Be 1
        $sum[0].RowCount, $sum[0].WillSend, $sum[0].Duplicate, $sum[0].Invalid | Should -Be 52, 50, 1, 1
        $sum[0].DestinationCount | Should -Be 50
        $sum[0].Ucs2Count | Should -Be 50
        $sum[0].Ucs2Character | Should -Be "`u{2019} (U+2019)"
        $sum[0].Duration | Should -Be ([timespan]'00:00:22.5')
        $sum[0].FitsConcurrentChatQuota | Should -BeTrue
        $sum[0].Fault.Kind | Should -Be 'Duplicate', 'DestinationInvalid'
    }

    It 'says when the quota of concurrent chats is met, for the duration that was chosen' {
        $with = Get-PlanCommon @{ RequestsPerSecond = 2; Burst = 5 }
        $rows = 1..600 | ForEach-Object { '+1206{0:0000000}' -f (5550000 + $_) }
        $sum = $rows | Test-ConnectOutboundChat @with -Summary
        $sum.FitsConcurrentChatQuota | Should -BeFalse
        $sum.QuotaFullAfter | Should -Be ([timespan]'00:04:08')
        "$($sum.Advice)" | Should -BeLike '*L-D4BA6F6E*'
        ($rows | Test-ConnectOutboundChat @with -Summary -ConcurrentChatQuota 600).FitsConcurrentChatQuota | Should -BeTrue
    }

    It 'reads legibly on the console' {
        $with = Get-PlanCommon @{}
        $text = @(Get-Row 2) + 'x' | Test-ConnectOutboundChat @with -Summary | Out-String -Width 120
        $text | Should -Match 'WillSend\s+: 2'
        $text | Should -Match 'DestinationInvalid: 1 \(row 3\)'
    }
}
