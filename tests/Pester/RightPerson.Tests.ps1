# A specification: which cells are no phone number, and which are. Each line is tried as text from a CSV and as an object, by
# Start-ConnectOutboundChat and by Test-ConnectOutboundChat, which must say the same.

BeforeDiscovery {
    $calculated = '*a spreadsheet has calculated with this number*'
    $date = '*is a date; a date is not a phone number*'
    $time = '*is a time; a time is not a phone number*'
    $fraction = '*decimal fraction*'
    $address = '*looks like an IP address*'
    $note = '*has a note beside the number*'

    # Cell: the text in a CSV. Typed: the same as other types. Country: of numbers without a plus sign.
    $script:Refused = @(
        # A minus sign: Excel turns +91-9999999999 into the formula 91-9999999999.
        @{ Cell = '-9999999908'; Country = 'IN'; Says = $calculated; Typed = -9999999908L, -9999999908.0, -9999999908d, [bigint]-9999999908 }
        @{ Cell = '-2065550099'; Country = 'US'; Says = $calculated; Typed = -2065550099, -2065550099L, -2065550099.0, [float]-206555008 }
        @{ Cell = '-2065550099'; Country = ''; Says = $calculated }
        @{ Cell = '-49301234567'; Country = 'DE'; Says = $calculated; Typed = -49301234567L }
        @{ Cell = "`u{2212}2065550099"; Country = 'US'; Says = $calculated }
        @{ Cell = "`u{2013}2065550099"; Country = 'US'; Says = $calculated }
        @{ Cell = "`u{2014} 2065550099"; Country = 'US'; Says = $calculated }
        @{ Cell = "`u{2010}2065550099"; Country = 'US'; Says = $calculated }
        @{ Cell = "`u{2011}2065550099"; Country = 'US'; Says = $calculated }
        @{ Cell = "`u{FE63}2065550099"; Country = 'US'; Says = $calculated }
        @{ Cell = "`u{FF0D}2065550099"; Country = 'US'; Says = $calculated }
        @{ Cell = "`u{30FC}2065550099"; Country = 'US'; Says = $calculated }
        @{ Cell = "`u{200E}-2065550099"; Country = 'US'; Says = $calculated }
        @{ Cell = ' - 206 555 0099'; Country = 'US'; Says = $calculated }
        @{ Cell = '-(206) 555-0099'; Country = 'US'; Says = $calculated }
        @{ Cell = '(-2065550099)'; Country = 'US'; Says = $calculated }
        @{ Cell = '(2065550099)'; Country = 'US'; Says = $calculated }
        @{ Cell = '2065550099-'; Country = 'US'; Says = $calculated }
        @{ Cell = '+-12065550100'; Country = ''; Says = $calculated }
        @{ Cell = "+`u{2212}1 206 555 0100"; Country = 'US'; Says = $calculated }
        @{ Cell = '-+12065550100'; Country = 'US'; Says = $calculated }
        @{ Cell = 'tel:-12065550100'; Country = ''; Says = $calculated }
        @{ Cell = '+12065550100-'; Country = ''; Says = $calculated }
        @{ Cell = "`u{301C}2065550099"; Country = 'US'; Says = $calculated }
        @{ Cell = "`u{2796}2065550099"; Country = 'US'; Says = $calculated }
        @{ Cell = "206 555 0100`u{301C}0105"; Country = 'US'; Says = '*does not belong into one*' }
        @{ Cell = '-206555009.5'; Country = 'US'; Says = '*' ; Typed = -206555009.5 }

        # Dates and times.
        @{ Cell = '2026-11-26'; Country = 'DE'; Says = $date; Typed = [datetime]'2026-11-26', [DateOnly]'2026-11-26', [datetimeoffset]'2026-11-26T10:00:00Z' }
        @{ Cell = '2026-11-26'; Country = ''; Says = $date; Typed = [datetime]'2026-11-26T14:30:00', [datetime]::MinValue, [DateOnly]::MinValue }
        @{ Cell = '26.11.2026'; Country = 'DE'; Says = $date }
        @{ Cell = '26.11.2026'; Country = 'AT'; Says = $date }
        @{ Cell = '11/26/2026'; Country = 'AT'; Says = $date }
        @{ Cell = '26/11/2026'; Country = 'DE'; Says = $date }
        @{ Cell = '26 11 2026'; Country = 'DE'; Says = $date }
        @{ Cell = '2026/11/26'; Country = 'DE'; Says = $date }
        @{ Cell = '2026.11.26'; Country = 'DE'; Says = $date }
        @{ Cell = '2026-26-11'; Country = 'DE'; Says = $date }
        @{ Cell = '1.2.1950'; Country = 'DE'; Says = $date }
        @{ Cell = '29.02.2028'; Country = 'DE'; Says = $date }
        @{ Cell = '01-01-1900'; Country = 'DE'; Says = $date }
        @{ Cell = '31-12-2100'; Country = 'DE'; Says = $date }
        @{ Cell = "2026`u{2011}11`u{2011}26"; Country = 'DE'; Says = $date }
        @{ Cell = "2026`u{2013}11`u{2013}26"; Country = 'DE'; Says = $date }
        @{ Cell = '26. 11. 2026'; Country = 'DE'; Says = $date }
        @{ Cell = '2026. 11. 26.'; Country = 'HU'; Says = $date }
        @{ Cell = '2026-11-26 10:30'; Country = 'DE'; Says = $date }
        @{ Cell = '2026-11-26T10:30:00'; Country = 'DE'; Says = $date }
        @{ Cell = '2026-11-26T10:30:00+01:00'; Country = 'DE'; Says = $date }
        @{ Cell = '26.11.2026 10.30'; Country = 'DE'; Says = $date }
        @{ Cell = '26.11.2026, 10:30 Uhr'; Country = 'DE'; Says = $date }
        @{ Cell = '11/26/2026 10:30:00 PM'; Country = 'DE'; Says = $date }
        @{ Cell = '26.11.2026 00:00:00'; Country = 'AT'; Says = $date }
        @{ Cell = '26.11.2026 10'; Country = 'DE'; Says = $date }
        @{ Cell = '2026-11-26 1030'; Country = 'DE'; Says = $date }
        @{ Cell = '2026-11-26 10 Uhr'; Country = 'DE'; Says = $date }
        @{ Cell = '26 11 2026 10:30'; Country = 'DE'; Says = $date }
        @{ Cell = '26  11  2026'; Country = 'DE'; Says = $date }
        @{ Cell = "26`t11`t2026"; Country = 'DE'; Says = $date }
        @{ Cell = '10:30'; Country = 'DE'; Says = $time; Typed = [TimeOnly]'10:30' }
        @{ Cell = '7.00:00:00'; Country = 'DE'; Says = $time; Typed = [timespan]'7.00:00:00', [timespan]'20:55:50' }

        # Versions and IP addresses.
        @{ Cell = '192.168.10.20'; Country = 'DE'; Says = $address; Typed = [ipaddress]'192.168.10.20' }
        @{ Cell = '192.168.10.20'; Country = 'US'; Says = $address }
        @{ Cell = '192.168.10.20'; Country = ''; Says = $address }
        @{ Cell = '10.0.0.1'; Country = 'US'; Says = $address; Typed = [ipaddress]'10.0.0.1' }
        @{ Cell = '10.206.55.100'; Country = 'US'; Says = $address }
        @{ Cell = '206.55.50.100'; Country = 'US'; Says = $address }
        @{ Cell = '100.64.0.1'; Country = 'AT'; Says = $address }
        @{ Cell = "30`u{FF0E}123`u{FF0E}45`u{FF0E}67"; Country = 'DE'; Says = $address }

        # Fractions.
        @{ Cell = '206555010.5'; Country = 'US'; Says = $fraction; Typed = 206555010.5, 206555010.5d }
        @{ Cell = '206555010,5'; Country = 'US'; Says = $fraction }
        @{ Cell = '20655501.25'; Country = 'US'; Says = $fraction; Typed = 20655501.25 }
        @{ Cell = '4930123456.0'; Country = 'DE'; Says = $fraction }
        @{ Cell = '0.2065550101'; Country = 'GB'; Says = $fraction; Typed = 0.2065550101 }
        @{ Cell = '30123456.789'; Country = 'DE'; Says = $fraction; Typed = 30123456.789d }
        @{ Cell = '+1206555010.5'; Country = ''; Says = $fraction }
        @{ Cell = '1.20656E+10'; Country = 'US'; Says = '*rounded by a spreadsheet*' }

        # Notes beside a number.
        @{ Cell = '+49 171 1234567 (1)'; Country = ''; Says = "$note'(1)'*" }
        @{ Cell = '+49 171 1234567 [2]'; Country = ''; Says = $note }
        @{ Cell = '+49 171 1234567 (0)'; Country = ''; Says = $note }
        @{ Cell = '+49 171 1234567 (12)'; Country = ''; Says = $note }
        @{ Cell = '+49 171 1234567(1)'; Country = ''; Says = $note }
        @{ Cell = '0171 1234567 ( 1 )'; Country = 'DE'; Says = $note }
        @{ Cell = "0171 1234567 `u{FF08}1`u{FF09}"; Country = 'DE'; Says = $note }
        @{ Cell = '(1) 0171 1234567'; Country = 'DE'; Says = $note }
        @{ Cell = '1) 0171 1234567'; Country = 'DE'; Says = "$note'1)'*" }
        @{ Cell = '12) 0171 1234567'; Country = 'DE'; Says = $note }
        @{ Cell = '1.) 0171 1234567'; Country = 'DE'; Says = $note }
        @{ Cell = '1. 0171 1234567'; Country = 'DE'; Says = $note }
        @{ Cell = '1 - 0171 1234567'; Country = 'DE'; Says = $note }
        @{ Cell = '0171 1234567 1)'; Country = 'DE'; Says = $note }
        @{ Cell = '0171 1234567 (1'; Country = 'DE'; Says = $note }
        @{ Cell = '0171 1234567 - 2'; Country = 'DE'; Says = "$note'- 2'*" }
        @{ Cell = '0171 1234567 / 2'; Country = 'DE'; Says = $note }
        @{ Cell = '0171 1234567 - 12'; Country = 'DE'; Says = $note }
        @{ Cell = "0171 1234567 `u{2013} 2"; Country = 'DE'; Says = $note }
        @{ Cell = '+49 171 1234567 - 2'; Country = ''; Says = $note }
        @{ Cell = '(206) 555-0100 / 1'; Country = 'US'; Says = $note }
        @{ Cell = '+49 30 (0) 1234567'; Country = ''; Says = $note }
        @{ Cell = '0171 1234567 -- 2'; Country = 'DE'; Says = $note }
        @{ Cell = '1. +49 171 1234567'; Country = ''; Says = "$note'1.'*" }
        @{ Cell = '(1) +49 171 1234567'; Country = ''; Says = "$note'(1)'*" }
        @{ Cell = '2 - +49 171 1234567'; Country = ''; Says = $note }

        # Mexico as WhatsApp writes it.
        @{ Cell = '+5215512345678'; Country = ''; Says = '*has a 1 behind the country code +52*+525512345678*' }
        @{ Cell = '+52 1 55 1234 5678'; Country = ''; Says = '*+525512345678*' }
        @{ Cell = '5215512345678'; Country = 'MX'; Says = '*+525512345678*' }
        @{ Cell = '00 52 1 55 1234 5678'; Country = 'DE'; Says = '*+525512345678*' }

        # What libphonenumber would guess.
        @{ Cell = '4915123456789'; Country = 'DE'; Says = '*can be the country code or a part of the number*'; Typed = 4915123456789L }
        @{ Cell = '12065550100'; Country = 'DE'; Says = '*lost its plus sign*'; Typed = 12065550100L }
        @{ Cell = '+420 (0)602 123 456'; Country = ''; Says = '*(0)*leave it out*' }
        @{ Cell = '+971 0075287014'; Country = ''; Says = '*more than one way*' }
        @{ Cell = '+8190123456789012'; Country = ''; Says = '*at most 15*' }
        @{ Cell = '555-0100'; Country = 'US'; Says = '*area code*' }
        @{ Cell = '310-7103'; Country = 'CA'; Says = '*area code*' }
        @{ Cell = '+12065550100 x12'; Country = ''; Says = '*extension*' }
    )

    # Neighbours of the lines above that are phone numbers.
    $script:Read = @(
        @{ Cell = '206-555-0100'; Country = 'US'; Is = '+12065550100' }
        @{ Cell = "206`u{2212}555`u{2212}0100"; Country = 'US'; Is = '+12065550100' }
        @{ Cell = '+1-206-555-0100'; Country = ''; Is = '+12065550100' }
        @{ Cell = '2065550100'; Country = 'US'; Is = '+12065550100'; Typed = 2065550100L, 2065550100.0, 2065550100d, [uint32]2065550100 }
        @{ Cell = '34.10.1234'; Country = 'AT'; Is = '+4334101234' }
        @{ Cell = '2030 1234 56'; Country = 'US'; Is = '+12030123456' }
        @{ Cell = '02030 1234 56'; Country = 'DE'; Is = '+492030123456' }
        @{ Cell = '32.12.2026'; Country = 'DE'; Is = '+4932122026' }
        @{ Cell = '31-02-2026'; Country = 'DE'; Is = '+4931022026' }
        @{ Cell = '32/13/2026'; Country = 'AT'; Is = '+4332132026' }
        @{ Cell = '030.12.1950'; Country = 'DE'; Is = '+4930121950' }
        @{ Cell = '030 12 1950'; Country = 'DE'; Is = '+4930121950' }
        @{ Cell = '05 12 1980 44'; Country = 'FR'; Is = '+33512198044' }
        @{ Cell = '+(49) 30 1234567'; Country = ''; Is = '+49301234567' }
        @{ Cell = '(+49) 30 1234567'; Country = ''; Is = '+49301234567' }
        @{ Cell = '26.11.2101'; Country = 'AT'; Is = '+4326112101' }
        @{ Cell = '06 12 20 26 10'; Country = 'FR'; Is = '+33612202610' }
        @{ Cell = '030 1234-0'; Country = 'DE'; Is = '+493012340' }
        @{ Cell = '030 1234-12'; Country = 'DE'; Is = '+4930123412' }
        @{ Cell = '030 / 12 34 56'; Country = 'DE'; Is = '+4930123456' }
        @{ Cell = '1 - 206 - 555 - 0100'; Country = 'US'; Is = '+12065550100' }
        @{ Cell = '1. 206. 555. 0100'; Country = 'US'; Is = '+12065550100' }
        @{ Cell = '+44 (0)20 7946 0958'; Country = ''; Is = '+442079460958' }
        @{ Cell = '00 44 (0) 20 7946 0958'; Country = 'DE'; Is = '+442079460958' }
        @{ Cell = '(0) 30 123456'; Country = 'DE'; Is = '+4930123456' }
        @{ Cell = '+49 (30) 1234567'; Country = ''; Is = '+49301234567' }
        @{ Cell = '+49 (0) (30) 1234567'; Country = ''; Is = '+49301234567' }
        @{ Cell = '+33 (1) 23 45 67 89'; Country = ''; Is = '+33123456789' }
        @{ Cell = '(02) 9876 5432'; Country = 'AU'; Is = '+61298765432' }
        @{ Cell = '(11) 98765-4321'; Country = 'BR'; Is = '+5511987654321' }
        @{ Cell = '+55 (11) 98765-4321'; Country = ''; Is = '+5511987654321' }
        @{ Cell = '206.555.0100'; Country = 'US'; Is = '+12065550100' }
        @{ Cell = '40.61.23.45'; Country = 'NO'; Is = '+4740612345' }
        @{ Cell = '070.123.45.67'; Country = 'SE'; Is = '+46701234567' }
        @{ Cell = '01512.3456789'; Country = 'DE'; Is = '+4915123456789' }
        @{ Cell = '+52 55 1234 5678'; Country = ''; Is = '+525512345678' }
    )

    # Two ways of writing one person's number; and two people.
    $script:Pairs = @(
        @{ First = '+5491123456789'; Second = '+541123456789'; Same = $true }
        @{ First = '+541123456789'; Second = '+5491123456789'; Same = $true }
        @{ First = '+54 9 351 234 5678'; Second = '+54 351 234 5678'; Same = $true }
        @{ First = '+5511987654321'; Second = '+551187654321'; Same = $true }
        @{ First = '+552176543210'; Second = '+55 (21) 97654-3210'; Same = $true }
        @{ First = '+5511923456789'; Second = '+551123456789'; Same = $false }
        @{ First = '+5511933334444'; Second = '+551133334444'; Same = $false }
        @{ First = '+5491123456789'; Second = '+541123456780'; Same = $false }
        @{ First = '+5511987654321'; Second = '+5521987654321'; Same = $false }
    )
}

BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/HeldSupport.ps1"
    . "$PSScriptRoot/RightPersonSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'The right person: a cell that is refused' {
    It '<Cell> (<Country>)' -ForEach $script:Refused {
        $row = [pscustomobject]@{ Phone = $Cell; Country = $Country }
        $more = @($_['Typed'] | Where-Object { $null -ne $_ } | ForEach-Object { [pscustomobject]@{ Phone = $_; Country = $Country } })
        Assert-Outcome $row -Typed $more -Status Invalid -Says $Says, '*Destination*'
    }

    It 'a version is refused by its type, whatever its text looks like' {
        $rows = '1.2.3.4', '206.555.100', '30.12345678' | ForEach-Object { [pscustomobject]@{ Phone = [version]$_; Country = 'DE' } }
        $results = (Get-Held $rows).Results
        $results.Status | Should -Be 'Invalid', 'Invalid', 'Invalid'
        $results.Reason | Should -BeLike '*is a version; a version is not a phone number*'
    }

    It 'a number that is piped by itself' {
        $results = (Get-Held @(-2065550099, -9999999908L, 206555010.5, -2065550099.0, '2026-11-26') @{ DefaultCountry = 'US' }).Results
        $results.Status | Should -Be (@('Invalid') * 5)
        $results.Reason[0, 1, 3] | Should -BeLike '*a spreadsheet has calculated with this number*'
        $results.Reason[2] | Should -BeLike '*decimal fraction*'
        $results.Reason[4] | Should -BeLike '*a date is not a phone number*'
    }

    It 'is refused under the culture <_>' -ForEach 'de-DE', 'tr-TR', 'ar-SA', 'th-TH' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            $cells = [datetime]'2026-11-26', -2065550099, 206555010.5, [DateOnly]'2026-11-26', '-2065550099', '26.11.2026', '206555010,5', '192.168.10.20'
            $results = (Get-Held @($cells | ForEach-Object { [pscustomobject]@{ Phone = $_; Country = 'DE' } })).Results
            $results.Status | Should -Be (@('Invalid') * 8)
            (Get-Held @([pscustomobject]@{ Phone = 206555.01e4 ; Country = 'US' })).Results[0].Destination | Should -BeExactly '+12065550100'
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }
}

