# Rows that nobody may be written to by, mixed with clean ones; the same ones for the same seed. Dot-source it.

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

function Get-WrongRowKind {
    # Kinds of rows whose columns, or whose earlier result, say that they are not sent. Each makes a whole row.
    $digits = { param($r) '{0:0000}' -f $r.Next(10000) }
    $day = { param($r) $d = [datetime]::new(1990, 1, 1).AddDays($r.Next(20000)); $r.Next(2) ? $d : $d.ToString('yyyy-MM-dd') }
    $older = { param($r, $days) [datetime]::UtcNow.AddDays(-$days - $r.NextDouble()).ToString('o', [cultureinfo]::InvariantCulture) }
    $number = { param($r) "+1206555$(& $digits $r)" }.GetNewClosure()
    $saved = {
        param($number, $status, $token, $since, $destination)
        [pscustomobject]@{
            Phone = $number; Name = 'Ann'; ConnectStatus = $status; ConnectContactId = 'c'; ConnectReason = ''; ConnectClientToken = $token
            ConnectTokenSince = $since; ConnectDestination = $destination; ConnectRow = '1'
        }
    }
    [ordered]@{
        BookingEmpty      = { param($r) [pscustomobject]@{ Phone = ''; From = & $day $r; To = & $day $r; Name = 'Ann' } }.GetNewClosure()
        BookingWords      = { param($r) [pscustomobject]@{ Phone = 'none'; From = & $day $r; To = & $day $r; Name = 'Ann' } }.GetNewClosure()
        TwoNumbers        = { param($r) [pscustomobject]@{ Phone = & $number $r; Mobile = "+1206444$(& $digits $r)"; Name = 'Ann' } }.GetNewClosure()
        TwoNumbersTo      = { param($r) [pscustomobject]@{ To = & $number $r; Phone = "+1206444$(& $digits $r)"; Name = 'Ann' } }.GetNewClosure()
        OpenQuote         = {
            param($r)
            $by = @(',', ';', "`t")[$r.Next(3)]
            [pscustomobject]@{ Phone = & $number $r; Name = "Tom`n$(& $number $r)$($by)Ann`n$(& $number $r)$($by)Bob" }
        }.GetNewClosure()
        OpenQuoteNational = {
            param($r)
            [pscustomobject]@{ Phone = "(206) 555-$(& $digits $r)"; Country = 'US'; Name = "Tom`n(206) 555-$(& $digits $r),Ann" }
        }.GetNewClosure()
        ColumnsAlike      = { param($r) [pscustomobject]@{ Phone = & $number $r; 'Na me' = 'Ann'; Na_me = 'Bob' } }.GetNewClosure()
        Started           = { param($r) $n = & $number $r; & $saved $n Started 'old' (& $older $r 1) $n }.GetNewClosure()
        AlreadyStarted    = { param($r) $n = & $number $r; & $saved $n AlreadyStarted 'old' (& $older $r 30) $n }.GetNewClosure()
        StartedChanged    = { param($r) & $saved (& $number $r) Started 'old' (& $older $r 1) "+1206444$(& $digits $r)" }.GetNewClosure()
        UnknownChanged    = { param($r) & $saved (& $number $r) Unknown 'old' (& $older $r 1) "+1206444$(& $digits $r)" }.GetNewClosure()
        UnknownExpired    = { param($r) $n = & $number $r; & $saved $n Unknown 'old' (& $older $r 7) $n }.GetNewClosure()
        UnknownUndated    = { param($r) $n = & $number $r; & $saved $n Unknown 'old' @('', 'last week')[$r.Next(2)] $n }.GetNewClosure()
        UnknownAhead      = { param($r) $n = & $number $r; & $saved $n Unknown 'old' (& $older $r -3) $n }.GetNewClosure()
        ResultStarted     = {
            param($r)
            [pscustomobject]@{ RowNumber = '1'; Destination = & $number $r; Name = 'Ann'; Status = 'Started'; ContactId = 'c'; ClientToken = 'old' }
        }.GetNewClosure()
        ResultExpired     = {
            param($r)
            [pscustomobject]@{
                RowNumber = '1'; Destination = & $number $r; Name = 'Ann'; Status = 'Unknown'; ContactId = ''; ClientToken = 'old'; TokenSince = & $older $r 7
            }
        }.GetNewClosure()
    }
}

function Get-CleanRow {
    # Rows of the same shapes that are sent.
    param([System.Random] $Random, [int] $At)
    $line = '{0:0000}' -f $Random.Next(10000)
    $day = [datetime]::new(2026, 1, 1).AddDays($Random.Next(700))
    $number = "+1206555$line"
    switch ($At % 9) {
        0 { [pscustomobject]@{ Phone = $number; From = $day; To = $day.AddDays(2); Name = 'Ann' } }
        1 { [pscustomobject]@{ Phone = $number; From = $day.ToString('yyyy-MM-dd'); To = 'Oslo'; Name = 'Ann' } }
        2 { [pscustomobject]@{ Phone = $number; Mobile = "+1 206 555 $line"; Name = 'Ann' } }
        3 { [pscustomobject]@{ To = $number; Phone = 'n/a'; Name = 'Ann' } }
        4 { [pscustomobject]@{ Phone = $number; Name = "12 Main St`nSeattle, WA 98101`nTel. +1 206 555 0199, ext. 12" } }
        5 { [pscustomobject]@{ Phone = $number; 'Na me' = 'Bob'; Name = 'Ann' } }
        6 { [pscustomobject]@{ Phone = $number; Name = 'Ann'; ConnectStatus = 'Failed'; ConnectClientToken = 'old'; ConnectDestination = '+12064440100' } }
        7 {
            [pscustomobject]@{
                Phone = $number; Name = 'Ann'; ConnectStatus = 'Unknown'; ConnectClientToken = "$At-$line"; ConnectDestination = $number
                ConnectTokenSince = [datetime]::UtcNow.AddDays(-6 * $Random.NextDouble()).ToString('o', [cultureinfo]::InvariantCulture)
            }
        }
        8 { [pscustomobject]@{ Phone = $number; Name = 'Ann'; Status = 'Started' } }
    }
}

