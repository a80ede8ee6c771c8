BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'Finding things' {
    BeforeAll {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl }
        1..25 | ForEach-Object { $null = $script:Sandbox.AddInstance("extra-$_") }
        1..230 | ForEach-Object { $null = $script:Sandbox.AddFlow("Flow $_") }
    }

    AfterAll {
        $script:Sandbox | Stop-ConnectOutboundSandbox
        Clear-ConnectOutboundDefault
    }

    It 'lists all instances, page after page' {
        $instances = @(Get-ConnectOutboundInstance @To)
        $instances.Count | Should -Be 26
        $instances[0].Alias | Should -BeExactly 'sandbox'
        $instances[0].InstanceId | Should -BeExactly $script:Sandbox.Instances[0].InstanceId
    }

    It 'finds an instance by alias, wildcard or id' {
        (Get-ConnectOutboundInstance sandbox @To).Alias | Should -BeExactly 'sandbox'
        @(Get-ConnectOutboundInstance extra-1* @To).Count | Should -Be 11
        (Get-ConnectOutboundInstance $script:Sandbox.Instances[0].InstanceId @To).Alias | Should -BeExactly 'sandbox'
        { Get-ConnectOutboundInstance nobody @To -ErrorAction Stop } | Should -Throw -ErrorId 'InstanceNotFound,*'
        Get-ConnectOutboundInstance nobody* @To -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'pipes instances on to their numbers, each with its channel and the ARN that is the source' {
        $numbers = @(Get-ConnectOutboundInstance sandbox @To | Get-ConnectOutboundPhoneNumber @To)
        $numbers.Count | Should -Be 3
        $numbers.Channel | Should -Be 'SMS', 'WhatsApp', $null
        $numbers[0].Source | Should -BeLike 'arn:aws:connect:*:phone-number/*'
        $numbers[0].ImportedFrom | Should -BeLike 'arn:aws:sms-voice:*'
        (Get-ConnectOutboundPhoneNumber -InstanceId sandbox -Channel WhatsApp @To).PhoneNumber | Should -BeExactly $numbers[1].PhoneNumber
        (Get-ConnectOutboundPhoneNumber '+1206555014[24]' -InstanceId sandbox @To).Count | Should -Be 2
    }

    It 'lists flows of the instance once, those that take contacts first, however many numbers name it' {
        $flows = @(Get-ConnectOutboundInstance sandbox @To | Get-ConnectOutboundPhoneNumber @To | Get-ConnectOutboundFlow @To)
        @($flows | Where-Object Name -Like 'Flow *').Count | Should -Be 230
        @($flows.ContactFlowId | Sort-Object -Unique).Count | Should -Be $flows.Count
        $idle = @($flows | Where-Object { -not $_.IsUsable })
        $idle.Count | Should -BeGreaterThan 0
        $flows[-$idle.Count].IsUsable | Should -BeFalse
        $flows[$flows.Count - $idle.Count - 1].IsUsable | Should -BeTrue
    }

    It 'takes the default instance, and says where there is none' {
        Set-ConnectOutboundDefault -InstanceId sandbox
        @(Get-ConnectOutboundPhoneNumber @To).Count | Should -Be 3
        Clear-ConnectOutboundDefault
        { Get-ConnectOutboundFlow @To } | Should -Throw -ErrorId 'InstanceIdMissing,*'
        { Get-ConnectOutboundFlow -InstanceId nobody @To -ErrorAction Stop } | Should -Throw -ErrorId 'InstanceNotFound,*' -ExpectedMessage '*extra-*'
    }

    It 'stops when something downstream has enough' {
        $before = $script:Sandbox.RequestCount
        (Get-ConnectOutboundFlow -InstanceId $script:Sandbox.Instances[0].InstanceId @To | Select-Object -First 1).IsUsable | Should -BeTrue
        $script:Sandbox.RequestCount - $before | Should -Be 1
    }

    It 'says what may be wrong where nobody answers or credentials are missing' {
        $to = @{ EndpointUrl = 'http://127.0.0.1:9'; AccessKey = 'AKIAEXAMPLE'; SecretKey = 's'; Region = 'us-east-1' }
        { Get-ConnectOutboundInstance @to } | Should -Throw -ErrorId 'EndpointUnreachable,*'
    }
}