Describe 'The right person: a cell that is read' {
    It '<Cell> (<Country>) is <Is>' -ForEach $script:Read {
        $row = [pscustomobject]@{ Phone = $Cell; Country = $Country }
        $more = @($_['Typed'] | Where-Object { $null -ne $_ } | ForEach-Object { [pscustomobject]@{ Phone = $_; Country = $Country } })
        Assert-Outcome $row -Typed $more -Status Started -Destination $Is
    }
}

Describe 'The right person: one number in two ways' {
    It '<First> and <Second> are the same person: <Same>' -ForEach $script:Pairs {
        $rows = [pscustomobject]@{ Phone = $First }, [pscustomobject]@{ Phone = $Second }
        $plain = $Second -replace '[^+0-9]'
        if ($Same) {
            Assert-Outcome $rows -Status Duplicate -Says 'Row 1 has the same destination.' -Destination $plain
        }
        else {
            Assert-Outcome $rows -Status Started -Destination $plain
        }
    }

    It 'the suppression list with <First> holds back <Second>: <Same>' -ForEach $script:Pairs {
        $results = (Get-Held @([pscustomobject]@{ Phone = $Second }) @{ SuppressionList = $First }).Results
        $results[0].Status | Should -Be ($Same ? 'Suppressed' : 'Started')
    }

    It 'a named run that started <First> starts <Second>: <Same>' -ForEach $script:Pairs {
        $script:Sandbox.Clear()
        $with = Get-Common $script:Sandbox @{ RunName = 'two ways'; JournalPath = "$TestDrive/$([guid]::NewGuid()).db" }
        ($First | Start-ConnectOutboundChat @with).Status | Should -Be 'Started'
        $second = $Second | Start-ConnectOutboundChat @with
        $second.Status | Should -Be ($Same ? 'AlreadyStarted' : 'Started')
        $second.Destination | Should -BeExactly ($Second -replace '[^+0-9]')
        $plan = Get-PlanCommon @{ RunName = 'two ways'; JournalPath = $with.JournalPath }
        ($Second | Test-ConnectOutboundChat @plan).Status | Should -Be 'AlreadyStarted'
        $script:Sandbox.ContactCount | Should -Be ($Same ? 1 : 2)
    }

    It 'what is sent is the number as it was written' {
        $script:Sandbox.Clear()
        $null = Get-Held @([pscustomobject]@{ Phone = '+541123456789' })
        $null = Get-Held @([pscustomobject]@{ Phone = '+5491123456789' })
        $script:Sandbox.Contacts.Destination | Should -Be '+541123456789', '+5491123456789'
    }
}

