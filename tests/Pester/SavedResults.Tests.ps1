BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
    $script:Broken = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultRate 1 -FaultKind InternalError
    $script:Journal = Join-Path $TestDrive 'journal.db'

    function Invoke-In {
        # Runs a script under another culture.
        param([string] $Culture, [scriptblock] $Script)
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $Culture
            & $Script
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }

    function Get-Trip {
        # What becomes of objects that are saved and read again.
        param([string] $Trip, [object[]] $Object)
        $path = Join-Path $TestDrive "trip-$([guid]::NewGuid())"
        switch ($Trip) {
            'direct' { $Object }
            'CSV' { $Object | Export-Csv $path; Import-Csv $path }
            'CSV of de-DE' { Invoke-In 'de-DE' { $Object | ConvertTo-Csv | ConvertFrom-Csv } }
            'CSV of ar-SA with -UseCulture' { Invoke-In 'ar-SA' { $Object | ConvertTo-Csv -UseCulture | ConvertFrom-Csv -UseCulture } }
            'JSON' { $Object | ConvertTo-Json -AsArray | ConvertFrom-Json }
            'JSON with names' { $Object | ConvertTo-Json -AsArray -EnumsAsStrings | ConvertFrom-Json }
            'Clixml' { $Object | Export-Clixml $path; Import-Clixml $path }
            'a job' {
                # What Receive-Job gives: deserialized, with two properties more.
                $Object | ForEach-Object {
                    [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) |
                        Add-Member NoteProperty RunspaceId ([guid]::NewGuid()) -PassThru -Force | Add-Member NoteProperty PSComputerName localhost -PassThru -Force
                }
            }
        }
    }

    function Get-Unknown {
        # Rows whose requests had no readable answer, as results or with -PassThru.
        param([int] $Count = 1, [hashtable] $With = @{})
        $common = Get-Common $script:Broken (@{ MaxAttempts = 1 } + $With)
        @(Get-Row $Count | Start-ConnectOutboundChat @common -ErrorAction SilentlyContinue)
    }

    function Get-Status {
        param($Run)
        @($Run.Results | ForEach-Object { "$($_.Status ?? $_.ConnectStatus)" })
    }

    $script:Commands = 'Start-ConnectOutboundChat', 'Test-ConnectOutboundChat'
}

AfterAll {
    $script:Sandbox, $script:Broken | Stop-ConnectOutboundSandbox
}