function Get-WrongItemKind {
    # What is no row: the name of a file, a line of one, and values that are piped by themselves.
    $digits = { param($r) '{0:0000}' -f $r.Next(10000) }
    [ordered]@{
        FileName    = { param($r) @('contacts.csv', './data/Kunden 2026.xlsx', 'C:\data\numbers.TXT')[$r.Next(3)] }
        CsvLine     = { param($r) "+1206555$(& $digits $r)$(@(',', ';', "`t")[$r.Next(3)])Ann" }.GetNewClosure()
        CsvHeader   = { 'PhoneNumber,Name' }
        ItselfDate  = { param($r) [datetime]::new(1990, 1, 1).AddDays($r.Next(20000)) }
        ItselfDay   = { param($r) [DateOnly]::new(1990, 1, 1).AddDays($r.Next(20000)) }
        ItselfSpan  = { param($r) [timespan]::FromMinutes($r.Next(1, 1000000)) }
        ItselfParts = { param($r) [version]::new(206, 555, $r.Next(10000)) }
        ItselfMinus = { param($r) -2065550000 - $r.Next(9999) }
        ItselfHalf  = { param($r) 206555000.5 + $r.Next(999) }
    }
}

function Get-WrongCellRow {
    # Streams rows of a part of the kinds; Kind has the kind of each by its number, which nothing that is piped says.
    param([string] $Part, [int] $Count, [System.Random] $Random, [string[]] $Kind)
    $cells = Get-WrongCellKind
    $whole = switch ($Part) { 'Columns' { Get-WrongRowKind } 'Items' { Get-WrongItemKind } 'Mapped' { [ordered]@{ MappedEmpty = { '', 'DE' } } } }
    # Half of the wrong rows of a file have one column that matters.
    $lists = $Part -eq 'Items' ? @(, @($whole.Keys)) : @(, @($cells.Keys)) + @(, @($whole.Keys))
    $column = $Part -eq 'Mapped' ? 'Handy' : 'Phone'
    for ($i = 1; $i -le $Count; $i++) {
        $isClean = $Random.Next(2)
        $names = $lists[$Random.Next($lists.Count)]
        $name = $isClean ? 'Clean' : $names[$Random.Next($names.Count)]
        $Kind[$i] = $name
        if ($Part -eq 'Items') {
            $line = $Random.Next(10000)
            if ($isClean) { $line % 2 ? ('+1206555{0:0000}' -f $line) : 12065550000 + $line } else { & $whole[$name] $Random }
        }
        elseif ($Part -eq 'Columns' -and ($isClean ? $Random.Next(2) : $whole.Contains($name))) {
            if ($isClean) { Get-CleanRow $Random $i } else { & $whole[$name] $Random }
        }
        else {
            $cell, $country = if ($isClean) { Get-CleanCell $Random $i } else { & ($cells[$name] ?? $whole[$name]) $Random }
            [pscustomobject]@{ $column = $cell; Country = $country; Name = 'Ann' }
        }
    }
}

function Measure-WrongCell {
    # Plans such rows, and counts what comes out: a result for each, the wrong ones that would be sent, the clean ones that would not.
    param([int] $Count, [int] $Seed, [hashtable] $With)
    $random = [System.Random]::new($Seed)
    $sum = [pscustomobject]@{
        Rows = $Count; Results = 0; Repeated = 0; Clean = 0; Wrong = 0; Kinds = [System.Collections.Generic.HashSet[string]]::new()
        WrongPlanned = [System.Collections.Generic.List[string]]::new(); CleanNotPlanned = [System.Collections.Generic.List[string]]::new()
    }
    # Three inputs, because some kinds want parameters of their own.
    $parts = [ordered]@{
        Columns = @{ Message = 'Hello {Name}' }
        Mapped  = @{ Message = 'Hello {Name}'; ColumnMap = @{ Destination = 'Handy' } }
        Items   = @{ Message = 'Hello'; DefaultCountry = 'US' }
    }
    $left = $Count
    foreach ($part in $parts.Keys) {
        $rows = $part -eq 'Items' ? $left : [int][Math]::Floor($Count * ($part -eq 'Columns' ? 0.7 : 0.15))
        $left -= $rows
        $kinds = [string[]]::new($rows + 1)
        $seen = [System.Collections.BitArray]::new($rows + 1)
        $plan = @{} + $With
        foreach ($key in $parts[$part].Keys) { $plan[$key] = $parts[$part][$key] }
        # Clean numbers come twice now and then.
        $made = @{ Part = $part; Count = $rows; Random = $random; Kind = $kinds }
        Get-WrongCellRow @made | Test-ConnectOutboundChat @plan -DuplicateAction Send -WarningAction Ignore | ForEach-Object {
            $sum.Results++
            if ($seen[$_.RowNumber]) { $sum.Repeated++ }
            $seen[$_.RowNumber] = $true
            $kind = $kinds[$_.RowNumber]
            $null = $sum.Kinds.Add($kind)
            if ($kind -eq 'Clean') {
                $sum.Clean++
                if (-not $_.WillSend) { $sum.CleanNotPlanned.Add("$($_.Input): $($_.Problems)") }
            }
            else {
                $sum.Wrong++
                if ($_.WillSend) { $sum.WrongPlanned.Add("${kind}: $($_.Input) to $($_.Destination)") }
            }
        }
    }
    $sum
}
