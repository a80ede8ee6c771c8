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
                        Add-Member NoteProperty RunspaceId ([guid]::NewGuid()) -PassThru -Force |
                        Add-Member NoteProperty PSComputerName localhost -PassThru -Force
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

Describe 'A run with results in doubt' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Runs = Join-Path $TestDrive "runs-$([guid]::NewGuid()).db"
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
    }

    It 'that changed stays Invalid until it is restored' {
        $file = @(Get-Row 2 | Start-ConnectOutboundChat @With -PassThru | ConvertTo-Csv | ConvertFrom-Csv)
        $number = $file[0].PhoneNumber
        $file[0].PhoneNumber = '+12065550199'
        $null = Invoke-Run $file ($script:With + @{ RequireAllValid = $true })
        foreach ($i in 1..2) {
            $file = @((Invoke-Run $file ($script:With + @{ PassThru = $true })).Results | Sort-Object ConnectStatus | ConvertTo-Csv | ConvertFrom-Csv)
            $file.ConnectStatus | Should -Be 'AlreadyStarted', 'Invalid'
            $contact = $script:Sandbox.Contacts | Where-Object Destination -EQ $number
            $file[1].ConnectDestination, $file[1].ConnectContactId | Should -Be $number, $contact.ContactId
            [array]::Reverse($file)
        }
        $file[0].PhoneNumber = $number
        Get-Status (Invoke-Run $file $script:With) | Should -Be 'AlreadyStarted', 'AlreadyStarted'
        $script:Sandbox.ContactCount | Should -Be 2
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
}