Describe 'A saved result by way of <Trip>, <Form>' -ForEach @(
    foreach ($trip in 'direct', 'CSV', 'CSV of de-DE', 'CSV of ar-SA with -UseCulture', 'JSON', 'JSON with names', 'Clixml', 'a job') {
        @{ Trip = $trip; Form = 'as a result'; PassThru = @{} }
        @{ Trip = $trip; Form = 'with -PassThru'; PassThru = @{ PassThru = $true } }
    }
) {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'that says Started comes out as AlreadyStarted, and one warning counts them' {
        $first = $script:With + $PassThru
        $saved = @(Get-Trip $Trip @(Get-Row 3 | Start-ConnectOutboundChat @first))
        foreach ($name in $null, 'another run') {
            $with = $script:With + ($name ? @{ RunName = $name; JournalPath = $script:Journal } : @{})
            $run = Invoke-Run $saved $with
            Get-Status $run | Should -Be 'AlreadyStarted', 'AlreadyStarted', 'AlreadyStarted'
            $run.Errors | Should -BeNullOrEmpty
            "$($run.Warnings)" | Should -BeLike '3 rows were not sent*-SendStarted*'
            $run.Warnings | Should -HaveCount 1
            ($run.Results.ContactId | Sort-Object) | Should -Be ($script:Sandbox.Contacts.ContactId | Sort-Object)
            $plan = Invoke-Run $saved (Get-PlanCommon) 'Test-ConnectOutboundChat'
            Get-Status $plan | Should -Be 'AlreadyStarted', 'AlreadyStarted', 'AlreadyStarted'
            "$($plan.Warnings)" | Should -BeLike '3 rows were not sent*'
            $again = Invoke-Run @(Get-Trip $Trip $run.Results) $with
            Get-Status $again | Should -Be 'AlreadyStarted', 'AlreadyStarted', 'AlreadyStarted' -Because 'it stays so'
        }
        $script:Sandbox.ContactCount | Should -Be 3
    }

    It 'that says Started is sent with -SendStarted, under a token of its own' {
        $first = $script:With + $PassThru
        $saved = @(Get-Trip $Trip @(Get-Row 2 | Start-ConnectOutboundChat @first))
        $run = Invoke-Run $saved ($script:With + @{ SendStarted = $true })
        Get-Status $run | Should -Be 'Started', 'Started'
        $run.Warnings | Should -BeNullOrEmpty
        @($script:Sandbox.Contacts.ClientToken | Sort-Object -Unique) | Should -HaveCount 4
    }

    It 'that says Unknown is sent with its token' {
        $unknown = Get-Unknown 2 $PassThru
        $saved = @(Get-Trip $Trip $unknown)
        Get-Status (Invoke-Run $saved (Get-PlanCommon) 'Test-ConnectOutboundChat') | Should -Be 'Planned', 'Planned'
        $run = Invoke-Run $saved $script:With
        Get-Status $run | Should -Be 'Started', 'Started'
        $tokens = $PassThru.PassThru ? $unknown.ConnectClientToken : $unknown.ClientToken
        ($script:Sandbox.Contacts.ClientToken | Sort-Object) | Should -Be ($tokens | Sort-Object)
        $since = $PassThru.PassThru ? $unknown.ConnectTokenSince : $unknown.TokenSince
        ($run.Results.TokenSince | Sort-Object) | Should -Be ($since | Sort-Object)
        # -WhatIf and the plan keep the doubt, by this way, too.
        foreach ($dry in @(Invoke-Run $saved ($script:With + @{ WhatIf = $true; PassThru = $true })),
            @(Invoke-Run $saved ((Get-PlanCommon) + @{ PassThru = $true }) 'Test-ConnectOutboundChat')) {
            $script:Sandbox.Clear()
            $null = Invoke-Run @(Get-Trip $Trip $dry.Results) $script:With
            ($script:Sandbox.Contacts.ClientToken | Sort-Object) | Should -Be ($tokens | Sort-Object)
        }
    }

    It 'that says Unknown is Invalid in another run' {
        $saved = @(Get-Trip $Trip (Get-Unknown 1 $PassThru))
        $run = Invoke-Run $saved ($script:With + @{ RunName = 'run B'; JournalPath = $script:Journal })
        Get-Status $run | Should -Be 'Invalid'
        $run.Results[0].ErrorCode | Should -BeExactly 'TokenOfOtherRun'
        $run.Results[0].Reason | Should -Match 'another run, key or instance'
        $plan = Invoke-Run $saved ((Get-PlanCommon) + @{ RunName = 'run B'; JournalPath = $script:Journal }) 'Test-ConnectOutboundChat'
        "$($plan.Results[0].Problems)" | Should -BeExactly $run.Results[0].Reason
        $script:Sandbox.RequestCount | Should -Be 0
    }
}

