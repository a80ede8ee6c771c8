BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'A name' {
    # A sandbox for each test: five requests go at once to one, further lists at two a second.
    BeforeEach {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl; RequestsPerSecond = 100000; Burst = 1000; Message = 'Hello' }
        $script:Flow = $script:Sandbox.Flows | Where-Object { $_.State -eq 'ACTIVE' -and $_.Status -eq 'PUBLISHED' -and $_.Type -eq 'CONTACT_FLOW' } |
            Select-Object -First 1
        $script:SmsNumber = $script:Sandbox.PhoneNumbers | Where-Object Channel -EQ 'SMS' | Select-Object -First 1
        $script:Names = @{ InstanceId = 'Sandbox'; ContactFlowId = $script:Flow.Name; Source = $script:SmsNumber.PhoneNumber; Channel = 'SMS' }
        $null = $script:Sandbox.AddFlow('TWICE')
        $null = $script:Sandbox.AddFlow('Twice')
    }

    AfterEach {
        Clear-ConnectOutboundDefault
        Stop-ConnectOutboundSandbox
    }

    It 'is taken wherever an id is: <Where>' -ForEach @(
        @{ Where = 'as an argument'; Send = { Get-Row | Start-ConnectOutboundChat @To @Names } }
        @{ Where = 'in a column'; Send = { [pscustomobject](@{ Phone = '+12065550101' } + $Names) | Start-ConnectOutboundChat @To } }
        @{ Where = 'as a default'; Send = { Set-ConnectOutboundDefault @Names; '+12065550102' | Start-ConnectOutboundChat @To } }
    ) {
        (& $Send).Status | Should -Be 'Started'
        $body = $script:Sandbox.Contacts[-1].Body | ConvertFrom-Json
        $body.InstanceId, $body.ContactFlowId, $body.SourceEndpoint.Address |
            Should -Be $script:Sandbox.Instances[0].InstanceId, $script:Flow.ContactFlowId, $script:SmsNumber.Arn
    }

    It 'is taken by Test-ConnectOutboundChat, too' {
        Set-ConnectOutboundDefault @Names
        ('+12065550103' | Test-ConnectOutboundChat @To).WillSend | Should -BeTrue
    }

    It 'for many rows is looked up once' {
        $before = $script:Sandbox.RequestCount
        $rows = Get-Row 50 | ForEach-Object { $_ | Add-Member InstanceId sandbox -PassThru | Add-Member Flow $script:Flow.Name -PassThru }
        @($rows | Start-ConnectOutboundChat @To -Source $script:SmsNumber.PhoneNumber -Channel SMS -WarningAction Ignore |
            Where-Object Status -EQ Started).Count | Should -Be 50
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
        @{ Case = 'the default instance does not exist'; Default = @{ InstanceId = 'sandbos' }; With = @{ ContactFlowId = 'Outbound message' }
            Id = 'InstanceNotFound' }
        @{ Case = 'the number is no number of the default instance'; Default = @{ InstanceId = 'sandbox' }
            With = @{ ContactFlowId = 'Outbound message'; Source = '+12065550199' }; Id = 'PhoneNumberNotFound' }
    ) {
        if ($Default.Count) { Set-ConnectOutboundDefault @Default }
        $rows = 1..3 | ForEach-Object { [pscustomobject]@{ Phone = "+1206555010$_"; Channel = 'SMS' } }
        $all = @{ Source = $script:SmsNumber.PhoneNumber } + $script:To
        foreach ($key in $With.Keys) { $all[$key] = $With[$key] }
        { $rows | Start-ConnectOutboundChat @all } | Should -Throw -ErrorId "$Id,*"
        $script:Sandbox.ContactCount | Should -Be 0
    }

    It 'is looked up in the instance of each row, once for each, and rows that cannot be helped come out, too' {
        $second = $script:Sandbox.AddInstance('second')
        $flow = $script:Sandbox.AddFlow('Only here', 'CONTACT_FLOW', 'ACTIVE', 'PUBLISHED', $second.InstanceId)
        $rows = foreach ($i in 1..8) {
            $instance = ('sandbox', $second.Alias, '', 'sandbos')[$i % 4]
            [pscustomobject]@{ Phone = "+1206555010$i"; Channel = 'SMS'; InstanceId = $instance; Source = $script:SourceArn }
        }
        Set-ConnectOutboundDefault -InstanceId $second.Alias
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

    It 'of a default that no row needs is not looked up' {
        Set-ConnectOutboundDefault -InstanceId sandbox -ContactFlowId 'My flow'
        $row = [pscustomobject]@{ Phone = '+12065550101'; Channel = 'SMS'; Flow = $script:Flow.Name; Source = $script:SmsNumber.PhoneNumber }
        ($row | Start-ConnectOutboundChat @To).Status | Should -Be 'Started'
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
        1..700 | ForEach-Object {
            $flow = $_ -in 400, 500 ? $script:Flow.Name : $_ -eq 600 ? 'No such flow' : $script:Flow.ContactFlowId
            [pscustomobject]@{ Phone = "+1206555$('{0:d4}' -f $_)"; Flow = $flow }
        } | Export-Csv $file
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
        $script = "Start-ConnectOutboundChat -EndpointUrl $($script:Sandbox.EndpointUrl) -InstanceId sa"
        foreach ($time in 1, 2) {
            (TabExpansion2 $script $script.Length).CompletionMatches.CompletionText | Should -Be 'sandbox'
        }
        $script:Sandbox.RequestCount | Should -Be 1
        $script = 'Start-ConnectOutboundChat -EndpointUrl http://127.0.0.1:9 -AccessKey A -SecretKey b -Region us-east-1 -InstanceId sa'
        (TabExpansion2 $script $script.Length).CompletionMatches | Should -BeNullOrEmpty
    }
}

