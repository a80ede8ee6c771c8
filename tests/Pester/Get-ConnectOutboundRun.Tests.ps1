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
        $rows = Get-Row 2 -First 50 |
            Select-Object *, @{ Name = 'Attribute.OrderId'; Expression = { 'A-7' } }, @{ Name = 'Note'; Expression = { "S`u{F6}ren, `"quoted`"" } }
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
        @(Get-ConnectOutboundRun 'nothing', 'autumn' -JournalPath $script:Journal -ErrorAction SilentlyContinue -ErrorVariable problem).Name |
            Should -Be 'autumn'
        $problem | Get-ErrorName | Should -Be 'RunNotFound'
    }

    It 'takes the exact name, else the only one that differs in nothing but case or blanks: <Asked>' -ForEach @(
        @{ Asked = 'Spring Offer'; Found = 'spring offer' }
        @{ Asked = 'springoffer '; Found = 'spring offer' }
        @{ Asked = "spring`u{A0}reminder"; Found = 'Spring reminder' }
        @{ Asked = 'AUTUMN'; Found = 'autumn' }
    ) {
        @(Get-ConnectOutboundRun $Asked -JournalPath $script:Journal).Name | Should -BeExactly $Found
        @(Get-ConnectOutboundRun $Asked -Contact -JournalPath $script:Journal).Count | Should -BeGreaterThan 2
    }

    It 'marks a rehearsal, in a property and in the view' {
        $run = Get-ConnectOutboundRun 'autumn' -JournalPath $script:Journal
        $run.IsRehearsal | Should -BeTrue
        $run.Place | Should -BeExactly 'loopback'
        $run.KeyColumn | Should -BeNullOrEmpty
        ($run | Out-String) -replace '\s' | Should -BeLike '*autumn*(rehearsal)*'
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
        $again = @(Get-ConnectOutboundRun 'spring offer' -Contact -JournalPath $script:Journal |
            Start-ConnectOutboundChat @with -WarningAction SilentlyContinue)
        @($again | Where-Object Status -EQ 'AlreadyStarted').Count | Should -Be 3
        @($again | Where-Object Status -EQ 'Started').Count | Should -Be 2
        $script:Sandbox.ContactCount | Should -Be 2
        $script:Sandbox.Contacts[0].Attributes['OrderId'] | Should -Be 'A-7'
        (Get-ConnectOutboundRun 'spring offer' -JournalPath $script:Journal).Failed | Should -Be 0
    }
}
