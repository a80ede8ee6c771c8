BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A file' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
        $script:File = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
    }

    It 'with fourteen messy rows has fourteen results' {
        $with = Get-Common $script:Sandbox @{ Channel = 'SMS'; Message = 'Dear {Customer Name}, order {Attribute.OrderId}' } -Bare
        $run = Invoke-Run @(Import-Csv "$PSScriptRoot/data/messy.csv" -Delimiter ';' -Encoding utf8) $with
        $results = @($run.Results | Sort-Object RowNumber)
        $results.Count | Should -Be 14
        $results.RowNumber | Should -Be (1..14)
        $results.Status -join ' ' |
            Should -BeExactly 'Started Invalid Started Invalid Invalid Invalid Invalid Invalid Started Started Invalid Invalid Started Invalid'
        @($run.Errors).Count | Should -Be 9
        $run.Errors | Get-ErrorName | Sort-Object -Unique | Should -BeExactly 'InvalidRow'
        $script:Sandbox.ContactCount | Should -Be 5
        @($run.Warnings | Where-Object Message -Match "'Notes'").Count | Should -Be 1
        # Row 8 has two faults.
        $results[7].Reason | Should -Match 'nobody.*soon|soon.*nobody'
        # Umlauts, quotes and line breaks inside of cells arrive.
        $script:Sandbox.Contacts.Message -join '|' | Should -Match "S`u{F6}ren"
        $script:Sandbox.Contacts.Message -join '|' | Should -Match "(?s)Ida\s+Marie"
    }

    It 'comes back whole with -PassThru, results beside it' {
        $with = Get-Common $script:Sandbox @{ Channel = 'SMS'; Message = 'Hi' } -Bare
        Import-Csv "$PSScriptRoot/data/messy.csv" -Delimiter ';' |
            Start-ConnectOutboundChat @with -PassThru -ErrorAction SilentlyContinue -WarningAction Ignore | Export-Csv $File -Delimiter ';'
        $back = @(Import-Csv $File -Delimiter ';')
        $back.Count | Should -Be 14
        ($back[0].PSObject.Properties.Name)[-7..-5] | Should -Be 'ConnectStatus', 'ConnectContactId', 'ConnectReason'
        @($back | Where-Object { -not $_.ConnectStatus }).Count | Should -Be 0
    }

    It 'that is empty gives nothing' {
        Set-Content $File '' -NoNewline
        @(Import-Csv $File | Start-ConnectOutboundChat @With).Count | Should -Be 0
    }

    It 'that is only a header gives nothing' {
        Set-Content $File 'PhoneNumber,Name'
        @(Import-Csv $File | Start-ConnectOutboundChat @With).Count | Should -Be 0
    }

    It 'read with the wrong delimiter gets a hint that names the right one: "<Shown>"' -ForEach @(
        @{ Delimiter = ';'; Shown = ';' }
        @{ Delimiter = "`t"; Shown = '`t' }
        @{ Delimiter = '|'; Shown = '|' }
    ) {
        Set-Content $File "PhoneNumber${Delimiter}Name", "+12065550100${Delimiter}Ana"
        $run = Invoke-Run @(Import-Csv $File) $With
        $run.Results[0].Status | Should -Be 'Invalid'
        $run.Results[0].Reason | Should -Match ([regex]::Escape("-Delimiter `"$Shown`""))
    }

    It 'in UTF-16 arrives as it was written' {
        Set-Content $File 'PhoneNumber,Name', "+12065550100,Zo`u{EB}" -Encoding unicode
        $run = Invoke-Run @(Import-Csv $File) $With
        $run.Results[0].Status | Should -Be 'Started'
        ($script:Sandbox.Contacts[0].Body | ConvertFrom-Json).ParticipantDetails.DisplayName | Should -BeExactly "Zo`u{EB}"
    }

    It 'whose byte order mark was read as part of the first header is understood' {
        $row = [pscustomobject]@{ "`u{FEFF}PhoneNumber" = '+12065550100' }
        (Invoke-Run @($row) $With).Results[0].Status | Should -Be 'Started'
    }

    It 'that is no CSV at all gives one Invalid result a row and no terminating error' {
        $bytes = [byte[]]::new(5000)
        [System.Random]::new(7).NextBytes($bytes)
        [System.IO.File]::WriteAllBytes($File, $bytes)
        $rows = @(Get-Content $File)
        $run = Invoke-Run $rows $With
        @($run.Results).Count | Should -Be $rows.Count
        @($run.Results | Where-Object Status -NE 'Invalid').Count | Should -Be 0
        foreach ($result in $run.Results) {
            # Nothing that would ring a bell or colour the console.
            $result.Reason | Should -Not -Match '[\x00-\x09\x0B-\x1F\x7F\x1B]'
        }
    }

    It 'whose rows differ in their columns is read row by row' {
        $rows = [pscustomobject]@{ Phone = '+12065550100' }, [pscustomobject]@{ Name = 'Bob'; Mobile = '+12065550101' }, @{ To = '+12065550102'; Name = 'Cyd' }
        (Invoke-Run $rows $With).Results.Status | Should -Be 'Started', 'Started', 'Started'
    }

    It 'with cells that look like formulas starts nothing, and the formula is not repaired' {
        $run = Invoke-Run @([pscustomobject]@{ Phone = "=cmd|' /C calc'!A0" }) $With
        $run.Results[0].Status | Should -Be 'Invalid'
        $run.Results[0].Destination | Should -BeExactly "=cmd|' /C calc'!A0"
    }

    It 'with numbers that a spreadsheet rounded says what happened' {
        (Invoke-Run @([pscustomobject]@{ Phone = '1.20656E+10' }) $With).Results[0].Reason | Should -Match 'rounded by a spreadsheet'
    }

    It 'with thousands of different columns is read within bounds' {
        $row = [ordered]@{ Phone = '+12065550100' }
        foreach ($i in 1..3000) { $row["Column $i"] = "$i" }
        $run = Invoke-Run @([pscustomobject]$row) $With
        $run.Results[0].Status | Should -Be 'Started'
        @($run.Warnings).Count | Should -Be 1
    }
}

# Rows that come straight from Import-Csv are read by the header that they share; nobody may notice.
Describe 'A file of many rows' {
    BeforeAll {
        $script:With = Get-PlanCommon
        $script:Many = Join-Path $TestDrive 'many.csv'
        $script:Other = Join-Path $TestDrive 'other.csv'
        $rows = foreach ($i in 1..600) {
            [pscustomobject]@{
                Phone = $i % 7 ? "+1206555$('{0:d4}' -f $i)" : "no number $i"
                Name  = $i % 11 ? "Customer $i" : ''
            }
        }
        $rows | Export-Csv $Many
        $rows | Select-Object *, @{ Name = 'Chat Duration'; Expression = { 5 } } | Export-Csv $Other

        function Get-Said {
            param([Parameter(ValueFromPipeline)] $Plan)
            process { "$($Plan.RowNumber) $($Plan.Destination) $($Plan.Status) $($Plan.MessageParts) $($Plan.Problems)" }
        }

        function Get-CustomersOf {
            param($File)
            Microsoft.PowerShell.Utility\Import-Csv $File | ForEach-Object { if ($_.Name -eq 'Customer 400') { $_ | Add-Member ChatDuration 5 }; $_ }
        }
    }

    It 'says the same however its rows come' {
        $with = Get-PlanCommon @{ Message = 'Hello {Name}' }
        $rows = @(Import-Csv $Many)
        $listed = $rows | Test-ConnectOutboundChat @with | Get-Said
        Import-Csv $Many | Test-ConnectOutboundChat @with | Get-Said | Should -BeExactly $listed
        Set-Alias Read-Customer Import-Csv
        Read-Customer $Many |
            Test-ConnectOutboundChat @with | Get-Said | Should -BeExactly $listed
        Get-Content $Many | ConvertFrom-Csv | Test-ConnectOutboundChat @with | Get-Said | Should -BeExactly $listed
        & { Import-Csv $Many | Test-ConnectOutboundChat @with } | Get-Said | Should -BeExactly $listed
        @($listed -match 'Planned').Count | Should -Be @($rows | Where-Object { $_.Phone -match '^\+' -and $_.Name }).Count
    }

    It 'may have a second file behind it, with other columns' {
        $plans = @(Import-Csv $Many, $Other, $Many | Test-ConnectOutboundChat @With)
        $plans.Count | Should -Be 1800
        ($plans | Where-Object { "$($_.Problems)" -match 'ChatDuration' }).RowNumber | Should -Be (601..1200)
    }

    It 'is warned of once for each of its headers, wherever in it they begin' {
        $notes = Join-Path $TestDrive 'notes.csv'
        Import-Csv $Many | Select-Object *, @{ Name = 'Notes'; Expression = { 'x' } } | Export-Csv $notes
        $null = Import-Csv $Many, $notes, $Many, $notes | Test-ConnectOutboundChat @With -WarningVariable warnings -WarningAction SilentlyContinue
        @($warnings | ForEach-Object { "$_" }) -match 'Notes' | Should -HaveCount 1
        { Import-Csv $Many, $notes | Test-ConnectOutboundChat @With -WarningAction Stop -ErrorAction Stop } | Should -Throw '*Notes*'
    }

    It 'comes out row by row, however few of its results are wanted' {
        @(Import-Csv $Many | Test-ConnectOutboundChat @With | Select-Object -First 300).RowNumber | Should -Be (1..300)
        @(Import-Csv $Many | Test-ConnectOutboundChat @With).RowNumber | Should -Be (1..600)
    }

    It 'is read to its end before anything is said of the whole' {
        $valid = @(Import-Csv $Many | Test-ConnectOutboundChat @With | Where-Object Status -EQ Planned).Count
        $summary = Import-Csv $Many | Test-ConnectOutboundChat @With -Summary
        $summary.RowCount, $summary.WillSend | Should -Be 600, $valid
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        try {
            $send = Get-Common $sandbox
            $results = @(Import-Csv $Many | Start-ConnectOutboundChat @send -RequireAllValid -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)
            $results.Count | Should -Be 600
            @($results | Where-Object Status -EQ NotSent).Count | Should -Be $valid
            $sandbox.ContactCount | Should -Be 0
        }
        finally {
            Stop-ConnectOutboundSandbox
        }
    }

    It 'is sent like any other: one result for each row, and what is started already is not started again' {
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        try {
            $send = Get-Common $sandbox @{ RunName = 'many rows'; JournalPath = Join-Path $TestDrive 'many.db'; Message = 'Hello {Name}' }
            $first = @(Import-Csv $Many | Start-ConnectOutboundChat @send -ErrorAction SilentlyContinue)
            $again = @(Import-Csv $Many | Start-ConnectOutboundChat @send -ErrorAction SilentlyContinue)
            $send.Message = 'Goodbye {Name}'
            $other = @(Import-Csv $Many | Start-ConnectOutboundChat @send -ErrorAction SilentlyContinue)
            ($first.RowNumber | Sort-Object), ($again.RowNumber | Sort-Object) | ForEach-Object { $_ | Should -Be (1..600) }
            $sandbox.Contacts.Count | Should -Be @($first | Where-Object Status -EQ Started).Count
            foreach ($status in 'Started', 'Invalid') {
                @($first | Where-Object Status -EQ $status).Count |
                    Should -Be @($again | Where-Object Status -EQ ($status -replace '^Started', 'AlreadyStarted')).Count
            }
            @($again | Where-Object Reason -Match 'differs').Count | Should -Be 0
            @($other | Where-Object Reason -Match 'differs').Count | Should -Be @($first | Where-Object Status -EQ Started).Count
        }
        finally {
            Stop-ConnectOutboundSandbox
        }
    }

    It 'may have columns added to single rows on the way' {
        Set-Item function:Import-Csv { param($File) Get-CustomersOf $File }
        $plans = @{
            Block    = Microsoft.PowerShell.Utility\Import-Csv $Many |
                ForEach-Object { if ($_.Name -eq 'Customer 400') { $_ | Add-Member ChatDuration 5 }; $_ } | Test-ConnectOutboundChat @With
            Function = Get-CustomersOf $Many | Test-ConnectOutboundChat @With
            Shadow   = Import-Csv $Many | Test-ConnectOutboundChat @With
            Process  = Microsoft.PowerShell.Utility\Import-Csv $Many |
                & { process { if ($_.Name -eq 'Customer 400') { $_ | Add-Member ChatDuration 5 }; $_ } } | Test-ConnectOutboundChat @With
        }
        foreach ($kind in $plans.Keys) {
            ($plans[$kind] | Where-Object { "$($_.Problems)" -match 'ChatDuration' }).RowNumber | Should -Be 400 -Because $kind
        }
    }

    It 'may have columns that the session gives to its rows' {
        Update-TypeData -TypeName System.Management.Automation.PSCustomObject -MemberType ScriptProperty -MemberName ChatDuration -Value {
            if ($this.Name -eq 'Customer 400') { 5 } elseif ($this.Name -eq 'Customer 500') { throw 'no idea' } else { '' }
        }
        try {
            $plans = @(Import-Csv $Many | Test-ConnectOutboundChat @With)
            ($plans | Where-Object { "$($_.Problems)" -match 'ChatDuration' }).RowNumber | Should -Be 400, 500
        }
        finally {
            Remove-TypeData System.Management.Automation.PSCustomObject -ErrorAction Ignore
        }
    }
}
