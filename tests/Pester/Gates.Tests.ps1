BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000

    function Get-Held {
        # What sending and planning say of rows: the same, or the test fails here.
        param([object[]] $Row, [hashtable] $With = @{}, [switch] $Bare)
        $common = Get-Common $script:Sandbox $With -Bare:$Bare
        $plan = Get-PlanCommon $With -Bare:$Bare
        $plans = @($Row | Test-ConnectOutboundChat @plan -WarningAction Ignore)
        $run = Invoke-Run $Row $common
        $results = @($run.Results | Sort-Object RowNumber)
        $results.Count | Should -Be $plans.Count
        foreach ($i in 0..($plans.Count - 1)) {
            $asSent = if ($results[$i].Status -eq 'Started') { 'Planned' } else { "$($results[$i].Status)" }
            "$($plans[$i].Status)" | Should -BeExactly $asSent -Because "row $($i + 1): $($results[$i].Reason)"
            if ($results[$i].Status -ne 'Started') {
                "$($plans[$i].Problems)" | Should -BeExactly "$($results[$i].Reason)"
                $plans[$i].ErrorCode | Should -BeExactly $results[$i].ErrorCode
            }
        }
        $run.Results = $results
        $run
    }
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A national number' {
    BeforeEach { $script:Sandbox.Clear() }

    It '<Number> of <Country> is <Expected>' -ForEach @(
        @{ Number = '(206) 555-0102'; Country = 'US'; Expected = '+12065550102' }
        @{ Number = '1-206-555-0102'; Country = 'US'; Expected = '+12065550102' }
        @{ Number = '011 44 20 7946 0958'; Country = 'US'; Expected = '+442079460958' }
        @{ Number = '020 7946 0958'; Country = 'GB'; Expected = '+442079460958' }
        @{ Number = '+44 (0)20 7946 0958'; Country = 'US'; Expected = '+442079460958' }
        @{ Number = '00 1 206 555 0102'; Country = 'de'; Expected = '+12065550102' }
        @{ Number = '030 23125 012'; Country = 'DE'; Expected = '+493023125012' }
        @{ Number = '06 12345678'; Country = 'IT'; Expected = '+390612345678' }
    ) {
        (Get-Held @([pscustomobject]@{ Phone = $Number }) @{ DefaultCountry = $Country }).Results[0].Destination | Should -BeExactly $Expected
        (Get-Held @([pscustomobject]@{ Phone = $Number; Country = $Country })).Results[0].Destination | Should -BeExactly $Expected
    }

    It 'of the row''s country is read by that, and by -DefaultCountry where the row names none' {
        $rows = [pscustomobject]@{ Phone = '020 7946 0958'; Country = 'GB' }, [pscustomobject]@{ Phone = '206 555 0102'; Country = '' }
        (Get-Held $rows @{ DefaultCountry = 'US' }).Results.Destination | Should -Be '+442079460958', '+12065550102'
    }

    It 'without a country is invalid and says what to do' {
        $result = (Get-Held @('206 555 0102')).Results[0]
        $result.Status | Should -Be 'Invalid'
        $result.Reason | Should -BeLike '*-DefaultCountry*'
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'of a country that does not exist is invalid; a number with its country code is not' {
        $rows = [pscustomobject]@{ Phone = '206 555 0102'; Country = 'Narnia' }, [pscustomobject]@{ Phone = '+12065550103'; Country = 'Narnia' }
        $results = (Get-Held $rows).Results
        $results.Status | Should -Be 'Invalid', 'Started'
        $results[0].Reason | Should -BeLike '*Narnia*'
    }

    It 'a -DefaultCountry that does not exist stops before the first row' {
        $with = Get-Common $script:Sandbox @{ DefaultCountry = 'UK' }
        { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'DefaultCountryInvalid,*' -ExpectedMessage '*GB*'
    }
}

Describe 'A file with national numbers' {
    It 'has each row read by its country, one duplicate found, and every fault named' {
        $rows = Import-Csv "$PSScriptRoot/data/national.csv" -Delimiter ';'
        $script:Sandbox.Clear()
        $run = Get-Held $rows @{ Channel = 'SMS'; DefaultCountry = 'US'; ColumnMap = @{ Country = 'Land' }; Message = 'Hello {Customer Name}' } -Bare
        @($run.Results | Where-Object Status -EQ 'Started').RowNumber | Should -Be 1, 2, 6, 7, 12
        @($run.Results | Where-Object Status -EQ 'Duplicate').RowNumber | Should -Be 3
        @($run.Results | Where-Object Status -EQ 'Invalid').RowNumber | Should -Be 4, 5, 8, 9, 10, 11, 13
        $run.Results[5].Destination, $run.Results[6].Destination | Should -Be '+442079460124', '+442079460125'
        $run.Results[2].Reason | Should -BeExactly 'Row 2 has the same destination.'
        $run.Results[9].Reason | Should -BeLike '*later*call me*'
        @($run.Warnings | Where-Object { "$_" -like '*Remark*' }).Count | Should -Be 1
        $script:Sandbox.ContactCount | Should -Be 5
    }
}

Describe 'A duplicate' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Twice = '+12065550101', '+1 (206) 555-0101', '+12065550102'
    }

    It 'is skipped, without an error' {
        $run = Get-Held $script:Twice
        $run.Results.Status | Should -Be 'Started', 'Duplicate', 'Started'
        $run.Errors | Should -BeNullOrEmpty
        $script:Sandbox.ContactCount | Should -Be 2
    }

    It 'is sent with -DuplicateAction Send' {
        (Get-Held $script:Twice @{ DuplicateAction = 'Send' }).Results.Status | Should -Be 'Started', 'Started', 'Started'
        $script:Sandbox.ContactCount | Should -Be 3
    }

    It 'is an error with -DuplicateAction Fail' {
        $run = Get-Held $script:Twice @{ DuplicateAction = 'Fail' }
        $run.Results.Status | Should -Be 'Started', 'Invalid', 'Started'
        $run.Errors.Count | Should -Be 1
        $run.Errors[0] | Get-ErrorName | Should -BeExactly 'InvalidRow'
        $run.Errors[0].Exception.Message | Should -BeLike '*Row 1 has the same destination*'
    }

    It 'cannot be sent in a run with a name' {
        $with = Get-Common $script:Sandbox @{ DuplicateAction = 'Send'; RunName = 'offer'; JournalPath = "$TestDrive/j.db" }
        { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'DuplicateActionInvalid,*' -ExpectedMessage '*-KeyColumn*'
    }
}