Describe 'A name' {
    BeforeAll {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl; RequestsPerSecond = 100000; Burst = 1000; Message = 'Hello' }
        $script:Flow = $script:Sandbox.Flows | Where-Object { $_.State -eq 'ACTIVE' -and $_.Status -eq 'PUBLISHED' -and $_.Type -eq 'CONTACT_FLOW' } | Select-Object -First 1
        $script:SmsNumber = $script:Sandbox.PhoneNumbers | Where-Object Channel -EQ 'SMS' | Select-Object -First 1
        $script:Names = @{ InstanceId = 'Sandbox'; ContactFlowId = $script:Flow.Name; Source = $script:SmsNumber.PhoneNumber; Channel = 'SMS' }
        $null = $script:Sandbox.AddFlow('TWICE')
        $null = $script:Sandbox.AddFlow('Twice')
    }

    BeforeEach { $script:Sandbox.Clear() }

    AfterAll {
        $script:Sandbox | Stop-ConnectOutboundSandbox
        Clear-ConnectOutboundDefault
    }

    It 'is taken wherever an id is: as an argument, in a column, as a default' {
        $ids = { $body = $script:Sandbox.Contacts[-1].Body | ConvertFrom-Json; $body.InstanceId, $body.ContactFlowId, $body.SourceEndpoint.Address }
        $expected = $script:Sandbox.Instances[0].InstanceId, $script:Flow.ContactFlowId, $script:SmsNumber.Arn
        (Get-Row | Start-ConnectOutboundChat @To @Names).Status | Should -Be 'Started'
        & $ids | Should -Be $expected
        $row = [pscustomobject](@{ Phone = '+12065550101' } + $Names)
        ($row | Start-ConnectOutboundChat @To).Status | Should -Be 'Started'
        & $ids | Should -Be $expected
        Set-ConnectOutboundDefault @Names
        ('+12065550102' | Start-ConnectOutboundChat @To).Status | Should -Be 'Started'
        & $ids | Should -Be $expected
        ('+12065550103' | Test-ConnectOutboundChat @To).WillSend | Should -BeTrue
        Clear-ConnectOutboundDefault
    }

    It 'for many rows is looked up once' {
        $before = $script:Sandbox.RequestCount
        $rows = Get-Row 50 | ForEach-Object { $_ | Add-Member InstanceId sandbox -PassThru | Add-Member Flow $script:Flow.Name -PassThru }
        @($rows | Start-ConnectOutboundChat @To -Source $script:SmsNumber.PhoneNumber -Channel SMS -WarningAction Ignore | Where-Object Status -EQ Started).Count | Should -Be 50
        $script:Sandbox.RequestCount - $before | Should -Be 53
    }

    It 'that does not exist stops the run before the first row, and lists those that do: <Id>' -ForEach @(
        @{ Id = 'InstanceNotFound'; With = @{ InstanceId = 'sandbos' }; Says = "*There is 'sandbox'*" }
        @{ Id = 'FlowNotFound'; With = @{ ContactFlowId = 'Outbound messag' }; Says = "*'Outbound message'*" }
        @{ Id = 'FlowAmbiguous'; With = @{ ContactFlowId = 'twice' }; Says = '*stands for 2*' }
        @{ Id = 'PhoneNumberNotFound'; With = @{ Source = '+12065550199' }; Says = '*+12065550142*' }
    ) {
        $names = $script:Names + @{}
        $With.Keys | ForEach-Object { $names[$_] = $With[$_] }
        { Get-Row | Start-ConnectOutboundChat @To @names } | Should -Throw -ErrorId "$Id,*" -ExpectedMessage $Says
        { Get-Row | Test-ConnectOutboundChat @To @names } | Should -Throw -ErrorId "$Id,*"
        $script:Sandbox.ContactCount | Should -Be 0
    }

    It 'that does not exist stops the run before the first row where <Case>' -ForEach @(
        @{ Case = 'the channel comes from a column'; Default = @{}; With = @{ InstanceId = 'sandbox'; ContactFlowId = 'My flow' }; Id = 'FlowNotFound' }
        @{ Case = 'the instance is a default'; Default = @{ InstanceId = 'sandbox' }; With = @{ ContactFlowId = 'My flow' }; Id = 'FlowNotFound' }
        @{ Case = 'the flow and the instance are defaults'; Default = @{ InstanceId = 'sandbox'; ContactFlowId = 'My flow' }; With = @{}; Id = 'FlowNotFound' }
        @{ Case = 'the default instance does not exist'; Default = @{ InstanceId = 'sandbos' }; With = @{ ContactFlowId = 'Outbound message' }; Id = 'InstanceNotFound' }
        @{ Case = 'the number is no number of the default instance'; Default = @{ InstanceId = 'sandbox' }; With = @{ ContactFlowId = 'Outbound message'; Source = '+12065550199' }; Id = 'PhoneNumberNotFound' }
    ) {
        if ($Default.Count) { Set-ConnectOutboundDefault @Default }
        try {
            $rows = 1..3 | ForEach-Object { [pscustomobject]@{ Phone = "+1206555010$_"; Channel = 'SMS' } }
            $all = @{ Source = $script:SmsNumber.PhoneNumber } + $script:To
            foreach ($key in $With.Keys) { $all[$key] = $With[$key] }
            { $rows | Start-ConnectOutboundChat @all } | Should -Throw -ErrorId "$Id,*"
            $script:Sandbox.ContactCount | Should -Be 0
        }
        finally {
            Clear-ConnectOutboundDefault
        }
    }

    It 'is looked up in the instance of each row, once for each, and rows that cannot be helped come out, too' {
        $second = $script:Sandbox.AddInstance("second-$([guid]::NewGuid().ToString('N').Substring(0, 8))")
        $flow = $script:Sandbox.AddFlow('Only here', 'CONTACT_FLOW', 'ACTIVE', 'PUBLISHED', $second.InstanceId)
        $rows = foreach ($i in 1..8) { [pscustomobject]@{ Phone = "+1206555010$i"; Channel = 'SMS'; InstanceId = ('sandbox', $second.Alias, '', 'sandbos')[$i % 4]; Source = $script:SourceArn } }
        Set-ConnectOutboundDefault -InstanceId $second.Alias
        try {
            $before = $script:Sandbox.RequestCount
            $run = Invoke-Run $rows ($script:To + @{ ContactFlowId = 'Only here' })
            $results = @($run.Results | Sort-Object RowNumber)
            $results.Status | Should -Be 'Started', 'Started', 'Invalid', 'Invalid', 'Started', 'Started', 'Invalid', 'Invalid'
            $results[2].Reason | Should -BeLike "*'sandbos'*$($second.Alias)*"
            $results[3].Reason | Should -BeLike "ContactFlowId: 'Only here'*'Outbound message'*"
            @($run.Errors).Count | Should -Be 4
            ($script:Sandbox.Contacts[0].Body | ConvertFrom-Json).ContactFlowId | Should -BeExactly $flow.ContactFlowId
            $script:Sandbox.RequestCount - $before | Should -Be (1 + 2 + 4) -Because 'the instances are listed once, the flows of each once'
        }
        finally {
            Clear-ConnectOutboundDefault
        }
    }

    It 'of a default that no row needs is not looked up' {
        Set-ConnectOutboundDefault -InstanceId sandbox -ContactFlowId 'My flow'
        try {
            $row = [pscustomobject]@{ Phone = '+12065550101'; Channel = 'SMS'; Flow = $script:Flow.Name; Source = $script:SmsNumber.PhoneNumber }
            ($row | Start-ConnectOutboundChat @To).Status | Should -Be 'Started'
        }
        finally {
            Clear-ConnectOutboundDefault
        }
    }

    It 'of a flow that takes no contacts, or of a number for another channel, says so' {
        $idle = $script:Sandbox.Flows | Where-Object { $_.State -eq 'ARCHIVED' } | Select-Object -First 1
        $names = $script:Names + @{}
        $names.ContactFlowId = $idle.Name
        { Get-Row | Start-ConnectOutboundChat @To @names } | Should -Throw -ExpectedMessage '*archived*'
        $names = $script:Names + @{}
        $names.Channel = 'WhatsApp'
        { Get-Row | Start-ConnectOutboundChat @To @names -AllowFreeText } | Should -Throw -ExpectedMessage '*no WhatsApp*'
    }

    It 'in a row that does not exist is a fault of the row, and the others go on' {
        $rows = [pscustomobject]@{ Phone = '+12065550101'; Flow = $script:Flow.Name }, [pscustomobject]@{ Phone = '+12065550102'; Flow = 'No such flow' }
        $names = $script:Names + @{}
        $names.Remove('ContactFlowId')
        $run = Invoke-Run $rows ($To + $names)
        ($run.Results | Sort-Object RowNumber).Status | Should -Be 'Started', 'Invalid'
        ($run.Results | Where-Object RowNumber -EQ 2).Reason | Should -BeLike "*No such flow*$($script:Flow.Name)*"
    }

    It 'may stand anywhere in a long file' {
        $file = Join-Path $TestDrive 'names.csv'
        1..700 | ForEach-Object { [pscustomobject]@{ Phone = "+1206555$('{0:d4}' -f $_)"; Flow = $_ -in 400, 500 ? $script:Flow.Name : $_ -eq 600 ? 'No such flow' : $script:Flow.ContactFlowId } } | Export-Csv $file
        $names = $script:Names + @{}
        $names.Remove('ContactFlowId')
        $plans = @(Import-Csv $file | Test-ConnectOutboundChat @To @names)
        $plans.RowNumber | Should -Be (1..700)
        ($plans | Where-Object Status -NE Planned).RowNumber | Should -Be 600
    }

    It 'is completed by Tab: <Line>' -ForEach @(
        @{ Line = '-InstanceId sa'; Expected = 'sandbox' }
        @{ Line = "-InstanceId sandbox -ContactFlowId 'Outbound m"; Expected = "'Outbound message'" }
        @{ Line = '-InstanceId sandbox -Source '; Expected = '+12065550142', '+12065550143' }
    ) {
        $script = "Start-ConnectOutboundChat -EndpointUrl $($script:Sandbox.EndpointUrl) $Line"
        $found = (TabExpansion2 $script $script.Length).CompletionMatches.CompletionText
        foreach ($one in $Expected) { $found | ForEach-Object { $_.Trim("'") } | Should -Contain $one.Trim("'") }
    }

    It 'is completed from what was asked within the last minute, and by nothing where nobody answers' {
        $before = $script:Sandbox.RequestCount
        $script = "Start-ConnectOutboundChat -EndpointUrl $($script:Sandbox.EndpointUrl) -InstanceId sa"
        $null = TabExpansion2 $script $script.Length
        $script:Sandbox.RequestCount | Should -Be $before
        $script = 'Start-ConnectOutboundChat -EndpointUrl http://127.0.0.1:9 -AccessKey A -SecretKey b -Region us-east-1 -InstanceId sa'
        (TabExpansion2 $script $script.Length).CompletionMatches | Should -BeNullOrEmpty
    }
}