Describe 'A run whose results are piped into another run' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Runs = Join-Path $TestDrive "runs-$([guid]::NewGuid()).db"
    }

    It 'reaches nobody with an old token, whatever the message' {
        $a = Get-Common $script:Sandbox @{ RunName = 'A'; JournalPath = $script:Runs }
        $b = Get-Common $script:Sandbox @{ RunName = 'B'; JournalPath = $script:Runs; Message = 'Something else' }
        $results = Get-Row 2 | Start-ConnectOutboundChat @a
        Get-Status (Invoke-Run @($results) $b) | Should -Be 'AlreadyStarted', 'AlreadyStarted'
        $script:Sandbox.ContactCount | Should -Be 2
        Get-Status (Invoke-Run @($results) ($b + @{ SendStarted = $true })) | Should -Be 'Started', 'Started'
        $script:Sandbox.ContactCount | Should -Be 4
        Get-Status (Invoke-Run @($results) ($b + @{ SendStarted = $true })) | Should -Be 'AlreadyStarted', 'AlreadyStarted' -Because 'the journal decides'
        $script:Sandbox.ContactCount | Should -Be 4
    }

    It 'takes back its own Unknown rows, with another key never' {
        $rows = 1..2 | ForEach-Object { [pscustomobject]@{ Phone = '+12065550100'; Order = $_ } }
        $broken = Get-Common $script:Broken @{ RunName = 'A'; JournalPath = $script:Runs; KeyColumn = 'Order'; MaxAttempts = 1 }
        $saved = @($rows | Start-ConnectOutboundChat @broken -ErrorAction SilentlyContinue | Sort-Object RowNumber)
        $sound = Get-Common $script:Sandbox @{ RunName = 'A'; KeyColumn = 'Order'; JournalPath = Join-Path $TestDrive 'elsewhere.db' }
        $saved[1].Input.Order = 3
        $run = Invoke-Run $saved $sound
        ($run.Results | Sort-Object RowNumber).Status | Should -Be 'Started', 'Invalid'
        $script:Sandbox.Contacts.ClientToken | Should -BeExactly $saved[0].ClientToken
    }

    It 'has contacts in its journal that are sent on with their tokens' {
        $broken = Get-Common $script:Broken @{ RunName = 'A'; JournalPath = $script:Runs; MaxAttempts = 1 }
        $null = Get-Row 2 | Start-ConnectOutboundChat @broken -ErrorAction SilentlyContinue
        $contacts = @(Get-ConnectOutboundRun A -Contact -JournalPath $script:Runs)
        $contacts.TokenSince | Should -Match '^\d{4}-.*Z$'
        $sound = Get-Common $script:Sandbox @{ RunName = 'A'; JournalPath = $script:Runs }
        Get-Status (Invoke-Run $contacts $sound) | Should -Be 'Started', 'Started'
        ($script:Sandbox.Contacts.ClientToken | Sort-Object) | Should -Be ($contacts.ClientToken | Sort-Object)
    }
}

