# Rows with cells that are no phone number, mixed with clean ones; the same ones for the same seed. Dot-source it.

function Get-WrongCellKind {
    # Each kind makes a row out of a random generator. Country is that of numbers without a plus sign.
    $digits = { param($random, $count) -join @(for ($i = 0; $i -lt $count; $i++) { $random.Next(10) }) }
    $mobile = { param($random) '171{0:0000000}' -f $random.Next(10000000) }
    $day = { param($random) [datetime]::new(1950, 1, 1).AddDays($random.Next(40000)) }
    $pick = { param($random, $choices) $choices[$random.Next($choices.Count)] }
    $dashes = '-', "`u{2212}", "`u{2013}", "`u{2014}", "`u{2010}", "`u{2011}", "`u{FF0D}", "`u{FE63}"
    $invariant = [cultureinfo]::InvariantCulture
    [ordered]@{
        MinusText    = { param($r) "$(& $pick $r $dashes)206555$(& $digits $r 4)", 'US' }.GetNewClosure()
        MinusInt     = { param($r) (-2060000000 - $r.Next(80000000)), 'US' }
        MinusLong    = { param($r) (-9100000000L - $r.Next(800000000)), 'IN' }
        MinusDouble  = { param($r) (-2065550000.0 - $r.Next(9999)), 'US' }
        PlusMinus    = { param($r) "+$(& $pick $r $dashes)1206555$(& $digits $r 4)", '' }.GetNewClosure()
        Accounting   = { param($r) "(206555$(& $digits $r 4))", 'US' }.GetNewClosure()
        Date         = { param($r) (& $day $r), (& $pick $r 'DE', 'AT', '', 'US') }.GetNewClosure()
        DateOnly     = { param($r) [DateOnly]::FromDateTime((& $day $r)), (& $pick $r 'DE', 'AT') }.GetNewClosure()
        DateText     = {
            param($r)
            $format = & $pick $r @(
                'yyyy-MM-dd', 'dd.MM.yyyy', 'MM/dd/yyyy', 'dd/MM/yyyy', 'd.M.yyyy', 'yyyy/MM/dd', 'dd MM yyyy', 'yyyy-MM-dd HH:mm', 's', 'dd.MM.yyyy HH.mm')
            (& $day $r).ToString($format, $invariant), (& $pick $r 'DE', 'AT')
        }.GetNewClosure()
        TimeSpan     = { param($r) [timespan]::FromSeconds($r.Next(10000000)), 'DE' }
        Version      = { param($r) [version]::new(206, $r.Next(1000), $r.Next(10000)), 'US' }
        Fraction     = { param($r) (206555000 + $r.Next(1000) + 0.5), 'US' }
        FractionText = { param($r) "20655500$(& $digits $r 1)$(& $pick $r '.', ',')$($r.Next(1, 10))", 'US' }.GetNewClosure()
        Rounded      = { param($r) "1.2065$($r.Next(10))E+10", 'US' }
        IpAddress    = { param($r) "$($r.Next(100, 256)).$($r.Next(100, 256)).$($r.Next(10, 256)).$($r.Next(10, 256))", 'US' }
        NoteBehind   = { param($r) ("+49 $(& $mobile $r) " + (& $pick $r '(1)', '[2]', '(12)', '- 2', '/ 1', '(0)', '1)')), '' }.GetNewClosure()
        NoteBefore   = { param($r) ((& $pick $r '1)', '12)', '(1)', '1.)', '2 -', '1.') + " 0$(& $mobile $r)"), 'DE' }.GetNewClosure()
        Mexico       = { param($r) "+52155$(& $digits $r 8)", '' }.GetNewClosure()
        LostPlus     = { param($r) "1206555$(& $digits $r 4)", (& $pick $r 'DE', 'GB', 'FR', 'AT') }.GetNewClosure()
        LostCode     = { param($r) "206555$(& $digits $r 4)", '' }.GetNewClosure()
        TooLong      = { param($r) "+1206555$(& $digits $r 5)", '' }.GetNewClosure()
        TooShort     = { param($r) "+1206555$(& $digits $r 3)", '' }.GetNewClosure()
        Extension    = { param($r) "+1206555$(& $digits $r 4)$(& $pick $r ' x12', ';ext=1', '#12', ' ext. 3')", '' }.GetNewClosure()
        ZeroTooMany  = { param($r) "+420 (0)602 $(& $digits $r 6)", '' }.GetNewClosure()
        Words        = { param($r) (& $pick $r 'unknown', 'n/a', 'call later', '=cmd|A0', '?'), 'US' }.GetNewClosure()
    }
}

