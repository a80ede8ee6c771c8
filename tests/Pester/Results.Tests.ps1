BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
    $script:Columns = 'RowNumber', 'Destination', 'Channel', 'Status', 'ContactId', 'Reason', 'ErrorCode', 'Attempts', 'ClientToken', 'TokenSince', 'RequestId',
        'InstanceId', 'RunName', 'StartedAt', 'Duration'
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A result' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'says what became of a contact that was started' {
        $result = Get-Row | Start-ConnectOutboundChat @With
        $contact = $script:Sandbox.Contacts[0]
        $result.PSObject.TypeNames[0] | Should -BeExactly 'ConnectOutbound.OutboundContact'
        $result.RowNumber | Should -Be 1
        $result.Destination | Should -BeExactly '+12065550100'
        "$($result.Channel)" | Should -BeExactly 'SMS'
        $result.Status | Should -Be 'Started'
        $result.ContactId | Should -BeExactly $contact.ContactId
        $result.ClientToken | Should -BeExactly $contact.ClientToken
        $result.TokenSince | Should -BeOfType ([string])
        [datetimeoffset]::Parse($result.TokenSince, [cultureinfo]::InvariantCulture).ToString('s') | Should -BeExactly $result.StartedAt.ToString('s')
        $result.InstanceId | Should -BeExactly $script:InstanceId
        $result.RequestId | Should -Not -BeNullOrEmpty
        $result.Attempts | Should -Be 1
        $result.Reason, $result.ErrorCode | Should -Be $null, $null
        $result.StartedAt.Offset | Should -Be ([timespan]::Zero)
        $result.Duration | Should -BeGreaterThan ([timespan]::Zero)
        $result.Input.PhoneNumber | Should -BeExactly '+12065550100'
    }

    It 'has the columns of the contract, in their order' {
        $file = Join-Path $TestDrive 'results.csv'
        Get-Row | Start-ConnectOutboundChat @With | Export-Csv $file
        (Import-Csv $file)[0].PSObject.Properties.Name | Should -Be $script:Columns
    }

    It 'goes to a CSV as plain values, for results of every status' {
        $file = Join-Path $TestDrive 'all.csv'
        $rows = @(Get-Row) + @{ Phone = 'x' } + @($null)
        $rows | Start-ConnectOutboundChat @With -ErrorAction SilentlyContinue | Export-Csv $file
        $read = @(Import-Csv $file | Sort-Object { [int]$_.RowNumber })
        $read.Count | Should -Be 3
        $read.Status | Should -Be 'Started', 'Invalid', 'Invalid'
        (Get-Content $file -Raw) | Should -Not -Match 'System\.|ConnectOutbound\.'
        [datetimeoffset]::Parse($read[0].StartedAt, [cultureinfo]::CurrentCulture) | Should -BeGreaterThan ([datetimeoffset]::UtcNow.AddMinutes(-5))
        [timespan]::Parse($read[0].Duration, [cultureinfo]::InvariantCulture) | Should -BeGreaterThan ([timespan]::Zero)
    }

    It 'leaves its row out of JSON' {
        $json = Get-Row | Start-ConnectOutboundChat @With | ConvertTo-Json -EnumsAsStrings | ConvertFrom-Json
        $json.PSObject.Properties.Name | Should -Be $script:Columns
        $json.Status | Should -BeExactly 'Started'
    }

    It 'is shown as a table with number, status and reason' {
        $text = @(Get-Row) + 'nonsense' | Start-ConnectOutboundChat @With -ErrorAction SilentlyContinue | Out-String -Width 200
        $text | Should -Match 'Row\s+Destination\s+Channel\s+Status\s+ContactId or reason'
        $text | Should -Match '\+12065550100\s+SMS\s+Started'
        $text | Should -Match 'not a phone number'
    }

    It 'is in a list with all its columns' {
        $text = Get-Row | Start-ConnectOutboundChat @With | Format-List | Out-String
        foreach ($column in $script:Columns) {
            $text | Should -Match "(?m)^$column\s+:"
        }
    }

    It 'comes in the order of completion and carries the number of its row' {
        $results = @(Get-Row 50 | Start-ConnectOutboundChat @With)
        ($results.RowNumber | Sort-Object) -join ' ' | Should -BeExactly ((1..50) -join ' ')
        foreach ($result in $results) {
            $result.Destination | Should -BeExactly $result.Input.PhoneNumber
            $result.Destination | Should -BeExactly ('+1206555{0:0000}' -f (99 + $result.RowNumber))
        }
    }

    It 'carries a token of its own' {
        $results = @(Get-Row 20 | Start-ConnectOutboundChat @With)
        @($results.ClientToken | Sort-Object -Unique).Count | Should -Be 20
    }

    It 'of two rows with one token are one contact' {
        $rows = @{ Phone = '+12065550100'; ClientToken = 'same' }, @{ Phone = '+12065550100'; ClientToken = 'same' }
        $results = @($rows | Start-ConnectOutboundChat @With -ThrottleLimit 1)
        @($results.ContactId | Sort-Object -Unique).Count | Should -Be 1
        $script:Sandbox.ContactCount | Should -Be 1
    }
}

