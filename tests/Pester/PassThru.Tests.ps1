BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Added = 'ConnectStatus', 'ConnectContactId', 'ConnectReason', 'ConnectClientToken', 'ConnectTokenSince', 'ConnectDestination', 'ConnectRow'
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe '-PassThru' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'keeps every column of a CSV and adds seven' {
        $file = Join-Path $TestDrive 'in.csv'
        Set-Content $file 'PhoneNumber,Name,Notes', '+12065550100,Ana,first', 'x,Bob,second'
        $out = @(Import-Csv $file | Start-ConnectOutboundChat @With -PassThru -ErrorAction SilentlyContinue -WarningAction Ignore | Sort-Object Name)
        $out[0].PSObject.Properties.Name | Should -Be (@('PhoneNumber', 'Name', 'Notes') + $script:Added)
        $contact = $script:Sandbox.Contacts[0]
        $out[0].ConnectStatus, $out[0].ConnectContactId | Should -Be 'Started', $contact.ContactId
        $out[0].ConnectClientToken, $out[0].ConnectDestination, $out[0].ConnectRow | Should -Be $contact.ClientToken, '+12065550100', 1
        $out[0].ConnectTokenSince | Should -BeOfType ([string])
        $out[0].ConnectTokenSince | Should -Match '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$'
        $out[1].ConnectClientToken, $out[1].ConnectTokenSince, $out[1].ConnectDestination, $out[1].ConnectRow | Should -Be $null, $null, $null, 2
        $out[1].ConnectStatus | Should -BeExactly 'Invalid'
        $out[1].ConnectReason | Should -Match 'not a phone number'
        $out[1].Notes | Should -BeExactly 'second'
        $out | Export-Csv (Join-Path $TestDrive 'out.csv')
        (Import-Csv (Join-Path $TestDrive 'out.csv')).Count | Should -Be 2
    }

    It 'says the place of each row, so that the order of the file can be restored' {
        $file = Join-Path $TestDrive 'order.csv'
        $rows = 1..30 | ForEach-Object { [pscustomobject]@{ Phone = $_ % 3 ? ('+1206555{0:0000}' -f $_) : 'x'; Place = $_ } }
        $rows | Start-ConnectOutboundChat @With -PassThru -ErrorAction SilentlyContinue -WarningAction Ignore | Export-Csv $file
        (Import-Csv $file | Sort-Object { [int] $_.ConnectRow }).Place | Should -Be (1..30)
    }

    It 'gives <Kind> a Destination and the seven columns' -ForEach @(
        @{ Kind = 'a text'; Value = '+1 206 555 0100' }
        @{ Kind = 'a number'; Value = 12065550100 }
        @{ Kind = 'a date'; Value = [DateOnly]'2026-11-26' }
        @{ Kind = 'a version'; Value = [version]'1.2.3' }
    ) {
        $out = $Value | Start-ConnectOutboundChat @With -PassThru -ErrorAction SilentlyContinue
        $out.PSObject.Properties.Name | Should -Be (@('Destination') + $script:Added)
        $out.Destination | Should -Not -BeNullOrEmpty
    }

    It 'turns a hashtable into an object with its entries' {
        $row = [ordered]@{ Phone = '+12065550100'; Name = 'Ana' }
        $out = $row | Start-ConnectOutboundChat @With -PassThru
        $out.PSObject.Properties.Name | Should -Be (@('Phone', 'Name') + $script:Added)
        $row.Count | Should -Be 2 -Because 'the hashtable itself stays as it was'
    }

    It 'turns a structure into an object with its properties' {
        if (-not ('PersonStructOfTest' -as [type])) {
            Add-Type 'public struct PersonStructOfTest { public string Phone { get; set; } public string Name { get; set; } }'
        }
        $row = [PersonStructOfTest]@{ Phone = '+12065550100'; Name = 'Ana' }
        ($row | Start-ConnectOutboundChat @With -PassThru).PSObject.Properties.Name |
            Should -Be (@('Phone', 'Name') + $script:Added)
    }

    It 'gives $null an object too: one row in, one out' {
        $out = @($null, '+12065550100' | Start-ConnectOutboundChat @With -PassThru -ErrorAction SilentlyContinue)
        $out.Count | Should -Be 2
        ($out.ConnectStatus | Sort-Object) -join ' ' | Should -BeExactly 'Invalid Started'
    }

    It 'goes in again without a warning of its own columns' {
        $out = Get-Row | Start-ConnectOutboundChat @With -PassThru
        $run = Invoke-Run @($out) $script:With
        $run.Warnings | Should -HaveCount 1
        "$($run.Warnings)" | Should -BeLike '1 row was not sent*' -Because 'no column is unknown'
        $run.Results[0].Status | Should -Be 'AlreadyStarted'
    }

    It 'does not mix up the results of a row object that is piped twice' {
        $row = (Get-Row)[0]
        $out = @($row, $row | Start-ConnectOutboundChat @With -PassThru -DuplicateAction Send)
        $out.Count | Should -Be 2
        @($out.ConnectContactId | Sort-Object -Unique).Count | Should -Be 2 -Because 'two contacts were started'
        $script:Sandbox.ContactCount | Should -Be 2
    }
}
