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
        $test = @{
            RunName = 'spring'
            JournalPath = $script:Journal
            InstanceId = $with.InstanceId
            ContactFlowId = $with.ContactFlowId
            Source = $with.Source
            Channel = 'SMS'
            Message = 'Hello'
        }
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
`$null = 100..139 | ForEach-Object { "+12065550`$_" } | Start-ConnectOutboundChat -InstanceId $InstanceId -ContactFlowId $FlowId ``
    -Source $SourceArn -Channel SMS -EndpointUrl `$sandbox.EndpointUrl ``
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
        $again = @(Import-Csv $file | Sort-Object { [int]$_.RowNumber } |
            Start-ConnectOutboundChat @with -WarningAction SilentlyContinue | Sort-Object RowNumber)
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

Describe 'A slip in a command of a named run' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Journal = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        $script:Orders = foreach ($i in 0..3) {
            [pscustomobject]@{ PhoneNumber = '+120655501{0:00}' -f ($i % 2); Order = "A-$i"; Ticket = "T-$i" }
        }
    }

    It 'in its name is the same in every culture: <_>' -ForEach 'de-DE', 'tr-TR', 'ar-SA' {
        $with = Get-RunCommon @{ RunName = 'INVITATION' }
        $null = Get-Row 1 | Start-ConnectOutboundChat @with
        $with.RunName = 'invitation'
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            { Get-Row 1 | Start-ConnectOutboundChat @with -WhatIf } | Should -Throw -ErrorId 'RunNameAmbiguous,*'
            $caught = { Get-Row 1 | Start-ConnectOutboundChat @with } | Should -Throw -PassThru
        }
        finally {
            [cultureinfo]::CurrentCulture = $culture
        }
        $caught | Get-ErrorName | Should -BeExactly 'RunNameAmbiguous'
        "$caught" | Should -Match 'last used 20\d\d-\d\d-\d\d \d\d:\d\d UTC'
    }

    It 'that leaves -KeyColumn out is none: the run has its own' {
        $with = Get-RunCommon @{ KeyColumn = 'Order' }
        @($script:Orders | Start-ConnectOutboundChat @with).Status | Sort-Object -Unique | Should -Be 'Started'
        (Get-ConnectOutboundRun spring -JournalPath $script:Journal).KeyColumn | Should -BeExactly 'Order'
        $with.Remove('KeyColumn')
        $again = Invoke-Run $script:Orders ($with + @{ Verbose = $true })
        $again.Results.Status | Sort-Object -Unique | Should -Be 'AlreadyStarted'
        @($again.Verbose | Where-Object Message -Like "*key column of the run*'Order'*").Count | Should -Be 1
        # Ticket is not used, and that is still said.
        @($again.Warnings | Where-Object Message -Like "*'Order'*").Count | Should -Be 0
        @($script:Orders | Test-ConnectOutboundChat @with -WarningAction Ignore).Status | Sort-Object -Unique | Should -Be 'AlreadyStarted'
        $script:Sandbox.RequestCount | Should -Be 4
    }

    It 'that sends a rehearsal for real stops before a request, and says so in advance' {
        $with = Get-RunCommon
        $null = Get-Row 2 | Start-ConnectOutboundChat @with
        $with.Remove('EndpointUrl')
        $with.Region = 'us-east-1'
        $calls = @(
            { Get-Row 2 | Start-ConnectOutboundChat @with }
            { Get-Row 2 | Start-ConnectOutboundChat @with -WhatIf }
            { Get-Row 2 | Test-ConnectOutboundChat @with }
            { Get-Row 2 | Test-ConnectOutboundChat @with -Summary }
        )
        foreach ($call in $calls) {
            $caught = $call | Should -Throw -PassThru
            $caught | Get-ErrorName | Should -BeExactly 'RunElsewhere'
            "$caught" | Should -BeLike '*belongs to this computer (loopback: a rehearsal)*an account in us-east-1 (aws)*'
        }
        # Who asks the plan without a Region does not say where.
        $with.Remove('Region')
        @(Get-Row 2 | Test-ConnectOutboundChat @with).Status | Should -Be 'AlreadyStarted', 'AlreadyStarted'
    }

    It 'knows every port of this computer as one place' {
        $with = Get-RunCommon
        $null = Get-Row 2 | Start-ConnectOutboundChat @with
        $other = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        try {
            $with.EndpointUrl = $other.EndpointUrl -replace '127\.0\.0\.1', 'localhost'
            $with.Region = 'eu-central-1'
            $with.Source = $script:SourceArn -replace '123456789012', '210987654321'
            @(Get-Row 2 | Start-ConnectOutboundChat @with -WarningAction Ignore).Status | Should -Be 'AlreadyStarted', 'AlreadyStarted'
        }
        finally {
            $other | Stop-ConnectOutboundSandbox
        }
    }

    It 'of the account is one error, and no row is planned' {
        $with = Get-RunCommon
        $null = Get-Row 2 | Start-ConnectOutboundChat @with
        # As if it had been sent to AWS: requests go to loopback only here.
        Invoke-JournalSql $script:Journal "UPDATE run SET place = 'aws/us-east-1/210987654321'"
        (Get-ConnectOutboundRun spring -JournalPath $script:Journal).IsRehearsal | Should -BeFalse
        $with.Remove('EndpointUrl')
        $with.Region = 'us-east-1'
        $plan = Invoke-Run (Get-Row 3) $with -Command Test-ConnectOutboundChat
        $plan.Results.Status | Sort-Object -Unique | Should -Be 'NotSent'
        $plan.Errors | Get-ErrorName | Should -Be 'RunElsewhere'
        "$($plan.Errors[0])" | Should -BeLike '*account 210987654321 in us-east-1*account 123456789012 in us-east-1*'
        $with.Region = 'eu-central-1'
        { Get-Row 3 | Test-ConnectOutboundChat @with } | Should -Throw -ErrorId 'RunElsewhere,*'
    }
}

Describe 'A journal of the format before runs had a place' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Journal = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        Copy-Item (Join-Path $PSScriptRoot '../ConnectOutbound.Engine.Tests/Journal/journal-2.db') $script:Journal
        $script:Orders = 0..1 | ForEach-Object { [pscustomobject]@{ PhoneNumber = "+1206555010$_"; Order = "A-$_" } }
    }

    It 'is used as it is, and the first use of a run adopts the place and the key column without a word' {
        $with = Get-RunCommon @{ RunName = 'orders'; KeyColumn = 'Order' }
        (Get-ConnectOutboundRun orders -JournalPath $script:Journal).Place | Should -BeNullOrEmpty
        $null = $script:Orders | Test-ConnectOutboundChat @with
        (Get-ConnectOutboundRun orders -JournalPath $script:Journal).Place | Should -BeNullOrEmpty
        $run = Invoke-Run $script:Orders $with
        $run.Results.Status | Should -Be 'AlreadyStarted', 'AlreadyStarted'
        $run.Warnings.Count + $run.Errors.Count | Should -Be 0
        $known = Get-ConnectOutboundRun orders -JournalPath $script:Journal
        $known.Place, $known.KeyColumn, $known.IsRehearsal | Should -Be 'loopback', 'Order', $true
        $with.Remove('KeyColumn')
        @($script:Orders | Start-ConnectOutboundChat @with).Status | Should -Be 'AlreadyStarted', 'AlreadyStarted'
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'knows the runs by their names as before' {
        $with = Get-RunCommon @{ RunName = 'spring offer' }
        { $script:Orders | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'RunNameAmbiguous,*'
        (Get-ConnectOutboundRun 'spring offer' -JournalPath $script:Journal).Name | Should -BeExactly 'Spring Offer'
        @(Get-ConnectOutboundRun 'Spring Offer' -Contact -JournalPath $script:Journal).Count | Should -Be 5
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
        $caught = { Get-Row 3 | Start-ConnectOutboundChat @with } | Should -Throw -PassThru
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
}
