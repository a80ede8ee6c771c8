BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000

    function Get-RunCommon {
        # What a named run needs beside its rows.
        param([hashtable] $With = @{}, $At = $script:Sandbox)
        $common = Get-Common $At @{ RunName = 'spring'; JournalPath = $script:Journal }
        foreach ($key in $With.Keys) {
            $common[$key] = $With[$key]
        }
        $common
    }
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A named run' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Other = $null
        $script:Journal = Join-Path $TestDrive "$([guid]::NewGuid()).db"
    }

    AfterEach {
        if ($script:Other) {
            $script:Other | Stop-ConnectOutboundSandbox
        }
    }

    It 'given again sends nothing' {
        $with = Get-RunCommon
        $first = @(Get-Row 20 | Start-ConnectOutboundChat @with)
        $again = @(Get-Row 20 | Start-ConnectOutboundChat @with)
        $first.Status | Sort-Object -Unique | Should -Be 'Started'
        $again.Status | Sort-Object -Unique | Should -Be 'AlreadyStarted'
        $again.RunName | Sort-Object -Unique | Should -Be 'spring'
        @($again.ContactId | Sort-Object) | Should -Be @($first.ContactId | Sort-Object)
        $script:Sandbox.RequestCount | Should -Be 20
    }

    It 'tells several contacts of one person apart by -KeyColumn' {
        $rows = 'A-1', 'A-2' | ForEach-Object { [pscustomobject]@{ PhoneNumber = '+12065550100'; Order = $_ } }
        $with = Get-RunCommon @{ KeyColumn = 'Order' }
        @($rows | Start-ConnectOutboundChat @with).Status | Should -Be 'Started', 'Started'
        @($rows | Start-ConnectOutboundChat @with).Status | Should -Be 'AlreadyStarted', 'AlreadyStarted'
        $script:Sandbox.ContactCount | Should -Be 2
    }

    It 'says that an argument is no column for -KeyColumn: <Name>' -ForEach @(
        @{ Name = 'Channel'; Field = 'Channel' }
        @{ Name = 'From'; Field = 'Source' }
    ) {
        $with = Get-RunCommon @{ KeyColumn = $Name }
        $run = Invoke-Run (Get-Row 1) $with
        $run.Results[0].ErrorCode | Should -BeExactly 'KeyColumnMissing'
        $run.Results[0].Reason | Should -BeLike "*'$Name'*-$Field was given as an argument*no column*"
        $with.KeyColumn = 'Order'
        (Invoke-Run (Get-Row 1) $with).Results[0].Reason | Should -Not -BeLike '*argument*'
    }

    It 'is told by -WhatIf what it would send, and sends nothing' {
        $with = Get-RunCommon
        $null = Get-Row 2 | Start-ConnectOutboundChat @with
        $plan = @(Get-Row 3 | Start-ConnectOutboundChat @with -WhatIf | Sort-Object RowNumber)
        $plan.Status | Should -Be 'AlreadyStarted', 'AlreadyStarted', 'Planned'
        $script:Sandbox.RequestCount | Should -Be 2
    }

    It 'is told by Test-ConnectOutboundChat what it would send' {
        $with = Get-RunCommon
        $null = Get-Row 2 | Start-ConnectOutboundChat @with
        $test = @{ RunName = 'spring'; JournalPath = $script:Journal; InstanceId = $with.InstanceId; ContactFlowId = $with.ContactFlowId; Source = $with.Source; Channel = 'SMS'; Message = 'Hello' }
        $plan = @(Get-Row 3 | Test-ConnectOutboundChat @test)
        $plan.Status | Should -Be 'AlreadyStarted', 'AlreadyStarted', 'Planned'
        $plan.WillSend | Should -Be $false, $false, $true
    }

    It 'makes no journal with -WhatIf or Test-ConnectOutboundChat' {
        $with = Get-RunCommon
        @(Get-Row 2 | Start-ConnectOutboundChat @with -WhatIf).Status | Should -Be 'Planned', 'Planned'
        @(Get-Row 2 | Test-ConnectOutboundChat @with).Status | Should -Be 'Planned', 'Planned'
        Test-Path $script:Journal | Should -BeFalse
    }

    It 'whose credentials expire stops with one error, and goes on with good ones' {
        $expired = @{ AccessKey = 'ASIAEXPIRED000000001'; SecretKey = 'x'; SessionToken = 'y' }
        $script:Other = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultKind ExpiredToken
        $with = Get-RunCommon
        $null = Get-Row 8 | Start-ConnectOutboundChat @with
        $stopped = Invoke-Run (Get-Row 30) (Get-RunCommon $expired -At $script:Other)
        @($stopped.Results | Where-Object Status -EQ 'AlreadyStarted').Count | Should -Be 8
        @($stopped.Results | Where-Object Status -EQ 'NotSent').Count | Should -Be 22
        $errors = @($stopped.Errors | Where-Object { (Get-ErrorName $_) -ne 'ContactNotSent' })
        $errors.Count | Should -Be 1
        $errors | Get-ErrorName | Should -Be 'CredentialsExpired'
        $errors.ErrorDetails.RecommendedAction | Should -Match 'aws sso login'
        $again = @(Get-Row 30 | Start-ConnectOutboundChat @with)
        @($again | Where-Object Status -EQ 'AlreadyStarted').Count | Should -Be 8
        @($again | Where-Object Status -EQ 'Started').Count | Should -Be 22
        $script:Sandbox.ContactCount | Should -Be 30
    }

    It 'that is stopped from outside goes on with the same command, and nobody is written to twice' {
        $script:Other = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -LatencyMilliseconds 20 -ConcurrentChat 10000
        $with = Get-RunCommon -At $script:Other
        $run = New-BackgroundRun (Get-Row 200) $with
        Wait-Until { $script:Other.ContactCount -ge 30 } 'the first contacts'
        $null = Stop-BackgroundRun $run
        $script:Other.ContactCount | Should -BeLessThan 200
        $again = @(Get-Row 200 | Start-ConnectOutboundChat @with)
        $again.Count | Should -Be 200
        @($again | Where-Object Status -NotIn 'Started', 'AlreadyStarted').Count | Should -Be 0
        $script:Other.ContactCount | Should -Be 200
        @($script:Other.Contacts.Destination | Sort-Object -Unique).Count | Should -Be 200
    }

    It 'whose consumer has enough goes on with the same command, and nobody is written to twice' {
        $with = Get-RunCommon
        @(Get-Row 40 | Start-ConnectOutboundChat @with | Select-Object -First 3).Count | Should -Be 3
        $script:Sandbox.ContactCount | Should -BeLessThan 40
        $again = @(Get-Row 40 | Start-ConnectOutboundChat @with)
        $again.Count | Should -Be 40
        $script:Sandbox.ContactCount | Should -Be 40
        @($script:Sandbox.Contacts.Destination | Sort-Object -Unique).Count | Should -Be 40
    }

    It 'says on the host what its consumer did not see' {
        $child = Invoke-ChildScript @"
`$sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -LatencyMilliseconds 20
`$null = 100..139 | ForEach-Object { "+12065550`$_" } | Start-ConnectOutboundChat -InstanceId $InstanceId -ContactFlowId $FlowId -Source $SourceArn -Channel SMS -EndpointUrl `$sandbox.EndpointUrl ``
    -RunName 'spring' -JournalPath '$script:Journal' -RequestsPerSecond 100000 -Burst 100000 | Select-Object -First 3
"@
        $child.Error | Should -BeNullOrEmpty
        $lines = @($child.Output -split '\r?\n' | Where-Object { $_ -match '^Stopped: ' })
        $lines.Count | Should -Be 1
        $lines[0] | Should -Match "-RunName 'spring' goes on where this one stopped"
    }

    It 'takes a saved result for a row' {
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
        $with = Get-RunCommon
        $script:Other = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultKind InvalidRequest
        $bad = Get-RunCommon -At $script:Other
        $null = Get-Row 2 | Start-ConnectOutboundChat @with
        Get-Row 4 | Start-ConnectOutboundChat @bad -ErrorAction SilentlyContinue | Export-Csv $file
        $again = @(Import-Csv $file | Sort-Object { [int]$_.RowNumber } | Start-ConnectOutboundChat @with -WarningAction SilentlyContinue | Sort-Object RowNumber)
        $again.Status | Should -Be 'AlreadyStarted', 'AlreadyStarted', 'Started', 'Started'
        $script:Sandbox.ContactCount | Should -Be 4
        @(Get-Row 4 | Start-ConnectOutboundChat @with).Status | Sort-Object -Unique | Should -Be 'AlreadyStarted'
    }

    It 'warns of no repetition, where a run without a name does so once after more than ten rows' {
        $plain = Get-Common $script:Sandbox
        @((Invoke-Run (Get-Row 10) $plain).Warnings | Where-Object Message -Match '-RunName').Count | Should -Be 0
        @((Invoke-Run (Get-Row 25 -First 30) $plain).Warnings | Where-Object Message -Match '-RunName').Count | Should -Be 1
        @((Invoke-Run (Get-Row 25) (Get-RunCommon)).Warnings | Where-Object Message -Match '-RunName').Count | Should -Be 0
    }

    It 'keeps its journal from other users' {
        if ($IsWindows) {
            Set-ItResult -Skipped -Because 'files have no Unix mode on Windows, where the folder of the user says who may read'
            return
        }
        $with = Get-RunCommon @{ JournalPath = Join-Path $TestDrive 'made/for/it/journal.db' }
        $null = Get-Row 1 | Start-ConnectOutboundChat @with
        [System.IO.File]::GetUnixFileMode($with.JournalPath) | Should -Be ([System.IO.UnixFileMode]'UserRead, UserWrite')
        [System.IO.File]::GetUnixFileMode((Split-Path $with.JournalPath)) | Should -Be ([System.IO.UnixFileMode]'UserRead, UserWrite, UserExecute')
    }
}

Describe 'A journal that cannot be used' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Journal = Join-Path $TestDrive "$([guid]::NewGuid()).db"
    }

    It 'ends the command with <Id> before anything is sent: <What>' -ForEach @(
        @{ What = 'a text file'; Id = 'JournalCorrupt'; Make = { Set-Content $script:Journal ('This is no journal. ' * 500) } }
        @{ What = 'a folder'; Id = 'JournalCorrupt'; Make = { $null = New-Item $script:Journal -ItemType Directory } }
        @{
            What = 'a journal of a later version'; Id = 'JournalNewer'; Make = {
                $with = Get-RunCommon
                $null = '+12065550199' | Start-ConnectOutboundChat @with
                $script:Sandbox.Clear()
                # user_version, four bytes of the header of an SQLite file.
                $bytes = [System.IO.File]::ReadAllBytes($script:Journal)
                $bytes[60] = 0x7F
                [System.IO.File]::WriteAllBytes($script:Journal, $bytes)
                Remove-Item "$script:Journal-wal", "$script:Journal-shm" -ErrorAction Ignore
            }
        }
    ) {
        & $Make
        $with = Get-RunCommon
        $caught = $null
        try {
            $null = Get-Row 3 | Start-ConnectOutboundChat @with
        }
        catch {
            $caught = $_
        }
        $caught | Get-ErrorName | Should -Be $Id
        $caught.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $script:Sandbox.RequestCount | Should -Be 0
    }
}

Describe 'Parameters of named runs' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Journal = Join-Path $TestDrive "$([guid]::NewGuid()).db"
    }

    It 'that do not go together are refused: <What>' -ForEach @(
        @{ What = '-ClientToken with -RunName'; With = @{ RunName = 'spring'; ClientToken = 'abc' } }
        @{ What = '-KeyColumn without -RunName'; With = @{ KeyColumn = 'Order' } }
        @{ What = '-JournalPath without -RunName'; With = @{ JournalPath = 'journal.db' } }
        @{ What = 'a blank -RunName'; With = @{ RunName = "  `t" } }
    ) {
        $with = Get-Common $script:Sandbox $With
        { Get-Row 1 | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId '*Invalid,ConnectOutbound.Commands.StartConnectOutboundChatCommand'
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It '-QuotaWait takes <Value>' -ForEach @(
        @{ Value = 5 }
        @{ Value = '5' }
        @{ Value = '00:05:00' }
        @{ Value = [timespan]::FromMinutes(5) }
        @{ Value = 0.5 }
    ) {
        $with = Get-Common $script:Sandbox @{ QuotaWait = $Value }
        (Get-Row 1 | Start-ConnectOutboundChat @with).Status | Should -Be 'Started'
    }

    It '-QuotaWait refuses <Value>' -ForEach @(
        @{ Value = 'soon'; Says = "*'soon' is neither a TimeSpan*" }
        @{ Value = -1; Says = "*'-1' is less than zero*" }
        @{ Value = '-1'; Says = "*'-1' is less than zero*" }
        @{ Value = '-00:05:00'; Says = "*'-00:05:00' is less than zero*" }
        @{ Value = @{}; Says = '*is neither a TimeSpan*' }
        @{ Value = $true; Says = '*is neither a TimeSpan*' }
    ) {
        $with = Get-Common $script:Sandbox @{ QuotaWait = $Value }
        { Get-Row 1 | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*' -ExpectedMessage $Says
    }

    It '-QuotaWait <Value> says how long was waited: <Says>' -ForEach @(
        @{ Value = 0; Says = '*is full, and -QuotaWait 0 waits for no room*'; Warns = 0 }
        @{ Value = 0.01; Says = '*has been full for * seconds*'; Warns = 1 }
    ) {
        $full = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 0
        try {
            $run = Invoke-Run (Get-Row 1) (Get-Common $full @{ QuotaWait = $Value })
            "$($run.Errors | Where-Object { ($_ | Get-ErrorName) -eq 'QuotaFull' })" | Should -BeLike $Says
            @($run.Warnings -like '*at most 0.6 seconds (-QuotaWait)*').Count | Should -Be $Warns
        }
        finally {
            $full | Stop-ConnectOutboundSandbox
        }
    }

    It '-QuotaWait takes numbers for minutes' {
        # No time at all: the second refusal ends the run. Were it half an hour, this would take longer than anybody waits.
        $full = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 0
        try {
            $run = Invoke-Run (Get-Row 1) (Get-Common $full @{ QuotaWait = 0.01 })
            $run.Results.Status | Should -Be 'NotSent'
            $run.Errors | Get-ErrorName | Should -Contain 'QuotaFull'
        }
        finally {
            $full | Stop-ConnectOutboundSandbox
        }
    }
}

Describe 'Get-ConnectOutboundRun' {
    BeforeAll {
        $script:Journal = Join-Path $TestDrive 'listed.db'
        $script:Sandbox.Clear()
        $script:Refusing = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultKind InvalidRequest
        foreach ($name in 'spring offer', 'Spring reminder', 'autumn') {
            $with = Get-RunCommon @{ RunName = $name }
            $null = Get-Row 3 | Start-ConnectOutboundChat @with
        }
        $with = Get-RunCommon @{ RunName = 'spring offer' } -At $script:Refusing
        $rows = Get-Row 2 -First 50 | Select-Object *, @{ Name = 'Attribute.OrderId'; Expression = { 'A-7' } }, @{ Name = 'Note'; Expression = { "S`u{F6}ren, `"quoted`"" } }
        $null = $rows | Start-ConnectOutboundChat @with -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
    }

    AfterAll {
        $script:Refusing | Stop-ConnectOutboundSandbox
    }

    It 'counts the contacts of a run' {
        $run = Get-ConnectOutboundRun 'spring offer' -JournalPath $script:Journal
        $run.Name | Should -Be 'spring offer'
        $run.Started | Should -Be 3
        $run.Failed | Should -Be 2
        $run.Unknown + $run.Sending + $run.NotSent | Should -Be 0
        $run.Total | Should -Be 5
        $run.JournalPath | Should -Be $script:Journal
        $run.LastAt | Should -BeGreaterOrEqual $run.FirstAt
    }

    It 'gives all runs, or those whose names match' {
        @(Get-ConnectOutboundRun -JournalPath $script:Journal).Name | Should -Be 'spring offer', 'Spring reminder', 'autumn'
        @(Get-ConnectOutboundRun 'spring*' -JournalPath $script:Journal).Count | Should -Be 2
        @(Get-ConnectOutboundRun 'spring*', '*offer' -JournalPath $script:Journal).Count | Should -Be 2
        @(Get-ConnectOutboundRun 'nothing*' -JournalPath $script:Journal -ErrorAction Stop).Count | Should -Be 0
    }

    It 'says of a name that is none: RunNotFound' {
        $problem = @()
        @(Get-ConnectOutboundRun 'nothing', 'autumn' -JournalPath $script:Journal -ErrorAction SilentlyContinue -ErrorVariable problem).Name | Should -Be 'autumn'
        $problem | Get-ErrorName | Should -Be 'RunNotFound'
    }

    It 'gives nothing where there is no journal, and makes none' {
        $nowhere = Join-Path $TestDrive 'nowhere.db'
        @(Get-ConnectOutboundRun -JournalPath $nowhere).Count | Should -Be 0
        Test-Path $nowhere | Should -BeFalse
    }

    It 'gives the contacts of a run, those that failed with all the columns of their rows' {
        $contacts = @(Get-ConnectOutboundRun 'spring offer' -Contact -JournalPath $script:Journal)
        $contacts.Count | Should -Be 5
        $failed = @($contacts | Where-Object Status -EQ 'Failed')
        $failed.Count | Should -Be 2
        $row = $failed[0].GetInput()
        $row.PSObject.Properties.Name | Should -Be 'PhoneNumber', 'Name', 'Attribute.OrderId', 'Note'
        $row.Name | Should -Be 'Customer 50'
        $row.Note | Should -Be "S`u{F6}ren, `"quoted`""
        # What is started is over: its row is not kept.
        @($contacts | Where-Object { $_.Status -eq 'Started' -and $null -ne $_.GetInput() }).Count | Should -Be 0
    }

    It 'gives contacts that pipe back: what failed is sent again, with all that its row said' {
        $script:Sandbox.Clear()
        $with = Get-RunCommon @{ RunName = 'spring offer' }
        $again = @(Get-ConnectOutboundRun 'spring offer' -Contact -JournalPath $script:Journal | Start-ConnectOutboundChat @with -WarningAction SilentlyContinue)
        @($again | Where-Object Status -EQ 'AlreadyStarted').Count | Should -Be 3
        @($again | Where-Object Status -EQ 'Started').Count | Should -Be 2
        $script:Sandbox.ContactCount | Should -Be 2
        $script:Sandbox.Contacts[0].Attributes['OrderId'] | Should -Be 'A-7'
        (Get-ConnectOutboundRun 'spring offer' -JournalPath $script:Journal).Failed | Should -Be 0
    }
}

Describe 'Remove-ConnectOutboundRun' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Journal = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        foreach ($name in 'one', 'other', 'third') {
            $with = Get-RunCommon @{ RunName = $name }
            $null = Get-Row 2 | Start-ConnectOutboundChat @with
        }
    }

    It 'removes nothing with -WhatIf' {
        Remove-ConnectOutboundRun * -JournalPath $script:Journal -WhatIf
        @(Get-ConnectOutboundRun -JournalPath $script:Journal).Count | Should -Be 3
    }

    It 'removes the run that is named' {
        Remove-ConnectOutboundRun one -JournalPath $script:Journal -Confirm:$false
        @(Get-ConnectOutboundRun -JournalPath $script:Journal).Name | Should -Be 'other', 'third'
    }

    It 'removes those whose names match, and those that are piped' {
        Remove-ConnectOutboundRun 'o*' -JournalPath $script:Journal -Confirm:$false
        @(Get-ConnectOutboundRun -JournalPath $script:Journal).Name | Should -Be 'third'
        Get-ConnectOutboundRun -JournalPath $script:Journal | Remove-ConnectOutboundRun -JournalPath $script:Journal -Confirm:$false
        @(Get-ConnectOutboundRun -JournalPath $script:Journal).Count | Should -Be 0
    }

    It 'says of a name that is none: RunNotFound' {
        { Remove-ConnectOutboundRun nothing -JournalPath $script:Journal -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'RunNotFound,*'
    }

    It 'leaves the tokens as they are: nobody is written to twice within seven days' {
        Remove-ConnectOutboundRun one -JournalPath $script:Journal -Confirm:$false
        $with = Get-RunCommon @{ RunName = 'one' }
        @(Get-Row 2 | Start-ConnectOutboundChat @with).Status | Should -Be 'Started', 'Started'
        $script:Sandbox.ContactCount | Should -Be 6
    }
}