Describe 'A token' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'that several rows share by <Way> starts the first alone, and the others name it' -ForEach @(
        @{ Way = 'the argument -ClientToken'; Argument = @{ ClientToken = 'same' }; Column = @{} }
        @{ Way = 'their columns'; Argument = @{}; Column = @{ ClientToken = 'same' } }
    ) {
        $rows = 0..2 | ForEach-Object { [pscustomobject](@{ Phone = "+1206555010$_" } + $Column) }
        $all = $With + $Argument
        $results = @($rows | Start-ConnectOutboundChat @all | Sort-Object RowNumber)
        $results.Status | Should -Be 'Started', 'Duplicate', 'Duplicate'
        $results[1].Reason | Should -BeLike 'Row 1 has the same ClientToken*'
        $script:Sandbox.Contacts.Destination | Should -Be '+12065550100'
    }
}

Describe 'An Invalid row' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'names every fault, not the first' {
        $row = @{ Phone = 'nobody'; Channel = 'Fax'; ChatDuration = '12'; 'Attribute.bad name' = 'x'; Name = 'n' * 300 }
        $with = Get-Common $script:Sandbox @{ Message = 'Hi' } -Bare
        $run = Invoke-Run @($row) $with
        $reason = $run.Results[0].Reason
        $reason | Should -Match 'Destination ''nobody'''
        $reason | Should -Match 'Channel ''Fax'''
        $reason | Should -Match 'ChatDurationInMinutes is 12'
        $reason | Should -Match 'bad name'
        $reason | Should -Match 'DisplayName has 300 characters'
    }

    It 'is an error with the id InvalidRow, about the row, with what to do' {
        $row = [pscustomobject]@{ Phone = 'nobody' }
        $run = Invoke-Run @($row) $script:With
        $failure = @($run.Errors)[0]
        @($run.Errors).Count | Should -Be 1
        $failure.FullyQualifiedErrorId | Should -BeExactly 'InvalidRow,ConnectOutbound.Commands.StartConnectOutboundChatCommand'
        $failure.CategoryInfo.Category | Should -Be 'InvalidData'
        $failure.Exception | Should -BeOfType ([ConnectOutbound.OutboundContactException])
        [object]::ReferenceEquals($failure.TargetObject, $row) | Should -BeTrue
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $failure.ErrorDetails.Message | Should -Match '^Row 1 '
    }

    It 'is shown with what to do, in every version of PowerShell' {
        $run = Invoke-Run @([pscustomobject]@{ Phone = 'nobody' }) $script:With
        $shown = $run.Errors[0] | Out-String -Width 1000
        [regex]::Matches($shown, 'Correct the row and send it again').Count | Should -Be 1
    }

    It 'is reported after its result, so that a pipeline that stops at the error has the result' {
        $items = @(@{ Phone = 'nobody' } | Start-ConnectOutboundChat @With -ErrorAction Continue 2>&1)
        $items[0] | Should -BeOfType ([ConnectOutbound.OutboundContact])
        $items[1] | Should -BeOfType ([System.Management.Automation.ErrorRecord])
    }

    It 'is no error where -ErrorAction says so, and its result comes out all the same' {
        $run = @('x' | Start-ConnectOutboundChat @With -ErrorAction Ignore 2>&1)
        $run.Count | Should -Be 1
        $run[0].Status | Should -Be 'Invalid'
    }

    It 'stops the pipeline with -ErrorAction Stop, and no row behind it is sent' {
        $got = [System.Collections.Generic.List[object]]::new()
        $caught = { 'x', '+12065550101', '+12065550102' | Start-ConnectOutboundChat @With -ErrorAction Stop | ForEach-Object { $got.Add($_) } } |
            Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'InvalidRow'
        $got.Count | Should -Be 1 -Because 'the result of the faulty row was there before its error'
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'is in -ErrorVariable once' {
        $null = 'x', 'y' | Start-ConnectOutboundChat @With -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.Count | Should -Be 2
    }

    It 'takes part in $? and try/catch like any error' {
        $null = '+12065550100' | Start-ConnectOutboundChat @With
        $? | Should -BeTrue
        $null = 'x' | Start-ConnectOutboundChat @With -ErrorAction SilentlyContinue
        $? | Should -BeFalse
    }
}