Describe 'A row of a file that -PassThru wrote' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
        $script:File = Join-Path $TestDrive "sent-$([guid]::NewGuid()).csv"
    }

    It 'is corrected, and it alone is sent' {
        $rows = [pscustomobject]@{ Phone = '+12065550100' }, [pscustomobject]@{ Phone = 'nobody' }, [pscustomobject]@{ Phone = '+12065550102' }
        $rows | Start-ConnectOutboundChat @With -PassThru -ErrorAction SilentlyContinue | Export-Csv $script:File
        $file = @(Import-Csv $script:File)
        ($file | Where-Object Phone -EQ 'nobody').Phone = '+12065550101'
        $run = Invoke-Run $file ($script:With + @{ PassThru = $true })
        ($run.Results | Group-Object ConnectStatus -NoElement | ForEach-Object { "$($_.Count) $($_.Name)" } | Sort-Object) |
            Should -Be '1 Started', '2 AlreadyStarted'
        $script:Sandbox.Contacts[2].Destination | Should -Be '+12065550101'
        $script:Sandbox.ContactCount | Should -Be 3
        (($run.Results | Where-Object ConnectStatus -EQ 'AlreadyStarted').ConnectContactId | Sort-Object) |
            Should -Be ($script:Sandbox.Contacts[0, 1].ContactId | Sort-Object)
    }

    It 'is Invalid where its destination changed after <Status>, and says both numbers' -ForEach @(
        @{ Status = 'Started' }
        @{ Status = 'AlreadyStarted' }
        @{ Status = 'Unknown' }
    ) {
        $row = [pscustomobject]@{
            Phone = '+12065550199'; ConnectStatus = $Status; ConnectContactId = ''; ConnectReason = ''; ConnectClientToken = 'old'
            ConnectTokenSince = [datetime]::UtcNow.ToString('o', [cultureinfo]::InvariantCulture); ConnectDestination = '+12065550100'; ConnectRow = '1'
        }
        foreach ($command in $script:Commands) {
            $run = Invoke-Run @($row) (Get-Common $script:Sandbox) $command
            Get-Status $run | Should -Be 'Invalid'
            $run.Results[0].ErrorCode | Should -BeExactly 'DestinationChanged'
        }
        $run = Invoke-Run @($row) $script:With
        $run.Results[0].Reason | Should -Match '\+12065550100.*\+12065550199'
        $run.Errors | Get-ErrorName | Should -BeExactly 'InvalidRow'
        $run = Invoke-Run @($row) ($script:With + @{ RequireAllValid = $true })
        $script:Sandbox.RequestCount | Should -Be 0
        $run = Invoke-Run @($row) ($script:With + @{ SendStarted = $true })
        Get-Status $run | Should -Be ($Status -eq 'Unknown' ? 'Invalid' : 'Started')
        $script:Sandbox.Contacts.ClientToken | Should -Not -Contain 'old'
    }

    It 'that changed stays Invalid until it is restored' {
        $file = @(Get-Row 2 | Start-ConnectOutboundChat @With -PassThru | ConvertTo-Csv | ConvertFrom-Csv)
        $number = $file[0].PhoneNumber
        $file[0].PhoneNumber = '+12065550199'
        foreach ($i in 1..2) {
            $file = @((Invoke-Run $file ($script:With + @{ PassThru = $true })).Results | Sort-Object ConnectStatus | ConvertTo-Csv | ConvertFrom-Csv)
            $file.ConnectStatus | Should -Be 'AlreadyStarted', 'Invalid'
            $file[1].ConnectDestination, $file[1].ConnectContactId | Should -Be $number, ($script:Sandbox.Contacts | Where-Object Destination -EQ $number).ContactId
            [array]::Reverse($file)
        }
        $file[0].PhoneNumber = $number
        Get-Status (Invoke-Run $file $script:With) | Should -Be 'AlreadyStarted', 'AlreadyStarted'
        $script:Sandbox.ContactCount | Should -Be 2
    }

    It 'may be written another way, where it is the same number' {
        $row = [pscustomobject]@{ Phone = '(206) 555-0100'; ConnectStatus = 'Started'; ConnectDestination = '+12065550100' }
        Get-Status (Invoke-Run @($row) ($script:With + @{ DefaultCountry = 'US' })) | Should -Be 'AlreadyStarted'
    }

    It 'gets a token as a new row does after <_>, whatever was corrected' -ForEach 'Failed', 'Invalid', 'NotSent', 'Deferred' {
        $row = [pscustomobject]@{
            Phone = '+12065550199'; ConnectStatus = $_; ConnectContactId = ''; ConnectReason = 'why'; ConnectClientToken = 'old'
            ConnectTokenSince = [datetime]::UtcNow.ToString('o', [cultureinfo]::InvariantCulture); ConnectDestination = '+12065550100'; ConnectRow = '1'
        }
        foreach ($with in $script:With, ($script:With + @{ RunName = "corrected $_"; JournalPath = $script:Journal })) {
            Get-Status (Invoke-Run @($row) $with) | Should -Be 'Started'
        }
        $script:Sandbox.Contacts.ClientToken | Should -Not -Contain 'old'
    }

    It 'of an earlier version of the module, without a token, is not sent where it was Started or Unknown' {
        $rows = 'Started', 'Unknown', 'Failed' | ForEach-Object {
            [pscustomobject]@{ Phone = '+1206555010{0}' -f ([int] $_[0] % 10); ConnectStatus = $_; ConnectContactId = ''; ConnectReason = '' }
        }
        $run = Invoke-Run $rows $script:With
        ($run.Results | Sort-Object RowNumber).Status | Should -Be 'AlreadyStarted', 'Unknown', 'Started'
        ($run.Results | Where-Object Status -EQ 'Unknown').ErrorCode | Should -BeExactly 'TokenExpired'
    }
}