Describe 'A suppression list' {
    BeforeEach { $script:Sandbox.Clear() }

    It 'holds back numbers that were given, however they are written' {
        $run = Get-Held @(Get-Row 3) @{ SuppressionList = '+1 (206) 555-0101', '+12065550102' }
        $run.Results.Status | Should -Be 'Started', 'Suppressed', 'Suppressed'
        $run.Errors | Should -BeNullOrEmpty
        $script:Sandbox.ContactCount | Should -Be 1
    }

    It 'is read from files: lines, comments, a column of a CSV' {
        Set-Content "$TestDrive/stop.txt" '# asked to be left alone', '', '(206) 555-0101   # by letter'
        [pscustomobject]@{ Id = 1; Phone = '+1 206 555 0102'; Since = '2026-01-02' } | Export-Csv "$TestDrive/optout.csv"
        $run = Get-Held @(Get-Row 4) @{ SuppressionList = "$TestDrive/stop.txt", "$TestDrive/opt*.csv"; DefaultCountry = 'US' }
        $run.Results.Status | Should -Be 'Started', 'Suppressed', 'Suppressed', 'Started'
        $run.Results[1].Reason | Should -BeLike '*stop.txt*'
        $run.Results[2].Reason | Should -BeLike '*optout.csv*'
    }

    It 'takes files from Get-ChildItem' {
        Set-Content "$TestDrive/one.lst" '+12065550100'
        (Get-Held @(Get-Row 2) @{ SuppressionList = (Get-ChildItem "$TestDrive/*.lst") }).Results.Status | Should -Be 'Suppressed', 'Started'
    }

    It 'that cannot be read whole stops before the first row and names the lines' {
        Set-Content "$TestDrive/bad.txt" '+12065550101', 'whoever', '206 555 0103'
        $with = Get-Common $script:Sandbox @{ SuppressionList = "$TestDrive/bad.txt" }
        { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'SuppressionListInvalid,*' -ExpectedMessage '*bad.txt*2*'
        { Get-Row | Test-ConnectOutboundChat @with } | Should -Throw -ErrorId 'SuppressionListInvalid,*'
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'that does not exist stops before the first row' {
        $with = Get-Common $script:Sandbox @{ SuppressionList = "$TestDrive/nowhere.txt" }
        { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'SuppressionListInvalid,*' -ExpectedMessage '*nowhere.txt*'
    }
}

Describe 'Quiet hours' {
    BeforeAll {
        # Hours around this moment in UTC, and hours that are far from it.
        $now = [datetime]::UtcNow
        # Noumea is eleven hours ahead of UTC, the whole year.
        $script:FarZone = 'Pacific/Noumea'
        $script:QuietNow = '{0:HH:mm}-{1:HH:mm}' -f $now.AddHours(-2), $now.AddHours(2)
        $script:QuietLater = '{0:HH:mm}-{1:HH:mm}' -f $now.AddHours(4), $now.AddHours(6)
    }

    BeforeEach { $script:Sandbox.Clear() }

    It 'defer a row, by the zone of the run' {
        $run = Get-Held @(Get-Row) @{ QuietHours = $script:QuietNow; TimeZone = 'UTC' }
        $run.Results[0].Status | Should -Be 'Deferred'
        $run.Results[0].ErrorCode | Should -BeExactly 'QuietHours'
        $run.Errors | Should -BeNullOrEmpty
        (Get-Held @(Get-Row) @{ QuietHours = $script:QuietLater; TimeZone = 'UTC' }).Results[0].Status | Should -Be 'Started'
    }

    It 'count by the row''s own zone, and by that of the number''s country where it has one' {
        $rows = @(
            [pscustomobject]@{ Phone = '+12065550100'; TimeZone = 'UTC' }
            [pscustomobject]@{ Phone = '+12065550101'; TimeZone = $script:FarZone }
            [pscustomobject]@{ Phone = '+3545551234'; TimeZone = '' }
        )
        (Get-Held $rows @{ QuietHours = $script:QuietNow }).Results.Status | Should -Be 'Deferred', 'Started', 'Deferred'
    }

    It 'hold back a row whose local time is not known, unless told otherwise' {
        $result = (Get-Held @(Get-Row) @{ QuietHours = $script:QuietLater }).Results[0]
        $result.Status | Should -Be 'Deferred'
        $result.ErrorCode | Should -BeExactly 'TimeZoneUnknown'
        (Get-Held @(Get-Row) @{ QuietHours = $script:QuietLater; UnknownTimeZoneAction = 'Send' }).Results[0].Status | Should -Be 'Started'
    }

    It 'with Wait leave the row planned, and say when it may go' {
        $with = Get-PlanCommon @{ QuietHours = $script:QuietNow; TimeZone = 'UTC'; QuietHoursAction = 'Wait' }
        $plan = Get-Row | Test-ConnectOutboundChat @with
        $plan.WillSend | Should -BeTrue
        $plan.NotBefore | Should -BeGreaterThan ([datetimeoffset]::UtcNow.AddMinutes(110))
    }

    It 'that cannot be read, and zones that do not exist, stop before the first row: <Id>' -ForEach @(
        @{ Id = 'QuietHoursInvalid'; With = @{ QuietHours = '9pm-8am' }; Says = '*21:00-08:00*' }
        @{ Id = 'QuietHoursInvalid'; With = @{ QuietHours = '08:00-08:00' }; Says = '*whole day*' }
        @{ Id = 'QuietHoursInvalid'; With = @{ TimeZone = 'UTC' }; Says = '*-QuietHours*' }
        @{ Id = 'TimeZoneInvalid'; With = @{ QuietHours = '21:00-08:00'; TimeZone = 'Europe/Lodnon' }; Says = '*Europe/London*' }
        @{ Id = 'TimeZoneInvalid'; With = @{ QuietHours = '21:00-08:00'; TimeZone = 'EST' }; Says = '*America/New_York*' }
    ) {
        $with = Get-Common $script:Sandbox $With
        { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId "$Id,*" -ExpectedMessage $Says
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'in a row a zone that does not exist is a fault of the row' {
        $result = (Get-Held @([pscustomobject]@{ Phone = '+12065550100'; TimeZone = 'Nowhere/At_All' }) @{ QuietHours = $script:QuietLater }).Results[0]
        $result.Status | Should -Be 'Invalid'
        $result.ErrorCode | Should -BeExactly 'TimeZoneInvalid'
    }
}

Describe 'WhatsApp text of one''s own' {
    BeforeEach { $script:Sandbox.Clear() }

    It 'is refused, and the reason names the ways out' {
        $result = (Get-Held @(Get-Row) @{ Channel = 'WhatsApp' }).Results[0]
        $result.Status | Should -Be 'Invalid'
        $result.ErrorCode | Should -BeExactly 'WhatsAppFreeText'
        $result.Reason | Should -BeLike '*24 hours*-AllowFreeText*'
    }

    It 'is sent with -AllowFreeText' {
        (Get-Held @(Get-Row) @{ Channel = 'WhatsApp'; AllowFreeText = $true }).Results[0].Status | Should -Be 'Started'
    }

    It 'is refused also where the segment attribute says the channel, and not where a template has the text' {
        $row = [pscustomobject]@{ Phone = '+12065550100'; 'Segment.connect:Subtype' = 'connect:WhatsApp'; Message = 'Hello' }
        (Get-Held @($row) @{} -Bare).Results[0].ErrorCode | Should -BeExactly 'WhatsAppFreeText'
        (Get-Held @(Get-Row) @{ Channel = 'WhatsApp'; KnowledgeBaseId = 'kb'; MessageTemplateId = 't' } -Bare).Results[0].Status | Should -Be 'Started'
        (Get-Held @(Get-Row) @{ Channel = 'WhatsApp' } -Bare).Results[0].Status | Should -Be 'Started'
    }
}

Describe '-RequireAllValid' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox @{ RequireAllValid = $true }
    }

    It 'sends nothing where one row is invalid, says so once, and gives each row its result' {
        $run = Invoke-Run @(@(Get-Row 3) + @([pscustomobject]@{ PhoneNumber = 'x'; Name = 'Bob' }) + @(Get-Row 1 -First 3)) $script:With
        ($run.Results | Sort-Object RowNumber).Status | Should -Be 'NotSent', 'NotSent', 'NotSent', 'Invalid', 'NotSent'
        @($run.Errors | Get-ErrorName | Where-Object { $_ -eq 'InvalidRows' }).Count | Should -Be 1
        ($run.Errors | Where-Object FullyQualifiedErrorId -Like 'InvalidRows,*').Exception.Message | Should -BeLike '1 of 5 rows*row 4*'
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'sends all where none is' {
        (Invoke-Run @(Get-Row 5) $script:With).Results.Status | Should -Be 'Started', 'Started', 'Started', 'Started', 'Started'
    }

    It 'does not count what a gate holds back, but for duplicates under -DuplicateAction Fail' {
        $rows = @(Get-Row 2) + @(Get-Row 1)
        $with = $script:With + @{}
        ((Invoke-Run $rows $with).Results | Sort-Object RowNumber).Status | Should -Be 'Started', 'Started', 'Duplicate'
        $script:Sandbox.Clear()
        $with.DuplicateAction = 'Fail'
        ((Invoke-Run $rows $with).Results | Sort-Object RowNumber).Status | Should -Be 'NotSent', 'NotSent', 'Invalid'
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'with -WhatIf says what it would do' {
        (Invoke-Run @(Get-Row 2) ($script:With + @{ WhatIf = $true })).Results.Status | Should -Be 'Planned', 'Planned'
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
