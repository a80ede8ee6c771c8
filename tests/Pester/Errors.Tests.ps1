BeforeAll {
    $root = [System.IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../..'))
    $script:Page = Join-Path $root 'docs/errors.md'
    $code = @{}
    foreach ($file in Get-ChildItem (Join-Path $root 'src/ConnectOutbound.Engine'), (Join-Path $root 'src/ConnectOutbound.Commands'), (Join-Path $root 'src/ConnectOutbound.Loader') -Recurse -Filter *.cs) {
        $code[$file.FullName] = Get-Content -Raw $file
    }

    # The ids that the page has: what is between backticks in the first column of its tables.
    $script:Documented = foreach ($line in Get-Content $script:Page) {
        if ($line -match '^\| (?<ids>`[^|]*)\|') {
            [regex]::Matches(($Matches.ids -split ' with ')[0], '`(?<id>[A-Z]\w+)`').ForEach{ $_.Groups['id'].Value }
        }
    }
    $script:Documented = @($script:Documented | Sort-Object -Unique)

    # The ids that the code writes out: the first text of what makes an error, a fault or a hold.
    $makers = '(?:(?:RowFault|\.Fault|[Ff]aults\.Add|RunFault|New|(?:Contact|Resource|Template|Connection|Journal)Exception)\(\s*|(?:RunFault|Exception) \w+\([^;{]*?\) =>\s*new\(\s*)'
    $literals = foreach ($text in $code.Values) {
        [regex]::Matches($text, "$makers`"(?<id>[A-Z][A-Za-z]+)`"").ForEach{ $_.Groups['id'].Value }
        [regex]::Matches($text, '"(?<id>[A-Z][A-Za-z]+)",\s*ErrorCategory\.').ForEach{ $_.Groups['id'].Value }
        # Arguments that are wrong: PARAMETERInvalid.
        [regex]::Matches($text, 'new MappingException\((?:"(?<id>\w+)"|nameof\((?:\w+\.)?(?<id>\w+)\))').ForEach{ "$($_.Groups['id'].Value)Invalid" }
        # What holds rows back, and errors of rows.
        [regex]::Matches($text, 'public const string (?<name>\w+) = (?:"\k<name>"|nameof\(\k<name>\));').ForEach{ $_.Groups['name'].Value }
    }
    $journal = $code.Keys | Where-Object { $_ -match 'Journal(Errors|Schema|File)\.cs$' } | ForEach-Object { [regex]::Matches($code[$_], '(?<!cref=)"(?<id>Journal(?:[A-Z][a-z]+)+)"').ForEach{ $_.Groups['id'].Value } }
    # Put together of the kind of thing and what is wrong with it.
    $composed = foreach ($kind in 'Instance', 'Flow', 'PhoneNumber') { "${kind}NotFound"; "${kind}Ambiguous" }
    $fields = [regex]::Matches(($code.Values -match 'enum ContactField')[0], '(?m)^    (?<name>\w+),$').ForEach{ $_.Groups['name'].Value }
    $script:Literal = @(@($literals) + @($journal) + @($composed) | Sort-Object -Unique)
    $script:OfFields = @($fields | ForEach-Object { "${_}Invalid" })
}

Describe 'The page of errors' {
    It 'has ids, and the code has ids' {
        $script:Documented.Count | Should -BeGreaterThan 80
        $script:Literal.Count | Should -BeGreaterThan 80
        foreach ($id in 'AccessDenied', 'QuotaFull', 'ContactNotFound', 'InvalidRow', 'ReportNotWritten', 'JournalBusy', 'TemplateChannel', 'WaitTimedOut', 'RunNameInvalid', 'EndpointUrlInvalid', 'Suppressed', 'FlowAmbiguous') {
            $script:Literal | Should -Contain $id -Because 'else the search has gone blind'
        }
    }

    It 'has every id that the code can give' {
        $script:Literal | Where-Object { $_ -notin $script:Documented } | Should -BeNullOrEmpty
    }

    It 'says what names mean that are put together of a field and a fault' {
        $text = Get-Content -Raw $script:Page
        foreach ($end in 'TooLong', 'Invalid') { $text.Contains("names that end in ``$end``") | Should -BeTrue -Because $end }
    }

    It 'has no id that the code does not give' {
        $script:Documented | Where-Object { $_ -notin $script:Literal -and $_ -notin $script:OfFields -and $_ -notlike '*TooLong' -and $_ -notlike 'ParameterArgument*' } | Should -BeNullOrEmpty
    }
}
