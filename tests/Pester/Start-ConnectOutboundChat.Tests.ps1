BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe '-WhatIf' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'sends nothing and gives each row its result' {
        $run = Invoke-Run @(@(Get-Row 2) + 'x') ($script:With + @{ WhatIf = $true })
        ($run.Results | Sort-Object RowNumber).Status | Should -Be 'Planned', 'Planned', 'Invalid'
        $script:Sandbox.RequestCount | Should -Be 0
        @($run.Errors).Count | Should -Be 1
    }

    It 'needs no credentials, no Region and no endpoint' {
        $run = Invoke-Run @(Get-Row) ((Get-Common) + @{ WhatIf = $true })
        $run.Results[0].Status | Should -Be 'Planned'
        $run.Errors | Should -BeNullOrEmpty
    }

    It 'follows $WhatIfPreference' {
        $seen = Invoke-ChildJson -Script @"
`$with = @{ InstanceId = '$script:InstanceId'; ContactFlowId = '$script:FlowId'; Source = '$script:SourceArn'; Channel = 'SMS'; Message = 'x' }
function Invoke-It { `$WhatIfPreference = `$true; '+12065550100' | Start-ConnectOutboundChat @with 6>`$null }
@{ Status = "`$((Invoke-It).Status)" } | ConvertTo-Json -Compress
"@
        $seen.Status | Should -BeExactly 'Planned'
    }

    It 'says row, channel, masked number and flow' {
        $child = Invoke-ChildScript @"
`$with = @{ InstanceId = '$script:InstanceId'; ContactFlowId = '$script:FlowId'; Source = '$script:SourceArn'; Channel = 'WhatsApp' }
'+12065550100' | Start-ConnectOutboundChat -WhatIf @with | Out-Null
"@
        $child.Output | Should -Match "Row 1: start connect:WhatsApp contact with \S*0100, flow $script:FlowId"
        $child.Output | Should -Not -Match '2065550100'
    }
}

Describe '-Confirm' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'asks for each row; what is declined comes out as NotSent and is no error' {
        $seen = Invoke-ChildScript -StandardInput "y`nn`ny`n" -Script @"
`$sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
`$with = @{ EndpointUrl = `$sandbox.EndpointUrl; InstanceId = '$script:InstanceId'; ContactFlowId = '$script:FlowId'
    Source = '$script:SourceArn'; Channel = 'SMS'; Message = 'x' }
`$results = @('+12065550100', '+12065550101', '+12065550102' | Start-ConnectOutboundChat @with -Confirm -ErrorVariable failures)
'RESULT ' + (`$results | Sort-Object RowNumber | ForEach-Object { "`$(`$_.Status):`$(`$_.ErrorCode)" }) + " `$(`$failures.Count) `$(`$sandbox.ContactCount)"
"@
        $seen.Output | Should -Match 'RESULT Started: NotSent:Declined Started: 0 2'
        $seen.Output | Should -Not -Match '206555010\d'
    }

    It ':$false asks nobody, whatever the preference is' {
        $ConfirmPreference = 'Low'
        (Get-Row | Start-ConnectOutboundChat @With -Confirm:$false).Status | Should -Be 'Started'
        $null = $ConfirmPreference
    }
}

Describe 'A pipeline' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'that has had enough starts few contacts more than it took' {
        $limit = 4
        $got = @(Get-Row 500 | Start-ConnectOutboundChat @With -ThrottleLimit $limit | Select-Object -First 3)
        $got.Count | Should -Be 3
        $script:Sandbox.ContactCount | Should -BeLessOrEqual (3 + $limit)
        $script:Sandbox.ContactCount | Should -BeGreaterOrEqual 3
    }

    It 'that <Ends> downstream sends nothing afterwards' -ForEach @(
        @{
            Ends = 'throws'
            Script = { param($rows, $with) try { $rows | Start-ConnectOutboundChat @with | ForEach-Object { throw 'downstream' } } catch { "$_" } }
            Said = 'downstream'
        }
        @{
            Ends = 'breaks'
            Script = { param($rows, $with) foreach ($once in 1) { $rows | Start-ConnectOutboundChat @with | ForEach-Object { break } } ; 'broken' }
            Said = 'broken'
        }
    ) {
        & $Script (Get-Row 500) ($script:With + @{ ThrottleLimit = 4 }) | Should -BeExactly $Said
        $count = $script:Sandbox.RequestCount
        $count | Should -BeLessOrEqual 9
        (Start-ConnectOutboundChat @With -InputObject '+12065550199').Status | Should -Be 'Started'
        $script:Sandbox.RequestCount | Should -Be ($count + 1)
    }

    It 'whose upstream throws sends nothing afterwards' {
        $with = $script:With
        { & { '+12065550100'; throw 'upstream' } | Start-ConnectOutboundChat @with } | Should -Throw 'upstream'
        $script:Sandbox.RequestCount | Should -BeLessOrEqual 1
    }

    It 'may send inside its own results' {
        $with = $script:With
        $inner = @(Get-Row 3 | Start-ConnectOutboundChat @with | ForEach-Object { '+12065550177' | Start-ConnectOutboundChat @with })
        $inner.Count | Should -Be 3
        $script:Sandbox.ContactCount | Should -Be 6
    }

    It 'may be fed slowly: results come while rows are awaited' {
        $with = $script:With
        $order = [System.Collections.Generic.List[string]]::new()
        & { foreach ($row in Get-Row 3) { $order.Add('row'); $row; Wait-Until { $script:Sandbox.ContactCount -ge @($order -eq 'row').Count } } } |
            Start-ConnectOutboundChat @with -ThrottleLimit 1 | ForEach-Object { $order.Add('result') }
        @($order -eq 'result').Count | Should -Be 3
        $order.IndexOf('result') | Should -BeLessThan $order.LastIndexOf('row')
    }
}

Describe '-ThrottleLimit' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'is how many rows are under way at most, and it is used' {
        $slow = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -LatencyMilliseconds 100
        $slow4 = Get-Common $slow @{ ThrottleLimit = 4 }
        try {
            $results = @(Get-Row 24 | Start-ConnectOutboundChat @slow4)
        }
        finally {
            $slow | Stop-ConnectOutboundSandbox
        }
        $edges = foreach ($result in $results) {
            # The clock of the start and the one of the duration are not the same.
            [pscustomobject]@{ At = $result.StartedAt.AddMilliseconds(10); Step = 1 }
            [pscustomobject]@{ At = $result.StartedAt.Add($result.Duration).AddMilliseconds(-10); Step = -1 }
        }
        $now = 0
        $most = ($edges | Sort-Object At | ForEach-Object { $now += $_.Step; $now } | Measure-Object -Maximum).Maximum
        $most | Should -BeLessOrEqual 4
        $most | Should -BeGreaterThan 1
    }

    It 'refuses <_>' -ForEach 0, -1, 1025 {
        { Get-Row | Start-ConnectOutboundChat @With -ThrottleLimit $_ } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
    }
}

Describe '-RequestsPerSecond' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'keeps a run under the quota of the service: nothing is throttled' {
        $limited = Start-ConnectOutboundSandbox -RequestsPerSecond 50 -Burst 5
        try {
            $with = Get-Common $limited @{ RequestsPerSecond = 50; Burst = 5 }
            @(Get-Row 60 | Start-ConnectOutboundChat @with | Where-Object Status -EQ 'Started').Count | Should -Be 60
            $limited.ThrottledCount | Should -Be 0
        }
        finally {
            $limited | Stop-ConnectOutboundSandbox
        }
    }

    It 'that is too high for the service costs time and no row' {
        $limited = Start-ConnectOutboundSandbox -RequestsPerSecond 50 -Burst 5
        $with = Get-Common $limited
        try {
            @(Get-Row 40 | Start-ConnectOutboundChat @with | Where-Object Status -EQ 'Started').Count | Should -Be 40
            $limited.ContactCount | Should -Be 40
        }
        finally {
            $limited | Stop-ConnectOutboundSandbox
        }
    }
}

Describe '-MaxErrors' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'stops the run after so many rows that could not be sent' {
        $run = Invoke-Run @('a', 'b', 'c', '+12065550100', '+12065550101') ($script:With + @{ MaxErrors = 2 })
        @($run.Results).Count | Should -Be 5
        @($run.Results | Where-Object Status -EQ 'Started').Count | Should -Be 0
        ($run.Results | Sort-Object RowNumber)[3, 4].Status | Should -Be 'NotSent', 'NotSent'
        ($run.Errors | Get-ErrorName) | Should -Contain 'MaxErrorsReached'
        @($run.Errors | Where-Object { ($_ | Get-ErrorName) -eq 'MaxErrorsReached' }).Count | Should -Be 1
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'stops nothing below that number' {
        $run = Invoke-Run @('a', '+12065550100') ($script:With + @{ MaxErrors = 2 })
        @($run.Results | Where-Object Status -EQ 'Started').Count | Should -Be 1
    }
}

Describe '-ChatDurationInMinutes' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'takes <Value>' -ForEach @(
        @{ Value = 60; Minutes = 60 }
        @{ Value = '10080'; Minutes = 10080 }
        @{ Value = [timespan]'7.00:00:00'; Minutes = 10080 }
        @{ Value = '01:30:00'; Minutes = 90 }
    ) {
        $null = Invoke-Run @('+12065550100') ($script:With + @{ ChatDurationInMinutes = $Value })
        ($script:Sandbox.Contacts[-1].Body | ConvertFrom-Json).ChatDurationInMinutes | Should -Be $Minutes
    }

    It 'refuses <_> before anything is sent' -ForEach 59, 10081, 'soon', '90.5', ([timespan]'00:00:30'), '' {
        { Get-Row | Start-ConnectOutboundChat @With -ChatDurationInMinutes $_ } | Should -Throw -ErrorId 'ParameterArgument*'
        $script:Sandbox.RequestCount | Should -Be 0
    }
}