function Get-CleanCell {
    # A cell that is a phone number, in one of many ways of writing.
    param([System.Random] $Random, [int] $At)
    $line = '{0:0000}' -f $Random.Next(10000)
    $area = $Random.Next(201, 990)
    switch ($At % 12) {
        0 { "+1206555$line", '' }
        1 { "(206) 555-$line", 'US' }
        2 { [long]"2065$($Random.Next(10, 100))$line", 'US' }
        3 { "+49 171 $($Random.Next(1000000, 9999999))", '' }
        4 { "0171 $($Random.Next(1000000, 9999999))", 'DE' }
        5 { "030 $($Random.Next(1000, 9999))-0", 'DE' }
        6 { "+44 (0)20 7946 $line", '' }
        7 { "+49 (30) $($Random.Next(1000000, 9999999))", '' }
        8 { "206.555.$line", 'US' }
        9 { "+1-$area-555-$line", '' }
        10 { "+54 9 11 2345 $line", '' }
        11 { [double]"2065$($Random.Next(10, 100))$line", 'US' }
    }
}

function Get-WrongCellRow {
    # Streams rows; the column Kind says what each is, and nothing reads it.
    param([int] $Count, [int] $Seed = 1)
    $random = [System.Random]::new($Seed)
    $kinds = Get-WrongCellKind
    $names = @($kinds.Keys)
    for ($i = 0; $i -lt $Count; $i++) {
        $kind = 'Clean'
        if ($random.Next(2)) {
            $kind = $names[$random.Next($names.Count)]
            $cell, $country = & $kinds[$kind] $random
        }
        else {
            $cell, $country = Get-CleanCell $random $i
        }
        [pscustomobject]@{ Phone = $cell; Country = $country; Kind = $kind }
    }
}

function Measure-WrongCell {
    # Plans such rows, and counts what comes out: a result for each, the wrong ones that would be sent, the clean ones that would not.
    param([int] $Count, [int] $Seed, [hashtable] $With)
    $seen = [System.Collections.BitArray]::new($Count + 1)
    $sum = [pscustomobject]@{
        Rows = $Count; Results = 0; Repeated = 0; Clean = 0; Wrong = 0
        WrongPlanned = [System.Collections.Generic.List[string]]::new(); CleanNotPlanned = [System.Collections.Generic.List[string]]::new()
    }
    # Clean numbers come twice now and then.
    Get-WrongCellRow $Count $Seed | Test-ConnectOutboundChat @With -DuplicateAction Send -WarningAction Ignore | ForEach-Object {
        $sum.Results++
        if ($seen[$_.RowNumber]) {
            $sum.Repeated++
        }
        $seen[$_.RowNumber] = $true
        $row = $_.Input
        if ($row.Kind -eq 'Clean') {
            $sum.Clean++
            if (-not $_.WillSend) {
                $sum.CleanNotPlanned.Add("$($row.Phone) ($($row.Country)): $($_.Problems)")
            }
        }
        else {
            $sum.Wrong++
            if ($_.WillSend) {
                $sum.WrongPlanned.Add("$($row.Kind): $($row.Phone) ($($row.Country)) to $($_.Destination)")
            }
        }
    }
    $sum
}