Describe 'The right person: a suppression list' {
    It 'that has the line <_> stops the command' -ForEach @(
        '-2065550101', "`u{2212}2065550101", '+-12065550101', '2065550101-', '2026-11-26', '206555010.5', '192.168.10.20'
        '+49 171 1234567 (1)', '0171 1234567 - 2'
    ) {
        $script:Sandbox.Clear()
        Set-Content "$TestDrive/wrong.txt" '+12065550102', $_
        foreach ($source in "$TestDrive/wrong.txt", $_) {
            $with = Get-Common $script:Sandbox @{ SuppressionList = $source; DefaultCountry = 'US' }
            { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'SuppressionListInvalid,*'
            { Get-Row | Test-ConnectOutboundChat @with } | Should -Throw -ErrorId 'SuppressionListInvalid,*'
        }
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'as a CSV says what is wrong with its line' {
        Set-Content "$TestDrive/wrong.csv" 'Phone,Since', '-2065550101,2026-01-01', '+12065550102,2026-01-02'
        $with = Get-Common $script:Sandbox @{ SuppressionList = "$TestDrive/wrong.csv"; DefaultCountry = 'US' }
        { Get-Row | Start-ConnectOutboundChat @with } |
            Should -Throw -ErrorId 'SuppressionListInvalid,*' -ExpectedMessage '*line 2*a spreadsheet has calculated with this number*'
    }
}

Describe 'The right person: landlines' {
    BeforeAll {
        function Get-LandlineAdvice {
            param([string[]] $Number, [string] $Channel = 'SMS')
            $plan = Get-PlanCommon @{ Channel = $Channel; AllowFreeText = $true }
            @(($Number | Test-ConnectOutboundChat @plan -Summary).Advice | Where-Object { $_ -like '*landline*' })
        }
    }

    It '-Summary counts landlines that are to get an SMS' {
        Get-LandlineAdvice '+4930123456', '+442079460958', '+4915123456789', '+33123456789' |
            Should -BeLike '3 rows are landlines, SMS does not reach them*'
        Get-LandlineAdvice '+4930123456' | Should -BeLike '1 row is a landline, SMS does not reach it*'
    }

    It 'says nothing of mobile numbers, and nothing where mobile numbers look like landlines' {
        Get-LandlineAdvice '+4915123456789', '+447911123456', '+33612345678', '+5511987654321' | Should -BeNullOrEmpty
        Get-LandlineAdvice '+12065550100', '+14165550100', '+525512345678', '+17875550100' | Should -BeNullOrEmpty
    }

    It 'says nothing for WhatsApp, which landlines can have, nor of rows that are not sent' {
        Get-LandlineAdvice '+4930123456' WhatsApp | Should -BeNullOrEmpty
        Get-LandlineAdvice '+4915123456789', '+493' | Should -BeNullOrEmpty
    }
}

Describe 'The right person: two thousand rows of every kind' {
    It 'gives one result a row, plans no row of a wrong kind, and plans all clean ones' {
        . "$PSScriptRoot/WrongCellsSupport.ps1"
        $sum = Measure-WrongCell -Count 2000 -Seed 20261126 -With (Get-PlanCommon)
        $sum.Results | Should -Be 2000
        $sum.Repeated | Should -Be 0
        $sum.Wrong | Should -BeGreaterThan 800
        $sum.Clean | Should -BeGreaterThan 800
        $sum.WrongPlanned | Should -BeNullOrEmpty
        $sum.CleanNotPlanned | Should -BeNullOrEmpty
    }
}
