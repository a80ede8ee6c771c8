# The right person, once: a specification as tables. First the cells: which are no phone number, and which are. Then the columns of a file: which one
# says what, and when a row is refused because two could. Then sequences of commands: nobody is written to twice, or not at all. Each line is tried
# from a CSV and as typed objects, by Test-ConnectOutboundChat and by Start-ConnectOutboundChat: same status, same words.

BeforeDiscovery {
    $calculated = 'a spreadsheet has calculated with this number'
    $date = 'is a date; a date is not a phone number'
    $time = 'is a time; a time is not a phone number'
    $version = 'is a version; a version is not a phone number'
    $fraction = 'decimal fraction'
    $address = 'looks like an IP address'
    $note = 'has a note beside the number: '
    $arn = 'arn:aws:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001'
    $other = 'arn:aws:connect:us-east-1:123456789012:phone-number/bbbbbbbb-0000-0000-0000-000000000002'

    # What Export-Clixml and jobs leave of a value.
    function Get-Deserialized($Value) {
        $text = [System.Management.Automation.PSSerializer]::Serialize($Value)
        [System.Management.Automation.PSSerializer]::Deserialize($text)
    }

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
        @{ Cell = "206 555 0100`u{301C}0105"; Country = 'US'; Says = 'does not belong into one' }
        @{ Cell = '-206555009.5'; Country = 'US'; Says = '' ; Typed = -206555009.5 }

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

        @{ Cell = '2026-11-26'; Country = 'DE'; Says = $date; Typed = (Get-Deserialized ([DateOnly]'2026-11-26')), (Get-Deserialized ([datetime]'2026-11-26'))
        }
        @{ Cell = '2026-11-26'; Country = 'AT'; Says = $date; Typed = @(Get-Deserialized ([datetimeoffset]'2026-11-26T10:00:00+01:00')) }
        @{ Cell = '10:30'; Country = 'AT'; Says = $time; Typed = (Get-Deserialized ([TimeOnly]'10:30')), (Get-Deserialized ([timespan]'10:30')) }

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
        @{ Cell = '1.20656E+10'; Country = 'US'; Says = 'rounded by a spreadsheet' }

        # Notes beside a number.
        @{ Cell = '+49 171 1234567 (1)'; Country = ''; Says = "${note}'\(1\)'" }
        @{ Cell = '+49 171 1234567 [2]'; Country = ''; Says = $note }
        @{ Cell = '+49 171 1234567 (0)'; Country = ''; Says = $note }
        @{ Cell = '+49 171 1234567 (12)'; Country = ''; Says = $note }
        @{ Cell = '+49 171 1234567(1)'; Country = ''; Says = $note }
        @{ Cell = '0171 1234567 ( 1 )'; Country = 'DE'; Says = $note }
        @{ Cell = "0171 1234567 `u{FF08}1`u{FF09}"; Country = 'DE'; Says = $note }
        @{ Cell = '(1) 0171 1234567'; Country = 'DE'; Says = $note }
        @{ Cell = '1) 0171 1234567'; Country = 'DE'; Says = "${note}'1\)'" }
        @{ Cell = '12) 0171 1234567'; Country = 'DE'; Says = $note }
        @{ Cell = '1.) 0171 1234567'; Country = 'DE'; Says = $note }
        @{ Cell = '1. 0171 1234567'; Country = 'DE'; Says = $note }
        @{ Cell = '1 - 0171 1234567'; Country = 'DE'; Says = $note }
        @{ Cell = '0171 1234567 1)'; Country = 'DE'; Says = $note }
        @{ Cell = '0171 1234567 (1'; Country = 'DE'; Says = $note }
        @{ Cell = '0171 1234567 - 2'; Country = 'DE'; Says = "${note}'- 2'" }
        @{ Cell = '0171 1234567 / 2'; Country = 'DE'; Says = $note }
        @{ Cell = '0171 1234567 - 12'; Country = 'DE'; Says = $note }
        @{ Cell = "0171 1234567 `u{2013} 2"; Country = 'DE'; Says = $note }
        @{ Cell = '+49 171 1234567 - 2'; Country = ''; Says = $note }
        @{ Cell = '(206) 555-0100 / 1'; Country = 'US'; Says = $note }
        @{ Cell = '+49 30 (0) 1234567'; Country = ''; Says = $note }
        @{ Cell = '0171 1234567 -- 2'; Country = 'DE'; Says = $note }
        @{ Cell = '1. +49 171 1234567'; Country = ''; Says = "${note}'1\.'" }
        @{ Cell = '(1) +49 171 1234567'; Country = ''; Says = "${note}'\(1\)'" }
        @{ Cell = '2 - +49 171 1234567'; Country = ''; Says = $note }

        # Mexico as WhatsApp writes it.
        @{ Cell = '+5215512345678'; Country = ''; Says = 'has a 1 behind the country code \+52.*\+525512345678' }
        @{ Cell = '+52 1 55 1234 5678'; Country = ''; Says = '\+525512345678' }
        @{ Cell = '5215512345678'; Country = 'MX'; Says = '\+525512345678' }
        @{ Cell = '00 52 1 55 1234 5678'; Country = 'DE'; Says = '\+525512345678' }

        # What libphonenumber would guess.
        @{ Cell = '4915123456789'; Country = 'DE'; Says = 'can be the country code or a part of the number'; Typed = 4915123456789L }
        @{ Cell = '12065550100'; Country = 'DE'; Says = 'lost its plus sign'; Typed = 12065550100L }
        @{ Cell = '+420 (0)602 123 456'; Country = ''; Says = '\(0\).*leave it out' }
        @{ Cell = '+971 0075287014'; Country = ''; Says = 'more than one way' }
        @{ Cell = '+8190123456789012'; Country = ''; Says = 'at most 15' }
        @{ Cell = '555-0100'; Country = 'US'; Says = 'area code' }
        @{ Cell = '310-7103'; Country = 'CA'; Says = 'area code' }
        @{ Cell = '+12065550100 x12'; Country = ''; Says = 'extension' }
    )

    # Cells whose text is a number, but not their type.
    $script:OfType = @(
        @{ Says = $version; Cells = [version]'1.2.3.4', [version]'206.555.100', [version]'30.12345678' }
        @{ Says = $fraction; Cells = 206555010.5, 206555010.25d, [float]20655.5 }
    )

    # The same without a column.
    $script:Alone = @(
        @{ Says = $calculated; Rows = '-2065550099', -2065550099, -9999999908L, -2065550099.0, -2065550099d, [bigint]-2065550099 }
        @{ Says = $fraction; Rows = '206555010.5', 206555010.5, 206555010.5d }
        @{ Says = $date; Rows = '2026-11-26', [datetime]'2026-11-26', [datetime]'2026-11-26T10:00', [DateOnly]'2026-11-26' }
        @{ Says = $date; Rows = [datetimeoffset]'2026-11-26T10:00Z', (Get-Deserialized ([datetimeoffset]'2026-11-26T10:00+01:00')) }
        @{ Says = $date; Rows = (Get-Deserialized ([datetime]'2026-11-26')), (Get-Deserialized ([DateOnly]'2026-11-26')) }
        @{ Says = $time; Rows = '10:30', [timespan]'10:30', [timespan]'7.00:00:00', [TimeOnly]'10:30', (Get-Deserialized ([TimeOnly]'10:30')) }
        @{ Says = $version; Rows = [version]'1.2.3.4', [version]'206.555.100', (Get-Deserialized ([version]'206.555.100')) }
        @{ Says = $address; Rows = '192.168.10.20', [ipaddress]'192.168.10.20' }
    )

    # Neighbours of the lines above that are phone numbers.
    $script:Read = @(
        @{ Cell = '206-555-0100'; Country = 'US'; Sent = '+12065550100' }
        @{ Cell = "206`u{2212}555`u{2212}0100"; Country = 'US'; Sent = '+12065550100' }
        @{ Cell = '+1-206-555-0100'; Country = ''; Sent = '+12065550100' }
        @{ Cell = '2065550100'; Country = 'US'; Sent = '+12065550100'; Typed = 2065550100L, 2065550100.0, 2065550100d, [uint32]2065550100 }
        @{ Cell = '34.10.1234'; Country = 'AT'; Sent = '+4334101234' }
        @{ Cell = '2030 1234 56'; Country = 'US'; Sent = '+12030123456' }
        @{ Cell = '02030 1234 56'; Country = 'DE'; Sent = '+492030123456' }
        @{ Cell = '32.12.2026'; Country = 'DE'; Sent = '+4932122026' }
        @{ Cell = '31-02-2026'; Country = 'DE'; Sent = '+4931022026' }
        @{ Cell = '32/13/2026'; Country = 'AT'; Sent = '+4332132026' }
        @{ Cell = '030.12.1950'; Country = 'DE'; Sent = '+4930121950' }
        @{ Cell = '030 12 1950'; Country = 'DE'; Sent = '+4930121950' }
        @{ Cell = '05 12 1980 44'; Country = 'FR'; Sent = '+33512198044' }
        @{ Cell = '+(49) 30 1234567'; Country = ''; Sent = '+49301234567' }
        @{ Cell = '(+49) 30 1234567'; Country = ''; Sent = '+49301234567' }
        @{ Cell = '26.11.2101'; Country = 'AT'; Sent = '+4326112101' }
        @{ Cell = '06 12 20 26 10'; Country = 'FR'; Sent = '+33612202610' }
        @{ Cell = '030 1234-0'; Country = 'DE'; Sent = '+493012340' }
        @{ Cell = '030 1234-12'; Country = 'DE'; Sent = '+4930123412' }
        @{ Cell = '030 / 12 34 56'; Country = 'DE'; Sent = '+4930123456' }
        @{ Cell = '1 - 206 - 555 - 0100'; Country = 'US'; Sent = '+12065550100' }
        @{ Cell = '1. 206. 555. 0100'; Country = 'US'; Sent = '+12065550100' }
        @{ Cell = '+44 (0)20 7946 0958'; Country = ''; Sent = '+442079460958' }
        @{ Cell = '00 44 (0) 20 7946 0958'; Country = 'DE'; Sent = '+442079460958' }
        @{ Cell = '(0) 30 123456'; Country = 'DE'; Sent = '+4930123456' }
        @{ Cell = '+49 (30) 1234567'; Country = ''; Sent = '+49301234567' }
        @{ Cell = '+49 (0) (30) 1234567'; Country = ''; Sent = '+49301234567' }
        @{ Cell = '+33 (1) 23 45 67 89'; Country = ''; Sent = '+33123456789' }
        @{ Cell = '(02) 9876 5432'; Country = 'AU'; Sent = '+61298765432' }
        @{ Cell = '(11) 98765-4321'; Country = 'BR'; Sent = '+5511987654321' }
        @{ Cell = '+55 (11) 98765-4321'; Country = ''; Sent = '+5511987654321' }
        @{ Cell = '206.555.0100'; Country = 'US'; Sent = '+12065550100' }
        @{ Cell = '40.61.23.45'; Country = 'NO'; Sent = '+4740612345' }
        @{ Cell = '070.123.45.67'; Country = 'SE'; Sent = '+46701234567' }
        @{ Cell = '01512.3456789'; Country = 'DE'; Sent = '+4915123456789' }
        @{ Cell = '+52 55 1234 5678'; Country = ''; Sent = '+525512345678' }
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

    # Csv: the file. With, Without: parameters beside those of every line, and those that are left out. Sent: the number that is written to. Kind, Says: the
    # ErrorCode and the words of a row that is refused. Warns, NoWarning: what both commands say, or do not. Row: which row is looked at, if not the last.
    $script:Files = @(
        # Which column is the destination
        @{ Case = 'bookings: To and From are dates'; Csv = 'Phone,From,To', '+12065550101,2026-11-26,2026-12-01'
            Sent = '+12065550101'; Source = $arn; Warns = "'Phone', 'To' all stand for Destination: in each row the one that holds a phone number is used" }
        @{ Case = 'bookings: the dates come first, with a time'; Csv = 'From,To,PhoneNumber', '2026-11-26 14:00,2026-11-28 10:00,+12065550101'
            Sent = '+12065550101' }
        @{ Case = 'bookings: dates beside a number of Germany'; Csv = 'Phone,From,To', '030 123456,2026-11-26,01.12.2026'
            With = @{ DefaultCountry = 'DE' }; Sent = '+4930123456'; Source = $arn }
        @{ Case = 'bookings: the only number is a date of Austria'; Csv = 'Phone,To', ',26.11.2026'; With = @{ DefaultCountry = 'AT' }
            Kind = 'DestinationInvalid'; Says = 'date' }
        @{ Case = 'bookings: To and From are places'; Csv = 'To,From,Mobile', 'Oslo,Rome,+12065550101'; Sent = '+12065550101' }
        @{ Case = 'bookings: To is a flight'; Csv = 'Phone,To', '+12065550101,LH 454'; Sent = '+12065550101' }
        @{ Case = 'To alone is still the destination'; Csv = 'To,Note', '+12065550101,x'; Sent = '+12065550101' }
        @{ Case = 'one number in two forms is one number'; Csv = 'Destination,Phone', '+12065550101,(206) 555-0101'
            With = @{ DefaultCountry = 'US' }; Sent = '+12065550101' }
        @{ Case = 'a mobile number of Brazil with and without its 9 is one number'; Csv = 'Destination,Mobile', '+5511961234567,+551161234567'
            Sent = '+5511961234567' }
        @{ Case = 'the row''s own country reads both'; Csv = 'Destination,Phone,Country', '+4930123456,030 123456,DE'; Sent = '+4930123456' }
        @{ Case = 'an empty cell does not count'; Csv = 'Phone,Mobile', ',+12065550101'; Sent = '+12065550101' }
        @{ Case = 'a cell that is no number does not count beside one that is'; Csv = 'Destination,Phone,Mobile', 'n/a,unknown,+12065550101'
            Sent = '+12065550101' }
        @{ Case = 'a number without a country code counts only where a country reads it'; Csv = 'Phone,Mobile', '206 555 0100,+12065550101'
            Sent = '+12065550101' }
        @{ Case = 'two numbers'; Csv = 'Phone,Mobile', '+12065550101,+12065550102'; Kind = 'DestinationAmbiguous'
            Says = "the column 'Phone' holds '\+12065550101' and 'Mobile' holds '\+12065550102', which are different phone numbers\. Choose a column: -ColumnMap @\{ Destination = 'Phone' \}" }
        @{ Case = 'two numbers, one of them in To'; Csv = 'To,Phone', '+12065550101,+12065550102'; Kind = 'DestinationAmbiguous'
            Says = "'Phone' holds .* and 'To' holds .*-ColumnMap" }
        @{ Case = 'two numbers, Destination among them'; Csv = 'Mobile,Destination', '+12065550101,+12065550102'; Kind = 'DestinationAmbiguous'
            Says = "'Destination' holds .* and 'Mobile' holds .*-ColumnMap" }
        @{ Case = 'two numbers in columns of one name'; Csv = 'Phone Number,phone_number', '+12065550101,+12065550102'; Kind = 'DestinationAmbiguous'
            Says = "'Phone Number' holds .* and 'phone_number' holds" }
        @{ Case = 'three numbers'; Csv = 'Phone,Mobile,To', '+12065550101,+12065550102,+12065550103'; Kind = 'DestinationAmbiguous'
            Says = "'Phone' holds .*, 'Mobile' holds .* and 'To' holds" }
        @{ Case = 'two national numbers'; Csv = 'Phone,Mobile', '206 555 0101,206 555 0102'; With = @{ DefaultCountry = 'US' }; Kind = 'DestinationAmbiguous'
            Says = "'Phone' holds '206 555 0101' and 'Mobile' holds '206 555 0102'" }
        @{ Case = 'two numbers, and a map that chooses'; Csv = 'Phone,Mobile', '+12065550101,+12065550102'; With = @{ ColumnMap = @{ Destination = 'Mobile' } }
            Sent = '+12065550102' }
        @{ Case = 'two numbers, and an argument that wins over both'; Csv = 'Phone,Mobile', '+12065550101,+12065550102'
            With = @{ Destination = '+12065550103' }; Sent = '+12065550103' }
        @{ Case = 'no number in any of several columns'; Csv = 'Phone,To', 'none,Oslo'; Kind = 'DestinationInvalid'
            Says = "Destination 'none' \(column 'Phone'\) is not a phone number" }
        @{ Case = 'the only column that is filled in has no number'; Csv = 'Phone,To', ',Oslo'; Kind = 'DestinationInvalid'
            Says = "Destination 'Oslo' \(column 'To'\) is not a phone number" }
        @{ Case = 'several columns, all empty'; Csv = 'Phone,Mobile,Note', ',,x'; Kind = 'DestinationMissing'
            Says = "the columns 'Phone', 'Mobile' are empty in this row" }

        # Which column is the source
        @{ Case = 'From is an ARN'; Csv = 'Phone,From', "+12065550101,$other"; Without = 'Source'; Sent = '+12065550101'; Source = $other }
        @{ Case = 'From is a date and nothing else says the source'; Csv = 'Phone,From', '+12065550101,2026-11-26'; Without = 'Source'; Kind = 'SourceMissing'
            Says = "Source is missing \(the column 'From' holds '2026-11-26', which is neither an ARN nor a phone number\)" }
        @{ Case = 'From is a place'; Csv = 'Phone,From', '+12065550101,Rome'; Without = 'Source'; Kind = 'SourceMissing'
            Says = "the column 'From' holds 'Rome'"
            Warns = "The column 'From' is not used for Source where it holds something else, such as 'Rome' in row 1" }
        @{ Case = 'From is empty'; Csv = 'Phone,From', '+12065550101,'; Without = 'Source'; Kind = 'SourceMissing'
            Says = "the column 'From' is empty in this row" }
        @{ Case = 'Source is a date: the column says what it means'; Csv = 'Phone,Source', '+12065550101,2026-11-26'; Without = 'Source'; Kind = 'SourceInvalid'
            Says = "Source '2026-11-26' is no ARN" }
        @{ Case = 'From is a date, and the map says that it is the source'; Csv = 'Phone,From', '+12065550101,2026-11-26'; Without = 'Source'
            With = @{ ColumnMap = @{ Source = 'From' } }; Kind = 'SourceInvalid'; Says = "Source '2026-11-26' is no ARN" }

        # Two columns that are alike
        @{ Case = '-ColumnMap: the exact name wins'; Csv = 'Phone 2,Phone2', '+12065550101,+12065550102'; With = @{ ColumnMap = @{ Destination = 'Phone2' } }
            Sent = '+12065550102' }
        @{ Case = '-ColumnMap: the exact name wins, the other first'; Csv = 'Phone2,Phone 2', '+12065550101,+12065550102'
            With = @{ ColumnMap = @{ Destination = 'Phone 2' } }; Sent = '+12065550102' }
        @{ Case = '-ColumnMap: then one that differs in case'; Csv = 'Phone 2,Phone2', '+12065550101,+12065550102'
            With = @{ ColumnMap = @{ Destination = 'PHONE2' } }; Sent = '+12065550102' }
        @{ Case = '-ColumnMap: one that is normalized alike'; Csv = 'Phone 2,Note', '+12065550101,x'; With = @{ ColumnMap = @{ Destination = 'phone_2' } }
            Sent = '+12065550101' }
        @{ Case = '-ColumnMap: two that are normalized alike'; Csv = 'Phone 2,Phone_2', '+12065550101,+12065550102'
            With = @{ ColumnMap = @{ Destination = 'Phone2' } }; Kind = 'ColumnAmbiguous'
            Says = "^-ColumnMap takes Destination from the column 'Phone2', and the columns 'Phone 2' and 'Phone_2' match it equally well\. Write the column's name exactly as the file has it\.$" }
        @{ Case = '-ColumnMap: two that are alike, for an attribute'; Csv = 'Phone,Order Id,order-id', '+12065550101,1,2'
            With = @{ ColumnMap = @{ 'Attribute.Id' = 'OrderId' } }; Kind = 'ColumnAmbiguous'; Says = "'Order Id' and 'order-id'" }
        @{ Case = '-ColumnMap wins over a column of the entry''s name'; Csv = 'Phone,Attribute.Id,Nr', '+12065550101,1,2'
            With = @{ ColumnMap = @{ 'Attribute.Id' = 'Nr' } }; Sent = '+12065550101'; Attribute = @{ Id = '2' }
            Warns = "Not used: the column 'Attribute.Id'" }
        @{ Case = 'placeholder: the exact name wins'; Csv = 'Phone,Order Id,OrderId', '+12065550101,one,two'; With = @{ Message = 'No. {OrderId}' }
            Sent = '+12065550101'; Message = 'No. two'; Warns = "Not used: the column 'Order Id'" }
        @{ Case = 'placeholder: then one that differs in case'; Csv = 'Phone,Order Id,OrderId', '+12065550101,one,two'; With = @{ Message = 'No. {orderid}' }
            Sent = '+12065550101'; Message = 'No. two' }
        @{ Case = 'placeholder: two that are normalized alike'; Csv = 'Phone,Order Id,Order_Id', '+12065550101,one,two'; With = @{ Message = 'No. {OrderId}' }
            Kind = 'ColumnAmbiguous'; Says = "^The message wants the column 'OrderId', and the columns 'Order Id' and 'Order_Id' match it equally well" }
        @{ Case = 'placeholder of a message column: two that are alike'; Csv = 'Phone,Order Id,Order_Id,Message', '+12065550101,one,two,No. {OrderId}'
            Without = 'Message'; Kind = 'ColumnAmbiguous'; Says = "'Order Id' and 'Order_Id'" }
        @{ Case = 'placeholder with a prefix: two that are alike'; Csv = 'Phone,Attribute.Order Id,Attribute.Order-Id', '+12065550101,one,two'
            With = @{ Message = 'No. {Attribute.OrderId}' }; Kind = 'ColumnAmbiguous'; Says = "'Attribute.Order Id' and 'Attribute.Order-Id'" }
        @{ Case = '-KeyColumn: the exact name wins'; Csv = 'Phone,Order Id,OrderId', '+12065550101,1,', '+12065550101,1,2'
            With = @{ KeyColumn = 'Order Id'; RunName = 'keys' }; Row = 0; Sent = '+12065550101'; DuplicateRow = 1 }
        @{ Case = '-KeyColumn: two that are normalized alike'; Csv = 'Phone,Order Id,Order_Id', '+12065550101,1,2'
            With = @{ KeyColumn = 'OrderId'; RunName = 'keys' }; Kind = 'ColumnAmbiguous'
            Says = "-KeyColumn names 'OrderId', and the columns 'Order Id' and 'Order_Id' match it equally well" }
        @{ Case = '-AttributeColumn: the exact name wins'; Csv = 'Phone,Order_Id,OrderId', '+12065550101,1,2'; With = @{ AttributeColumn = 'OrderId' }
            Sent = '+12065550101'; Attribute = @{ OrderId = '2' } }
        @{ Case = '-AttributeColumn: then one that differs in case'; Csv = 'Phone,Order_Id,OrderId', '+12065550101,1,2'
            With = @{ AttributeColumn = 'order_ID' }
            Sent = '+12065550101'; Attribute = @{ Order_Id = '1' } }
        @{ Case = '-AttributeColumn: two that are normalized alike'; Csv = 'Phone,Order_Id,Order-Id', '+12065550101,1,2'
            With = @{ AttributeColumn = 'OrderId' }
            Kind = 'ColumnAmbiguous'; Says = "-AttributeColumn names 'OrderId', and the columns 'Order_Id' and 'Order-Id' match it equally well" }
        @{ Case = 'a parameter''s column: the exact name wins'; Csv = 'Phone,Display Name,DisplayName', '+12065550101,one,two'; Sent = '+12065550101'
            Name = 'two'; Warns = "'Display Name', 'DisplayName' all stand for DisplayName: 'DisplayName' is used" }
        @{ Case = 'a parameter''s column: two that are normalized alike'; Csv = 'Phone,Display Name,display-name', '+12065550101,one,two'
            Kind = 'ColumnAmbiguous'; Says = "The columns 'Display Name' and 'display-name' both stand for DisplayName\. Choose one with -ColumnMap" }
        @{ Case = 'time zones: two columns that are alike'; Csv = 'Phone,Time Zone,time_zone', '+12065550101,Europe/Berlin,Asia/Tokyo'
            With = @{ QuietHours = '02:00-02:01' }; Kind = 'ColumnAmbiguous'; Says = "'Time Zone' and 'time_zone' both stand for TimeZone" }
        @{ Case = 'countries: two columns that are alike'; Csv = 'Phone,COUNTRY-,country_', '030 123456,DE,AT'
            Kind = 'ColumnAmbiguous'; Says = "'COUNTRY-' and 'country_' both stand for Country" }
        @{ Case = 'a prefix in two spellings: the documented one wins'; Csv = 'Phone,attribute .Id,Attribute.Id', '+12065550101,1,2'; Sent = '+12065550101'
            Attribute = @{ Id = '2' } }
        @{ Case = 'a prefix in two spellings that are alike'; Csv = 'Phone,Attribute .Id,Attri-bute.Id', '+12065550101,1,2'; Kind = 'ColumnAmbiguous'
            Says = "The columns 'Attribute .Id' and 'Attri-bute.Id' both give the Attribute 'Id'" }

        # A quotation mark that is not closed
        @{ Case = 'an open quote, and further rows in a placeholder'; Csv = 'PhoneNumber,Name', '+12065550101,"Tom', '+12065550102,Ann', '+12065550103,Bob'
            With = @{ Message = 'Hello {Name}' }; Kind = 'QuoteUnclosed'
            Says = "'Name' holds another row of the file, '\+12065550102,Ann': a quotation mark is not closed" }
        @{ Case = 'an open quote that a later quote ends'; Csv = 'PhoneNumber,Name', '+12065550101,"Tom', '+12065550102,"Ann"', '+12065550103,Bob'
            With = @{ Message = 'Hello {Name}' }; Row = 0; Rows = 2; Kind = 'QuoteUnclosed'; Says = "'Name' holds another row" }
        @{ Case = 'an open quote in a file with quotes everywhere'
            Csv = '"PhoneNumber","Name"', '"+12065550101","Tom', '"+12065550102","Ann"', '"+12065550103","Bob"'
            With = @{ Message = 'Hello {Name}' }; Row = 0; Rows = 2; Kind = 'QuoteUnclosed'; Says = "'Name' holds another row" }
        @{ Case = 'an open quote, names first'; Csv = 'Name,PhoneNumber,City', 'Tom,+12065550101,"Oslo', 'Ann,+12065550102,Rome', 'Bob,+12065550103,Bonn'
            With = @{ Message = 'Hello from {City}' }; Kind = 'QuoteUnclosed'; Says = "'City' holds another row of the file, 'Ann,\+12065550102,Rome'" }
        @{ Case = 'an open quote before the number, which is the next row''s'; Csv = '"Name","PhoneNumber"', '"Tom,+12065550101', '"Ann",+12065550102'
            With = @{ Message = 'Hello {Name}' }; Kind = 'QuoteUnclosed'; Says = "'Name' holds another row" }
        @{ Case = 'an open quote in a middle column'; Csv = 'PhoneNumber,City,Name', '+12065550101,"Oslo,Tom', '+12065550102,Rome,Ann'
            With = @{ Message = 'Hello from {City}' }; Kind = 'QuoteUnclosed'; Says = "'City' holds another row" }
        @{ Case = 'an open quote, semicolons'; Delimiter = ';'; Csv = 'PhoneNumber;Name', '+12065550101;"Tom', '+12065550102;Ann, and Bob'
            With = @{ Message = 'Hello {Name}' }; Kind = 'QuoteUnclosed'; Says = "'Name' holds another row" }
        @{ Case = 'an open quote, tabs'; Delimiter = "`t"; Csv = "PhoneNumber`tName", "+12065550101`t`"Tom", "+12065550102`tAnn"
            With = @{ Message = 'Hello {Name}' }; Kind = 'QuoteUnclosed'; Says = "'Name' holds another row" }
        @{ Case = 'an open quote, national numbers'; Csv = 'PhoneNumber,Name', '(206) 555-0101,"Tom', '(206) 555-0102,Ann'
            With = @{ Message = 'Hello {Name}'; DefaultCountry = 'US' }; Kind = 'QuoteUnclosed'; Says = "'Name' holds another row" }
        @{ Case = 'an open quote, in an attribute'; Csv = 'PhoneNumber,Attribute.Note', '+12065550101,"Tom', '+12065550102,Ann'; Kind = 'QuoteUnclosed'
            Says = "'Attribute.Note' holds another row" }
        @{ Case = 'an open quote, in a column of -AttributeColumn'; Csv = 'PhoneNumber,Note', '+12065550101,"Tom', '+12065550102,Ann'
            With = @{ AttributeColumn = '*' }; Kind = 'QuoteUnclosed'; Says = "'Note' holds another row" }
        @{ Case = 'an open quote, in a segment attribute'; Csv = 'PhoneNumber,Segment.Note', '+12065550101,"Tom', '+12065550102,Ann'; Kind = 'QuoteUnclosed'
            Says = "'Segment.Note' holds another row" }
        @{ Case = 'an open quote, in a template''s value'; Csv = 'PhoneNumber,Template.Name', '+12065550101,"Tom', '+12065550102,Ann'; Without = 'Message'
            With = @{ KnowledgeBaseId = 'kb-1'; MessageTemplateId = 'tpl-1' }; Kind = 'QuoteUnclosed'; Says = "'Template.Name' holds another row" }
        @{ Case = 'an open quote, in a customer profile''s value'; Csv = 'PhoneNumber,Profile.Name', '+12065550101,"Tom', '+12065550102,Ann'
            Without = 'Message'
            With = @{ KnowledgeBaseId = 'kb-1'; MessageTemplateId = 'tpl-1' }; Kind = 'QuoteUnclosed'; Says = "'Profile.Name' holds another row" }
        @{ Case = 'an open quote, in the name that agents see'; Csv = 'PhoneNumber,Name', '+12065550101,"Tom', '+12065550102,Ann'; Kind = 'QuoteUnclosed'
            Says = "'Name' holds another row" }
        @{ Case = 'an open quote, the number from a column of one''s own'; Csv = 'Handy,Vorname', '+12065550101,"Tom', '+12065550102,Ann'
            With = @{ Message = 'Hallo {Vorname}'; ColumnMap = @{ Destination = 'Handy' } }; Kind = 'QuoteUnclosed'; Says = "'Vorname' holds another row" }
        @{ Case = 'a message of several lines'; Csv = 'PhoneNumber,Message', '+12065550101,"Call us:', '+12065550102, Ann', '+12065550103, Bob"'
            Without = 'Message'; Sent = '+12065550101'; Message = "Call us:`n+12065550102, Ann`n+12065550103, Bob" }
        @{ Case = 'a postal address'; Csv = 'PhoneNumber,Address', '+12065550101,"12 Main St', 'Seattle, WA 98101', 'USA"'
            With = @{ Message = 'To {Address}' }; Sent = '+12065550101'; Message = "To 12 Main St`nSeattle, WA 98101`nUSA" }
        @{ Case = 'a postal address with a telephone line'; Csv = 'PhoneNumber,Address', '+12065550101,"12 Main St', 'Seattle, WA 98101', '+1 206 555 0199"'
            With = @{ Message = 'To {Address}' }; Sent = '+12065550101' }
        @{ Case = 'a postal address that begins with its postal code'; Csv = 'PhoneNumber,Address', '+4930123456,"Hauptstr. 5', '10115, Berlin"'
            With = @{ Message = 'An {Address}'; DefaultCountry = 'DE' }; Sent = '+4930123456' }
        @{ Case = 'a postal code with a dash'; Csv = 'PhoneNumber,Address', '+5511961234567,"Av. Paulista 1578', '01310-200, Paulo"'
            With = @{ Message = 'Para {Address}'; DefaultCountry = 'BR' }; Sent = '+5511961234567' }
        @{ Case = 'a signature with a telephone line'
            Csv = 'PhoneNumber,Sign', '+12065550101,"Kind regards, Tom', 'Tel. +1 206 555 0199, ext. 12', 'tom@example.com"'
            With = @{ Message = 'Hello. {Sign}' }; Sent = '+12065550101' }
        @{ Case = 'a signature whose telephone line has the number alone'; Csv = 'PhoneNumber,Sign', '+12065550101,"Tom', '+1 206 555 0199', 'Sales, Seattle"'
            With = @{ Message = 'Hello. {Sign}' }; Sent = '+12065550101' }
        @{ Case = 'a signature whose telephone line names two numbers'; Csv = 'PhoneNumber,Sign', '+12065550101,"Tom', 'T +1 206 555 0199 | M +1 206 555 0198"'
            With = @{ Message = 'Hello. {Sign}' }; Sent = '+12065550101' }
        @{ Case = 'a signature, names first'; Csv = 'Name,PhoneNumber,Sign', 'Ann,+12065550101,"Tom', 'Sales, +1 206 555 0199"'
            With = @{ Message = 'Hello. {Sign}' }; Sent = '+12065550101' }
        @{ Case = 'two lines'; Csv = 'PhoneNumber,Name', '+12065550101,"two', 'lines"'; With = @{ Message = 'Hello {Name}' }; Sent = '+12065550101' }
        @{ Case = 'a list of orders'; Csv = 'PhoneNumber,Orders', '+12065550101,"A-1, shoes', 'A-2, socks"'; With = @{ Message = 'Yours: {Orders}' }
            Sent = '+12065550101' }
        @{ Case = 'further rows in a column that nothing uses'; Csv = 'PhoneNumber,Note', '+12065550101,"seen', '+12065550102,Ann"'; Sent = '+12065550101' }

        # A column that is empty
        @{ Case = 'the column that -ColumnMap names is empty'; Csv = 'Handy,Name', ',Ann'; With = @{ ColumnMap = @{ Destination = 'Handy' } }
            Kind = 'DestinationMissing'; Says = "^Destination is missing: the column 'Handy' is empty in this row\.$" }
        @{ Case = 'the column that -ColumnMap names holds blanks'; Csv = 'Handy,Phone', '  ,+12065550101'; With = @{ ColumnMap = @{ Destination = 'handy' } }
            Kind = 'DestinationMissing'; Says = "^Destination is missing: the column 'Handy' is empty in this row\.$" }
        @{ Case = 'the column that -ColumnMap names is not there'; Csv = 'Telefon,Name', '+12065550101,Ann'
            With = @{ ColumnMap = @{ Destination = 'Telefonn' } }
            Kind = 'MappedColumnMissing'
            Says = "^-ColumnMap takes Destination from the column 'Telefonn', which the row does not have; the nearest is 'Telefon'\.$" }
        @{ Case = 'no column is taken for the destination'; Csv = 'Handy,Name', '+12065550101,Ann'; Kind = 'DestinationMissing'
            Says = "none of the columns 'Handy', 'Name' is taken for it" }
        @{ Case = 'a known column is empty'; Csv = 'Phone,Name', ',Ann'; Kind = 'DestinationMissing'; Says = "the column 'Phone' is empty in this row" }
        @{ Case = 'the channel''s column of a map is empty'; Csv = 'Phone,Kanal', '+12065550101,'; Without = 'Channel'
            With = @{ ColumnMap = @{ Channel = 'Kanal' } }
            Kind = 'ChannelMissing'; Says = "Channel is missing \(the column 'Kanal' is empty in this row\)" }

        # Columns that say who wants no messages
        @{ Case = 'OptOut: yes'; Csv = 'Phone,OptOut', '+12065550101,no', '+12065550102,yes'; Row = 1; Sent = '+12065550102'
            Warns = "^Row 2 says in 'OptOut' that the customer does not want messages.*-SuppressionList" }
        @{ Case = 'DoNotContact: TRUE'; Csv = 'Phone,Do Not Contact', '+12065550101,TRUE'; Sent = '+12065550101'; Warns = "'Do Not Contact'.*-SuppressionList" }
        @{ Case = 'Unsubscribed: 1'; Csv = 'Phone,Unsubscribed', '+12065550101,1'; Sent = '+12065550101'; Warns = "'Unsubscribed'.*-SuppressionList" }
        @{ Case = 'Unsubscribed: a date'; Csv = 'Phone,unsubscribed_at', '+12065550101,2026-01-31'; Sent = '+12065550101'; Warns = "in 'unsubscribed_at' that" }
        @{ Case = 'SMS opt out: x'; Csv = 'Phone,SMS opt-out', '+12065550101,x'; Sent = '+12065550101'; Warns = "'SMS opt-out'.*-SuppressionList" }
        @{ Case = 'two columns, one of them true'; Csv = 'Phone,OptOut,DNC', '+12065550101,false,true'; Sent = '+12065550101'
            Warns = "in 'DNC' that .*, nor for 'OptOut'" }
        @{ Case = 'the column is an attribute, too'; Csv = 'Phone,Attribute.OptOut', '+12065550101,yes'; Sent = '+12065550101'
            Warns = "in 'Attribute.OptOut' that" }
        @{ Case = 'Consent: no'; Csv = 'Phone,Consent', '+12065550101,no'; Sent = '+12065550101'; Warns = "in 'Consent' that the customer does not want" }
        @{ Case = 'OptOut: no'; Csv = 'Phone,OptOut', '+12065550101,no'; Sent = '+12065550101'; NoWarning = 'does not want' }
        @{ Case = 'OptOut: false'; Csv = 'Phone,OptOut', '+12065550101,false'; Sent = '+12065550101'; NoWarning = 'does not want' }
        @{ Case = 'OptOut: 0'; Csv = 'Phone,OptOut', '+12065550101,0'; Sent = '+12065550101'; NoWarning = 'does not want' }
        @{ Case = 'OptOut: empty'; Csv = 'Phone,OptOut', '+12065550101,'; Sent = '+12065550101'; NoWarning = 'does not want' }
        @{ Case = 'Consent: empty'; Csv = 'Phone,Consent', '+12065550101,'; Sent = '+12065550101'; NoWarning = 'does not want' }
        @{ Case = 'Consent: yes'; Csv = 'Phone,Consent', '+12065550101,yes'; Sent = '+12065550101'; NoWarning = 'does not want' }
        @{ Case = 'a fax is no message'; Csv = 'Phone,HasOptedOutOfFax', '+12065550101,yes'; Sent = '+12065550101'; NoWarning = 'does not want' }
    )

    # Csv: the rows; three of them unless the line says otherwise. First: the parameters of the commands before; what they were given, or with Pipe =
    # 'results' what they gave, is edited, then planned and sent with the parameters Then. Sql: what changes the journal before. OtherMachine: the journal
    # is not there. Status: that of each row. Says, Code: the reason and the ErrorCode of rows that are held back. Stops: the error that ends the command.
    # Tokens: the contacts have the saved ones, or none of them. Contacts: how many the sandbox has in the end.
    $ago = { param([timespan] $Span) [datetime]::UtcNow.Subtract($Span).ToString('o', [cultureinfo]::InvariantCulture) }
    $milliseconds = { param([timespan] $Span) [DateTimeOffset]::UtcNow.Subtract($Span).ToUnixTimeMilliseconds() }
    $columnsOfResult = '"RowNumber","Destination","Channel","Status","ContactId","Reason","ErrorCode","Attempts","ClientToken","RequestId","InstanceId",' +
        '"RunName","StartedAt","Duration"'
    $three = @('AlreadyStarted') * 3
    $sent = @('Started') * 3
    $notSent = '^3 rows were not sent.*-SendStarted'
    $script:Sequences = @(
        # The file that -PassThru wrote, and results
        @{ Case = 'the file of -PassThru, corrected in one row'; Csv = 'Phone,Name', '+12065550101,Ann', 'nobody,Bob', '+12065550103,Cy'
            First = @{ PassThru = $true }; Pipe = 'results'; Edit = { $args[0][1].Phone = '+12065550102' }
            Status = 'AlreadyStarted', 'Started', 'AlreadyStarted'; Warns = '^2 rows were not sent.*-SendStarted'; Contacts = 3 }
        @{ Case = 'the file of -PassThru, corrected, under a run name'; Csv = 'Phone,Name', '+12065550101,Ann', 'nobody,Bob', '+12065550103,Cy'
            First = @{ PassThru = $true }; Pipe = 'results'; Edit = { $args[0][1].Phone = '+12065550102' }; Then = @{ RunName = 'autumn' }
            Status = 'AlreadyStarted', 'Started', 'AlreadyStarted'; Warns = '^2 rows were not sent'; Contacts = 3 }
        @{ Case = 'the file of -PassThru, its number written in another way'; First = @{ PassThru = $true }; Pipe = 'results'
            Edit = { $args[0][0].Phone = '(206) 555-0101' }; Then = @{ DefaultCountry = 'US' }; Status = $three; Warns = $notSent; Contacts = 3 }
        @{ Case = 'results'; First = @{}; Pipe = 'results'; Status = $three; Warns = $notSent; Contacts = 3 }
        @{ Case = 'results with -SendStarted'; First = @{}; Pipe = 'results'; Then = @{ SendStarted = $true }; Status = $sent; NoWarning = 'not sent'
            Tokens = 'new'; Contacts = 6 }
        @{ Case = 'results with -SendStarted in their own run: the journal decides'; First = @{ RunName = 'A' }; Pipe = 'results'
            Then = @{ RunName = 'A'; SendStarted = $true }; Status = $three; Contacts = 3 }
        @{ Case = 'a started row whose number changed'; First = @{ PassThru = $true }; Pipe = 'results'; Edit = { $args[0][0].Phone = '+12065550199' }
            Status = 'Invalid', 'AlreadyStarted', 'AlreadyStarted'; Code = 'DestinationChanged'; Says = '\+12065550101.*\+12065550199'; Contacts = 3 }
        @{ Case = 'a row already started whose number changed'; First = @{ PassThru = $true }; Pipe = 'results'
            Edit = { $args[0][0].Phone = '+12065550199'; $args[0][0].ConnectStatus = 'AlreadyStarted' }
            Status = 'Invalid', 'AlreadyStarted', 'AlreadyStarted'; Code = 'DestinationChanged'; Says = '\+12065550101.*\+12065550199'; Contacts = 3 }
        @{ Case = 'a started row whose number changed, with -SendStarted'; Csv = 'Phone', '+12065550101'; First = @{ PassThru = $true }; Pipe = 'results'
            Edit = { $args[0][0].Phone = '+12065550199' }; Then = @{ SendStarted = $true }; Status = 'Started'; Tokens = 'new'; Contacts = 2 }
        @{ Case = 'an unknown row takes its saved token'; First = @{ Broken = $true; PassThru = $true }; Pipe = 'results'; Status = $sent; Tokens = 'saved'
            Contacts = 3 }
        @{ Case = 'an unknown result takes its saved token'; First = @{ Broken = $true }; Pipe = 'results'; Status = $sent; Tokens = 'saved'; Contacts = 3 }
        @{ Case = 'an unknown row whose number changed'; Csv = 'Phone', '+12065550101'; First = @{ Broken = $true; PassThru = $true }; Pipe = 'results'
            Edit = { $args[0][0].Phone = '+12065550199' }; Status = 'Invalid'; Code = 'DestinationChanged'; Says = '\+12065550101.*\+12065550199'
            Contacts = 0 }
        @{ Case = 'an unknown row whose number changed, with -SendStarted'; Csv = 'Phone', '+12065550101'; First = @{ Broken = $true; PassThru = $true }
            Pipe = 'results'; Edit = { $args[0][0].Phone = '+12065550199' }; Then = @{ SendStarted = $true }; Status = 'Invalid'; Code = 'DestinationChanged'
            Contacts = 0 }
        @{ Case = 'an unknown row in its own run'; First = @{ Broken = $true; RunName = 'A' }; Pipe = 'results'; Then = @{ RunName = 'A' }; Status = $sent
            Tokens = 'saved'; Contacts = 3 }
        @{ Case = 'an unknown row of a run, without -RunName'; First = @{ Broken = $true; RunName = 'A' }; Pipe = 'results'; Status = $sent; Tokens = 'saved'
            Contacts = 3 }
        @{ Case = 'an unknown row in another run'; First = @{ Broken = $true; RunName = 'A' }; Pipe = 'results'; Then = @{ RunName = 'B' }
            Status = @('Invalid') * 3; Code = 'TokenOfOtherRun'; Says = 'another run, key or instance'; Contacts = 0 }
        @{ Case = 'an unknown row of no run in a run'; First = @{ Broken = $true; PassThru = $true }; Pipe = 'results'; Then = @{ RunName = 'B' }
            Status = @('Invalid') * 3; Code = 'TokenOfOtherRun'; Says = 'another run, key or instance'; Contacts = 0 }
        @{ Case = 'an unknown row whose key changed'; First = @{ Broken = $true; RunName = 'A'; KeyColumn = 'Order'; PassThru = $true }; Pipe = 'results'
            Edit = { $args[0][0].Order = 'A-9' }; Then = @{ RunName = 'A' }; Status = 'Invalid', 'Started', 'Started'; Code = 'TokenOfOtherRun'; Contacts = 2 }
        @{ Case = 'rows that reached nobody may be corrected, and are new'
            Csv = @('Phone,ConnectStatus,ConnectContactId,ConnectReason,ConnectClientToken,ConnectTokenSince,ConnectDestination,ConnectRow') + @(
                foreach ($status in 'Failed', 'Invalid', 'NotSent', 'Deferred') {
                    "+120655501$([int]$status[0]),$status,,why,old-$status,$(& $ago '1:00'),+12065550999,1"
                })
            Status = @('Started') * 4; Tokens = 'new'; Contacts = 4 }
        @{ Case = 'rows that reached nobody, under a run name'
            Csv = 'Phone,ConnectStatus,ConnectClientToken,ConnectDestination', '+12065550101,Failed,old,+12065550999', '+12065550102,NotSent,old,+12065550998'
            Then = @{ RunName = 'A' }; Status = 'Started', 'Started'; Tokens = 'new'; Contacts = 2 }
        @{ Case = 'a file of -PassThru before there were tokens in it'
            Csv = 'Phone,ConnectStatus,ConnectContactId,ConnectReason', '+12065550101,Started,c,', '+12065550102,Unknown,,x', '+12065550103,Failed,,x'
            Status = 'AlreadyStarted', 'Unknown', 'Started'; Code = 'TokenExpired'; Contacts = 1 }
        @{ Case = 'four columns make a saved result, whatever others there are'
            Csv = 'Elapsed,Phone,rownumber,STATUS,contactid,clienttoken', '1,+12065550101,1,started,c,old'; Status = 'AlreadyStarted'
            Warns = '^1 row was not sent'; Contacts = 0 }
        @{ Case = 'results that the version before saved'
            Csv = $columnsOfResult,
                '"1","+12065550101","SMS","Started","c","","","1","old-1","","11111111-2222-3333-4444-555555555555","","11/20/2026 10:00:00 AM +00:00","00:01"',
                '"2","+12065550102","SMS","Unknown","","","","1","old-2","","11111111-2222-3333-4444-555555555555","","11/20/2026 10:00:00 AM +00:00","00:01"',
                '"3","+12065550103","SMS","Failed","","","","1","old-3","","11111111-2222-3333-4444-555555555555","","11/20/2026 10:00:00 AM +00:00","00:01"'
            Status = 'AlreadyStarted', 'Unknown', 'Started'; Code = 'TokenExpired'; Tokens = 'new'; NoWarning = 'Not used'; Contacts = 1 }
        @{ Case = 'a Status column of the user''s own is data'; Csv = 'Phone,Status', '+12065550101,Started', '+12065550102,Unknown'
            Status = 'Started', 'Started'; Contacts = 2 }
        @{ Case = 'three of the four columns are data'; Csv = 'Phone,Status,ContactId,RowNumber', '+12065550101,Started,c,7'; Status = 'Started'; Contacts = 1 }
        @{ Case = 'a ClientToken of the user''s own beside a Status is sent'; Csv = 'Phone,Status,ClientToken', '+12065550101,Unknown,mine'
            Status = 'Started'; Contacts = 1 }

        # Results of one run in another
        @{ Case = 'results of run A in run B, with another message'; First = @{ RunName = 'A' }; Pipe = 'results'
            Then = @{ RunName = 'B'; Message = 'Something else' }; Status = $three; Warns = $notSent; Contacts = 3 }
        @{ Case = 'results of run A in run B, with -SendStarted'; First = @{ RunName = 'A' }; Pipe = 'results'
            Then = @{ RunName = 'B'; Message = 'Something else'; SendStarted = $true }; Status = $sent; Tokens = 'new'; Contacts = 6 }
        @{ Case = 'the rows themselves in run B'; First = @{ RunName = 'A' }; Then = @{ RunName = 'B'; Message = 'Something else' }; Status = $sent
            Tokens = 'new'; Contacts = 6 }

        # Tokens that protect no more
        foreach ($since in @(
                @{ What = 'eight days old'; Since = & $ago '8' }
                @{ What = 'seven days and a minute old'; Since = & $ago '7.00:01' }
                @{ What = 'not there'; Since = '' }
                @{ What = 'not readable'; Since = 'last week' }
                @{ What = 'two hours ahead'; Since = & $ago '-2:00' }
            )) {
            $edit = { foreach ($row in $args[0]) { $row.ConnectTokenSince = $since.Since } }.GetNewClosure()
            @{ Case = "an unknown row whose token is $($since.What)"; First = @{ Broken = $true; PassThru = $true }; Pipe = 'results'; Edit = $edit
                Status = @('Unknown') * 3; Code = 'TokenExpired'; Contacts = 0 }
            @{ Case = "an unknown row whose token is $($since.What), in its own run on another machine"; First = @{ Broken = $true; PassThru = $true
                RunName = 'A' }
                OtherMachine = $true; Pipe = 'results'; Edit = $edit; Then = @{ RunName = 'A' }; Status = @('Unknown') * 3; Code = 'TokenExpired'
                Contacts = 0 }
        }
        @{ Case = 'an unknown result whose token is eight days old'; First = @{ Broken = $true }; Pipe = 'results'
            Edit = { foreach ($row in $args[0]) { $row.TokenSince = [datetime]::UtcNow.AddDays(-8).ToString('o', [cultureinfo]::InvariantCulture) } }
            Status = @('Unknown') * 3; Code = 'TokenExpired'; Contacts = 0 }
        @{ Case = 'an unknown row whose token is six days old'; First = @{ Broken = $true; PassThru = $true }; Pipe = 'results'
            Edit = { foreach ($row in $args[0]) { $row.ConnectTokenSince = [datetime]::UtcNow.AddDays(-6).ToString('o', [cultureinfo]::InvariantCulture) } }
            Status = $sent; Tokens = 'saved'; Contacts = 3 }
        @{ Case = 'a ClientToken without a status is sent, however old'; Csv = 'Phone,ClientToken', '+12065550101,mine'; Status = 'Started'; Contacts = 1 }

        # The clock of a journal
        @{ Case = 'a first request that the journal has two hours ahead'; First = @{ Broken = $true; RunName = 'A' }
            Sql = "UPDATE contact SET first_sent_at = $(& $milliseconds '-2:00')"; Then = @{ RunName = 'A' }; Status = @('Unknown') * 3; Code = 'TokenExpired'
            Contacts = 0 }
        @{ Case = 'a first request that the journal has half an hour ahead'; First = @{ Broken = $true; RunName = 'A' }
            Sql = "UPDATE contact SET first_sent_at = $(& $milliseconds '-0:30')"; Then = @{ RunName = 'A' }; Status = $sent; Contacts = 3 }
        @{ Case = 'a first request that the journal has eight days ago'; First = @{ Broken = $true; RunName = 'A' }
            Sql = "UPDATE contact SET first_sent_at = $(& $milliseconds '8')"; Then = @{ RunName = 'A' }; Status = @('Unknown') * 3; Code = 'TokenExpired'
            Contacts = 0 }
        @{ Case = 'a first request that the journal has six days ago'; First = @{ Broken = $true; RunName = 'A' }
            Sql = "UPDATE contact SET first_sent_at = $(& $milliseconds '6')"; Then = @{ RunName = 'A' }; Status = $sent; Contacts = 3 }

        # One token for two people
        @{ Case = 'a token of one row for another destination'; Csv = 'Phone,ClientToken', '+12065550101,mine', '+12065550102,mine', '+12065550103,yours'
            Status = 'Started', 'Duplicate', 'Started'; Says = '^Row 1 has the same ClientToken and another destination\. The token belongs to that destination'
            Contacts = 2 }
        @{ Case = 'a token of one row for its destination again, with -DuplicateAction Send'
            Csv = 'Phone,ClientToken', '+12065550101,mine', '+12065550101,mine'
            Then = @{ DuplicateAction = 'Send' }; Status = 'Started', 'Duplicate'; Says = '^Row 1 has the same ClientToken: '; Contacts = 1 }
        @{ Case = 'a token for each row'; Csv = 'Phone,ClientToken', '+12065550101,mine', '+12065550102,yours'; Status = 'Started', 'Started'; Contacts = 2 }

        # A run's name
        foreach ($name in 'termine dez', "Termine`u{A0}Dez", 'Termine  Dez', "Termine`u{3000}Dez", "Termine`u{200B} Dez", 'TermineDez', ' TERMINE DEZ ') {
            @{ Case = "-RunName '$name' after 'Termine Dez'"; First = @{ RunName = 'Termine Dez' }; Then = @{ RunName = $name }; Stops = 'RunNameAmbiguous'
                Says = "'Termine Dez' \(last used 20.* UTC\)"; Contacts = 3 }
        }
        @{ Case = 'the exact name of a run'; First = @{ RunName = 'Termine Dez' }; Then = @{ RunName = 'Termine Dez' }; Status = $three; Contacts = 3 }
        @{ Case = 'the name of a run with blanks around it'; First = @{ RunName = 'Termine Dez' }; Then = @{ RunName = "`u{A0}Termine Dez " }; Status = $three
            Contacts = 3 }
        @{ Case = 'the name of a run whose letters are composed in another way'; First = @{ RunName = "Fr`u{FC}hling" }
            Then = @{ RunName = "Fru`u{308}hling" }; Status = $three; Contacts = 3 }
        @{ Case = 'another name'; First = @{ RunName = 'Termine Dez' }; Then = @{ RunName = 'Termine Jan' }; Status = $sent; Contacts = 6 }

        # A run's key column
        @{ Case = '-KeyColumn left out'; First = @{ RunName = 'A'; KeyColumn = 'Order' }; Then = @{ RunName = 'A' }; Status = $three; NoWarning = "'Order'"
            Contacts = 3 }
        @{ Case = '-KeyColumn in another spelling'; First = @{ RunName = 'A'; KeyColumn = 'Order' }; Then = @{ RunName = 'A'; KeyColumn = 'OR_der' }
            Status = $three; Contacts = 3 }
        @{ Case = '-KeyColumn with another column'; First = @{ RunName = 'A'; KeyColumn = 'Order' }; Then = @{ RunName = 'A'; KeyColumn = 'Ticket' }
            Stops = 'RunKeyColumnMismatch'; Says = "'Order'.*'Ticket'"; Contacts = 3 }
        @{ Case = '-KeyColumn for a run without one'; First = @{ RunName = 'A' }; Then = @{ RunName = 'A'; KeyColumn = 'Order' }
            Stops = 'RunKeyColumnMismatch'; Says = "no key column.*'Order'"; Contacts = 3 }
        @{ Case = 'a file without the run''s key column'; First = @{ RunName = 'A'; KeyColumn = 'Order' }
            Edit = { foreach ($row in $args[0]) { ($row -is [System.Collections.IDictionary] ? $row : $row.PSObject.Properties).Remove('Order') } }
            Then = @{ RunName = 'A' }; Status = @('Invalid') * 3; Code = 'KeyColumnMissing'; Contacts = 3
            Says = "^The run's key column is 'Order', which the row does not have" }
        @{ Case = 'keys that differ in case or blanks'; First = @{ RunName = 'A'; KeyColumn = 'Order' }
            Edit = { $args[0][0].Order = 'a-1'; $args[0][1].Order = 'A- 2' }; Then = @{ RunName = 'A' }; Status = 'Started', 'Started', 'AlreadyStarted'
            Warns = '^The keys of 2 rows differ only in case or blanks'; Contacts = 5 }
        @{ Case = '-KeyColumn corrected before anything was sent'; First = @{ RunName = 'A'; KeyColumn = 'Odrer' }
            Then = @{ RunName = 'A'; KeyColumn = 'Order' }; Status = $sent; Contacts = 3 }

        # A run's place
        @{ Case = 'a rehearsal, then for real'; First = @{ RunName = 'A' }; Then = @{ RunName = 'A'; Region = 'us-east-1' }; Stops = 'RunElsewhere'
            Says = 'this computer \(loopback: a rehearsal\).*account in us-east-1 \(aws\)'; Contacts = 3 }
        @{ Case = 'a rehearsal at another port'; First = @{ RunName = 'A' }; Then = @{ RunName = 'A'; Broken = $true }; Status = $three; Contacts = 3 }
        @{ Case = 'a run of AWS, then a rehearsal'; First = @{ RunName = 'A' }; Sql = "UPDATE run SET place = 'aws/us-east-1/123456789012'"
            Then = @{ RunName = 'A' }; Stops = 'RunElsewhere'; Says = 'account 123456789012 in us-east-1.*loopback'; Contacts = 3 }
        @{ Case = 'a run in another Region'; First = @{ RunName = 'A' }; Sql = "UPDATE run SET place = 'aws/us-east-1/123456789012'"
            Then = @{ RunName = 'A'; Region = 'eu-central-1' }; Stops = 'RunElsewhere'; Says = 'in us-east-1.*in eu-central-1'; Contacts = 3 }
        @{ Case = 'a run in another partition'; First = @{ RunName = 'A' }; Sql = "UPDATE run SET place = 'aws-cn/cn-north-1/123456789012'"
            Then = @{ RunName = 'A'; Region = 'us-east-1' }; Stops = 'RunElsewhere'; Says = 'cn-north-1.*us-east-1'; Contacts = 3 }
        @{ Case = 'a journal of the format before adopts the place and the key column silently'; Journal = 'journal-2.db'
            Csv = 'Phone,Order', '+12065550100,A-0', '+12065550101,A-1'; Then = @{ RunName = 'orders'; KeyColumn = 'Order' }
            Status = 'AlreadyStarted', 'AlreadyStarted'; NoWarning = '.'; Contacts = 0 }

        # A run's content
        @{ Case = 'the same run with another message'; First = @{ RunName = 'A' }; Then = @{ RunName = 'A'; Message = 'Another offer' }; Status = $three
            Warns = '^3 rows were started earlier in this run with other content, (at|from) 20\d\d-\d\d-\d\d \d\d:\d\d.* UTC, .*Another -RunName'
            Contacts = 3 }
        @{ Case = 'the same run with another name of one row'; Csv = 'Phone,Name', '+12065550101,Ann', '+12065550102,Bob'
            First = @{ RunName = 'A'; Message = 'Hello {Name}' }; Edit = { $args[0][1].Name = 'Robert' }; Then = @{ RunName = 'A'; Message = 'Hello {Name}' }
            Status = 'AlreadyStarted', 'AlreadyStarted'; Warns = '^1 row was started earlier in this run with other content'; Contacts = 2 }
        @{ Case = 'the same run with the same message'; First = @{ RunName = 'A' }; Then = @{ RunName = 'A' }; Status = $three; NoWarning = 'other content'
            Contacts = 3 }
    )
}

BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/HeldSupport.ps1"
    . "$PSScriptRoot/RightPersonSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
    $script:Broken = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultRate 1 -FaultKind InternalError
}

AfterAll {
    $script:Sandbox, $script:Broken | Stop-ConnectOutboundSandbox
}

Describe 'The right person: a cell that is refused' {
    It '<Cell> (<Country>)' -ForEach $script:Refused {
        Assert-Outcome $_ @(Get-CellForm $_)
    }

    It 'by its type, though its text is a number: <Says>' -ForEach $script:OfType {
        Assert-Outcome $_ @($Cells | ForEach-Object { @{ Form = "$_"; Rows = @([pscustomobject]@{ Phone = $_; Country = 'DE' }) } })
    }

    It 'piped by itself: <Says>' -ForEach $script:Alone {
        foreach ($row in $Rows) {
            Assert-Outcome @{ Says = $Says; Kind = 'DestinationInvalid'; With = @{ DefaultCountry = 'US' } } @(@{ Form = "$row"; Rows = @(, $row) })
        }
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
    It '<Cell> (<Country>) is <Sent>' -ForEach $script:Read {
        Assert-Outcome $_ @(Get-CellForm $_)
    }
}

Describe 'The right person: one number in two ways' {
    It '<First> and <Second> are the same person: <Same>' -ForEach $script:Pairs {
        $outcome = $Same ? @{ Status = 'Duplicate'; Says = '^Row 1 has the same destination\.$' } : @{ Sent = $Second -replace '[^+0-9]' }
        Assert-Outcome $outcome @(Get-RowForm @{ Csv = 'Phone', $First, $Second })
    }

    It 'the suppression list with <First> holds back <Second>: <Same>' -ForEach $script:Pairs {
        $results = (Get-Held @([pscustomobject]@{ Phone = $Second }) @{ SuppressionList = $First }).Results
        $results[0].Status | Should -Be ($Same ? 'Suppressed' : 'Started')
    }

    It 'a named run that started <First> starts <Second>: <Same>' -ForEach $script:Pairs {
        $script:Sandbox.Clear()
        $with = Get-Common $script:Sandbox @{ RunName = 'two ways'; JournalPath = "$TestDrive/$([guid]::NewGuid()).db" }
        ($First | Start-ConnectOutboundChat @with).Status | Should -Be 'Started'
        $second = $Second | Start-ConnectOutboundChat @with -WarningAction Ignore
        $second.Status | Should -Be ($Same ? 'AlreadyStarted' : 'Started')
        $second.Destination | Should -BeExactly ($Second -replace '[^+0-9]')
        $plan = Get-PlanCommon @{ RunName = 'two ways'; JournalPath = $with.JournalPath }
        ($Second | Test-ConnectOutboundChat @plan -WarningAction Ignore).Status | Should -Be 'AlreadyStarted'
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

Describe 'The right person: the columns of a file' {
    It 'are read, or the row is refused: <Case>' -ForEach $script:Files {
        Assert-Outcome $_ @(Get-RowForm $_)
    }
}

Describe 'The right person: a column From' {
    It 'that holds a number is looked up among those of the account, and a date is not' {
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        try {
            $number = $sandbox.PhoneNumbers | Where-Object Channel -EQ 'SMS' | Select-Object -First 1
            $flow = $sandbox.Flows | Where-Object { $_.State -eq 'ACTIVE' -and $_.Status -eq 'PUBLISHED' } | Select-Object -First 1
            $common = @{
                EndpointUrl   = $sandbox.EndpointUrl
                InstanceId    = $sandbox.Instances[0].InstanceId
                ContactFlowId = $flow.ContactFlowId
                Channel       = 'SMS'
                Message       = 'Hello'
            }
            $rows = foreach ($from in $number.PhoneNumber, '+12065550199', '2026-11-26') { [pscustomobject]@{ Phone = '+12065550101'; From = $from } }
            foreach ($command in 'Test-ConnectOutboundChat', 'Start-ConnectOutboundChat') {
                $run = Invoke-Run $rows $common $command
                $results = @($run.Results | Sort-Object RowNumber)
                $results[0].Status | Should -Be $(if ($command -like 'Test-*') { 'Planned' } else { 'Started' })
                $results[1..2].Status | Should -Be 'Invalid', 'Invalid'
                $results[1..2].ErrorCode | Should -Be 'SourceInvalid', 'SourceMissing'
            }
            ($sandbox.Contacts[-1].Body | ConvertFrom-Json).SourceEndpoint.Address | Should -BeExactly $number.Arn
        }
        finally {
            $sandbox | Stop-ConnectOutboundSandbox
        }
    }
}

Describe 'The right person: a text in the pipeline' {
    BeforeEach {
        $script:Sandbox.Clear()
    }

    It 'that <Kind> gets the hint that a file gets: <Text>' -ForEach @(
        @{ Kind = 'names a file'; Text = 'contacts.csv'; Says = "The row is the file 'contacts.csv' itself: read it with Import-Csv first." }
        @{ Kind = 'names a file in a folder'; Text = './data/Kunden 2026.xlsx'
            Says = "The row is the file 'Kunden 2026.xlsx' itself: read it with Import-Csv first." }
        @{ Kind = 'names a file on Windows'; Text = 'C:\data\contacts.CSV'; Says = "The row is the file 'contacts.CSV' itself" }
        @{ Kind = 'names a file of many numbers'; Text = 'numbers.txt'; Says = "The row is the file 'numbers.txt' itself" }
        @{ Kind = 'names a file that is there'; Text = 'TESTDRIVE'; Says = "The row is the file 'list' itself" }
        @{ Kind = 'is a line of a CSV'; Text = '+12065550100,Ann'
            Says = "The row is a line of text, '\+12065550100,Ann', and no number: read the file with Import-Csv first" }
        @{ Kind = 'is a header'; Text = 'PhoneNumber,Name'; Says = 'Import-Csv' }
        @{ Kind = 'is a line with semicolons'; Text = 'Ann;+12065550100'; Says = 'Import-Csv' }
        @{ Kind = 'is a line with tabs'; Text = "Ann`t+12065550100"; Says = 'Import-Csv' }
        @{ Kind = 'is a line with quotes'; Text = '"+12065550100","60"'; Says = 'Import-Csv' }
        @{ Kind = 'is a line of numbers'; Text = '+12065550100,60,1'; Says = 'Import-Csv' }
        @{ Kind = 'is a whole file'; Text = "PhoneNumber,Name`n+12065550100,Ann"; Says = 'ConvertFrom-Csv' }
    ) {
        if ($Text -eq 'TESTDRIVE') {
            $Text = Join-Path $TestDrive 'list'
            Set-Content $Text '+12065550100'
        }
        foreach ($command in 'Test-ConnectOutboundChat', 'Start-ConnectOutboundChat') {
            $common = Get-Common $(if ($command -like 'Start-*') { $script:Sandbox })
            $run = Invoke-Run @($Text) $common $command
            @($run.Results).Count | Should -Be 1
            $run.Results[0].Status | Should -Be 'Invalid'
            $run.Results[0].ErrorCode | Should -BeExactly 'RowUnreadable'
            "$($run.Results[0].Reason)$($run.Results[0].Problems)" | Should -Match $Says
            $script:Sandbox.RequestCount | Should -Be 0
        }
    }

    It 'that is meant as a number is read as one: <Text>' -ForEach @(
        @{ Text = '+12065550100'; Sent = $true }
        @{ Text = 'tel:+1-206-555-0100'; Sent = $true }
        @{ Text = '+1 206 555 0100 ext. 5'; Says = 'behind the number' }
        @{ Text = '+12065550100;ext=5'; Says = 'behind the number' }
        @{ Text = '+12065550100, ext. 5'; Says = 'behind the number' }
        @{ Text = '+12065550100, +12065550101'; Says = 'behind the number' }
        @{ Text = 'nobody'; Says = 'is not a phone number' }
        @{ Text = 'ann@example.com'; Says = 'is not a phone number' }
        @{ Text = '1.20656E+10'; Says = 'rounded by a spreadsheet' }
    ) {
        $run = Invoke-Run @($Text) (Get-Common $script:Sandbox)
        $run.Results[0].Status | Should -Be $(if ($Sent) { 'Started' } else { 'Invalid' })
        if ($Says) { $run.Results[0].Reason | Should -Match $Says }
    }

    It 'has one result a line, as everything has' {
        $file = Join-Path $TestDrive 'lines.csv'
        Set-Content $file 'PhoneNumber,Name', '+12065550100,Ann', '+12065550101,Bob'
        $run = Invoke-Run @(Get-Content $file) (Get-Common $script:Sandbox)
        $run.Results.Status | Should -Be 'Invalid', 'Invalid', 'Invalid'
        $run.Results.Reason | Should -Match 'Import-Csv'
        $script:Sandbox.RequestCount | Should -Be 0
    }
}

Describe 'The right person: a customer who wants no messages' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Rows = 1..300 | ForEach-Object { [pscustomobject]@{ Phone = '+1206555{0:0000}' -f $_; OptOut = $_ % 3 -eq 0 ? 'yes' : 'no' } }
    }

    It 'is warned of once a run, however many there are' {
        foreach ($command in 'Test-ConnectOutboundChat', 'Start-ConnectOutboundChat') {
            $run = Invoke-Run $script:Rows (Get-Common $(if ($command -like 'Start-*') { $script:Sandbox })) $command
            @($run.Results).Count | Should -Be 300
            @(@($run.Warnings.Message) -match 'does not want messages').Count | Should -Be 1
        }
    }

    It 'is warned of from a file, before the row is sent' {
        $file = Join-Path $TestDrive 'optout.csv'
        $script:Rows | Export-Csv $file
        $common = Get-Common $script:Sandbox
        $all = @(Import-Csv $file | Start-ConnectOutboundChat @common -WarningAction Continue 3>&1)
        $warned = @(0..($all.Count - 1) |
                Where-Object { $all[$_] -is [System.Management.Automation.WarningRecord] -and $all[$_].Message -match 'does not want' })
        $third = @(0..($all.Count - 1) | Where-Object { $all[$_] -is [ConnectOutbound.OutboundContact] -and $all[$_].RowNumber -eq 3 })
        $warned.Count | Should -Be 1
        $warned[0] | Should -BeLessThan $third[0]
    }

    It 'is counted in -Summary, where it would be sent to' {
        $common = Get-PlanCommon @{ SuppressionList = '+12065550003' }
        $summary = $script:Rows[0..8] | Test-ConnectOutboundChat @common -Summary -WarningAction Ignore
        "$($summary.Advice)" | Should -Match "2 rows would be sent although a column, such as 'OptOut', says that the customer does not want messages\. Put the numbers on a -SuppressionList"
        $summary = $script:Rows[0..1] | Test-ConnectOutboundChat @common -Summary -WarningAction Ignore
        "$($summary.Advice)" | Should -Not -Match 'does not want'
    }
}

Describe 'The right person: -ColumnMap' {
    It 'with <Fault> ends the command before any row' -ForEach @(
        @{ Fault = 'one parameter under two names'; Map = @{ To = 'A'; Phone = 'B' }; Text = "the keys '(To|Phone)' and '(To|Phone)', which are one parameter" }
        @{ Fault = 'one attribute twice'; Map = @{ 'Attribute.Id' = 'A'; 'attribute. Id' = 'B' }; Text = 'which are one parameter' }
        @{ Fault = 'one parameter in two spellings'; Map = @{ DisplayName = 'A'; display_name = 'B' }; Text = 'which are one parameter' }
    ) {
        $common = Get-PlanCommon
        $caught = { Get-Row | Test-ConnectOutboundChat @common -ColumnMap $Map } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'ColumnMapInvalid'
        $caught.Exception.Message | Should -Match $Text
    }

    It 'chooses the column of a suppression list by the same rule: <Case>' -ForEach @(
        @{ Case = 'the exact name'; Header = 'Phone 2,Phone2'; Map = @{ To = 'Phone2' }; Status = 'Suppressed' }
        @{ Case = 'one that differs in case'; Header = 'Phone 2,Phone2'; Map = @{ Destination = 'phone2' }; Status = 'Suppressed' }
    ) {
        $list = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
        Set-Content $list $Header, '+12065550101,+12065550102'
        $common = Get-PlanCommon @{ SuppressionList = $list; ColumnMap = $Map }
        $rows = [pscustomobject]@{ Phone2 = '+12065550102' }, [pscustomobject]@{ Phone2 = '+12065550101' }
        ($rows | Test-ConnectOutboundChat @common).Status | Should -Be $Status, 'Planned'
    }

    It 'that two columns of a suppression list match stops the command' {
        $list = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
        Set-Content $list 'Phone 2,Phone_2', '+12065550101,+12065550102'
        $common = Get-PlanCommon @{ SuppressionList = $list; ColumnMap = @{ Destination = 'Phone2' } }
        $caught = { [pscustomobject]@{ Phone2 = '+12065550102' } | Test-ConnectOutboundChat @common } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'SuppressionListInvalid'
        $caught.Exception.Message | Should -Match "'Phone 2' and 'Phone_2'"
    }

    It 'is not needed for a suppression list with several columns of numbers: all of them are read, by one country' {
        $list = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
        Set-Content $list 'CountryIso,Mobile,Phone,Country', 'AT,+12065550101,030 123456,DE'
        $common = Get-PlanCommon @{ SuppressionList = $list }
        ('+12065550101', '+4930123456', '+4330123456' | Test-ConnectOutboundChat @common).Status | Should -Be 'Suppressed', 'Suppressed', 'Planned'
        Set-Content $list 'COUNTRY-,Phone,country_', 'AT,030 123456,DE'
        $caught = { '+12065550101' | Test-ConnectOutboundChat @common } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'SuppressionListInvalid'
        $caught.Exception.Message | Should -Match "'COUNTRY-' and 'country_', which both stand for the country"
    }
}

Describe 'Once: a sequence of commands' {
    It '<Case>' -ForEach $script:Sequences {
        Assert-Sequence $_
    }
}

Describe 'The right person: two thousand rows of every kind' {
    It 'gives one result a row, plans no row of a wrong kind, and plans all clean ones' {
        . "$PSScriptRoot/WrongCellsSupport.ps1"
        $sum = Measure-WrongCell -Count 2000 -Seed 20261126 -With (Get-PlanCommon)
        $sum.Results | Should -Be 2000
        $sum.Repeated | Should -Be 0
        $sum.Kinds | Should -HaveCount 52 -Because 'clean rows are one of them'
        $sum.Wrong | Should -BeGreaterThan 800
        $sum.Clean | Should -BeGreaterThan 800
        $sum.WrongPlanned | Should -BeNullOrEmpty
        $sum.CleanNotPlanned | Should -BeNullOrEmpty
    }
}