Describe 'A result that an earlier version of the module saved' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'is recognized by its columns: <Status> comes out as <Expected>' -ForEach @(
        @{ Status = 'Started'; Expected = 'AlreadyStarted' }
        @{ Status = 'AlreadyStarted'; Expected = 'AlreadyStarted' }
        @{ Status = 'Unknown'; Expected = 'Unknown' }
        @{ Status = 'Failed'; Expected = 'Started' }
        @{ Status = 'Invalid'; Expected = 'Started' }
        @{ Status = 'NotSent'; Expected = 'Started' }
        @{ Status = 'Deferred'; Expected = 'Started' }
        @{ Status = 'Suppressed'; Expected = 'Started' }
        @{ Status = 'Planned'; Expected = 'Started' }
    ) {
        $row = @"
"RowNumber","Destination","Channel","Status","ContactId","Reason","ErrorCode","Attempts","ClientToken","RequestId","InstanceId","RunName","StartedAt","Duration"
"1","+12065550100","SMS","$Status","","","","1","old","","$script:InstanceId","","11/20/2026 10:00:00 AM +00:00","00:00:01"
"@ | ConvertFrom-Csv
        $run = Invoke-Run @($row) $script:With
        Get-Status $run | Should -Be $Expected
        $script:Sandbox.Contacts.ClientToken | Should -Not -Contain 'old'
        if ($Expected -eq 'Unknown') { $run.Results[0].ErrorCode | Should -BeExactly 'TokenExpired' }
        $plan = Invoke-Run @($row) (Get-PlanCommon) 'Test-ConnectOutboundChat'
        Get-Status $plan | Should -Be ($Expected -eq 'Started' ? 'Planned' : $Expected)
        @($run.Warnings) -match 'Not used' | Should -BeNullOrEmpty
    }

    It 'is recognized by four columns, whatever others there are' {
        $row = [pscustomobject]@{ Phone = '+12065550100'; Elapsed = 1; Note = 'x'; rownumber = 1; STATUS = 'started'; contactid = 'c'; clienttoken = 't' }
        Get-Status (Invoke-Run @($row) $script:With) | Should -Be 'AlreadyStarted'
    }

    It 'is not what a Status column of the user''s own is' {
        $rows = [pscustomobject]@{ Phone = '+12065550100'; Status = 'Started' },
            [pscustomobject]@{ Phone = '+12065550101'; Status = 'Unknown'; ClientToken = 'mine' },
            [pscustomobject]@{ Phone = '+12065550102'; Status = 'Started'; ContactId = 'c'; RowNumber = 7 }
        $run = Invoke-Run $rows $script:With
        Get-Status $run | Should -Be 'Started', 'Started', 'Started'
        $script:Sandbox.Contacts.ClientToken | Should -Contain 'mine'
    }
}

Describe 'An Unknown result whose token has expired' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'is not sent <Where>' -ForEach @(
        @{ Where = 'without a run'; Run = @{} }
        @{ Where = 'in its own run'; Run = @{ RunName = 'A' } }
    ) {
        $journal = @{ JournalPath = Join-Path $TestDrive "expired-$([guid]::NewGuid()).db" }
        $result = Get-Unknown 1 ($Run.Count ? $Run + $journal : @{})
        $csv = @($result | ConvertTo-Csv | ConvertFrom-Csv)
        $csv[0].TokenSince = [datetime]::UtcNow.AddDays(-8).ToString('o', [cultureinfo]::InvariantCulture)
        $more = $Run.Count ? $Run + @{ JournalPath = Join-Path $TestDrive 'other-machine.db' } : @{}
        $run = Invoke-Run $csv ($script:With + $more)
        Get-Status $run | Should -Be 'Unknown'
        $run.Results[0].ErrorCode, $run.Results[0].ClientToken | Should -Be 'TokenExpired', $result.ClientToken
        $run.Errors | Get-ErrorName | Should -BeExactly 'ContactUnknown'
        $plan = Invoke-Run $csv ((Get-PlanCommon) + $more) 'Test-ConnectOutboundChat'
        "$($plan.Results[0].Problems)" | Should -BeExactly $run.Results[0].Reason
        $script:Sandbox.RequestCount | Should -Be 0
    }
}