Describe 'The alias of an instance in commands about contacts' {
    BeforeEach {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl }
        $script:Nobody = [guid]::NewGuid().ToString()
    }

    AfterEach {
        Clear-ConnectOutboundDefault
        Stop-ConnectOutboundSandbox
    }

    It 'is taken where its id is: <Where>' -ForEach @(
        @{ Where = 'an argument'; With = @{ InstanceId = 'Sandbox' } }
        @{ Where = 'the default'; Default = 'sandbox' }
        @{ Where = 'a column'; Column = 'sandbox' }
    ) {
        $id = $script:Sandbox.Instances[0].InstanceId
        $started = Start-Contact 3 @{ InstanceId = $id }
        $more = $With ?? @{}
        if ($Default) { Set-ConnectOutboundDefault -InstanceId $Default }
        $rows = $started | ForEach-Object { [pscustomobject]@{ ContactId = $_.ContactId; InstanceId = $Column } }
        $before = $script:Sandbox.RequestCount
        $run = Invoke-Run $rows ($script:To + $more + @{ Verbose = $true }) 'Get-ConnectOutboundContact'
        $run.Results.InstanceId | Sort-Object -Unique | Should -BeExactly $id
        $run.Results.Count | Should -Be 3
        $script:Sandbox.RequestCount - $before | Should -Be 4 -Because 'the instances are listed once'
        @($run.Verbose -match "InstanceId 'sandbox' is $id").Count | Should -Be 1
        @($rows | Wait-ConnectOutboundContact @script:To @more -Until Connected).Count | Should -Be 3
        $rows | Stop-ConnectOutboundContact @script:To @more
        $script:Sandbox.ActiveChatCount | Should -Be 0
    }

    It 'is not looked up where contacts say their instance by id or ARN' {
        $started = Start-Contact
        Set-ConnectOutboundDefault -InstanceId sandbox
        $before = $script:Sandbox.RequestCount
        $null = $started | Get-ConnectOutboundContact @script:To
        $null = Get-ConnectOutboundContact "arn:aws:connect:us-east-1:123456789012:instance/$script:InstanceId/contact/$($started.ContactId)" @script:To
        $null = Get-ConnectOutboundContact $started.ContactId @script:To -InstanceArn "arn:aws:connect:us-east-1:123456789012:instance/$script:InstanceId"
        $script:Sandbox.RequestCount - $before | Should -Be 3
    }

    It 'that stands for none ends <_>-ConnectOutboundContact before the first contact, and lists those that there are' -ForEach 'Get', 'Wait', 'Stop' {
        $started = Start-Contact
        { $started | & "$_-ConnectOutboundContact" @script:To -InstanceId sandbos } |
            Should -Throw -ErrorId 'InstanceNotFound,*' -ExpectedMessage "-InstanceId:*'sandbox'*"
        Set-ConnectOutboundDefault -InstanceId sandbos
        { $started.ContactId | & "$_-ConnectOutboundContact" @script:To } | Should -Throw -ErrorId 'InstanceNotFound,*' -ExpectedMessage "*'sandbox'*"
        $script:Sandbox.ActiveChatCount | Should -Be 1
    }

    It 'of a column that stands for none is an error of its row, and the others go on' {
        $started = Start-Contact
        $rows = [pscustomobject]@{ ContactId = $script:Nobody; InstanceId = 'sandbos' }, $started
        $run = Invoke-Run $rows $script:To 'Get-ConnectOutboundContact'
        $run.Results.ContactId | Should -BeExactly $started.ContactId
        $run.Errors | Get-ErrorName | Should -BeExactly 'InstanceNotFound'
        "$($run.Errors[0])" | Should -BeLike "*There is 'sandbox'*"
        $run.Errors[0].TargetObject.ContactId | Should -BeExactly $script:Nobody
        (Invoke-Run $rows ($script:To + @{ PassThru = $true }) 'Get-ConnectOutboundContact').Results.Count | Should -Be 2
    }

    It 'is completed by Tab for <_>' -ForEach 'Get', 'Wait', 'Stop' {
        $line = "$_-ConnectOutboundContact x -EndpointUrl $($script:Sandbox.EndpointUrl) -InstanceId sa"
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain 'sandbox'
    }
}
