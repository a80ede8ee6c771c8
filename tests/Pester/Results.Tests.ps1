BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
    $script:Columns = 'RowNumber', 'Destination', 'Channel', 'Status', 'ContactId', 'Reason', 'ErrorCode', 'Attempts', 'ClientToken', 'RequestId', 'InstanceId', 'RunName', 'StartedAt', 'Duration'
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
        { [datetimeoffset]::Parse($read[0].StartedAt, [cultureinfo]::CurrentCulture) } | Should -Not -Throw
        { [timespan]::Parse($read[0].Duration, [cultureinfo]::InvariantCulture) } | Should -Not -Throw
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

    It 'that several rows share by <Way> never makes a row Started that reached nobody' -ForEach @(
        @{ Way = 'the argument -ClientToken'; Argument = @{ ClientToken = 'same' }; Column = @{} }
        @{ Way = 'their columns'; Argument = @{}; Column = @{ ClientToken = 'same' } }
    ) {
        $rows = 0..2 | ForEach-Object { [pscustomobject](@{ Phone = "+1206555010$_" } + $Column) }
        $all = $With + $Argument
        # Refusing to run is as good as naming the rows: what is not is to call them Started.
        $results = try { @($rows | Start-ConnectOutboundChat @all -ErrorAction SilentlyContinue) } catch { @() }
        $reached = $script:Sandbox.Contacts.Destination
        $results | Where-Object Status -EQ 'Started' | ForEach-Object Destination | Where-Object { $_ -notin $reached } | Should -BeNullOrEmpty
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
        $caught = { 'x', '+12065550101', '+12065550102' | Start-ConnectOutboundChat @With -ErrorAction Stop | ForEach-Object { $got.Add($_) } } | Should -Throw -PassThru
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

Describe '-MaxErrors' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'stops the run after so many rows that could not be sent' {
        $run = Invoke-Run @('a', 'b', 'c', '+12065550100', '+12065550101') ($script:With + @{ MaxErrors = 2 })
        @($run.Results).Count | Should -Be 5
        @($run.Results | Where-Object Status -EQ 'Started').Count | Should -Be 0
        ($run.Results | Sort-Object RowNumber)[3, 4].Status | Should -Be 'NotSent', 'NotSent'
        ($run.Errors | Get-ErrorName) | Should -Contain 'MaxErrorsReached'
        @($run.Errors | Where-Object { ($_ | Get-ErrorName) -eq 'MaxErrorsReached' }).Count | Should -Be 1
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'stops nothing below that number' {
        $run = Invoke-Run @('a', '+12065550100') ($script:With + @{ MaxErrors = 2 })
        @($run.Results | Where-Object Status -EQ 'Started').Count | Should -Be 1
    }
}

Describe '-PassThru' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'keeps every column of a CSV and adds three' {
        $file = Join-Path $TestDrive 'in.csv'
        Set-Content $file 'PhoneNumber,Name,Notes', '+12065550100,Ana,first', 'x,Bob,second'
        $out = @(Import-Csv $file | Start-ConnectOutboundChat @With -PassThru -ErrorAction SilentlyContinue -WarningAction Ignore | Sort-Object Name)
        $out[0].PSObject.Properties.Name | Should -Be 'PhoneNumber', 'Name', 'Notes', 'ConnectStatus', 'ConnectContactId', 'ConnectReason'
        $out[0].ConnectStatus, $out[0].ConnectContactId | Should -Be 'Started', $script:Sandbox.Contacts[0].ContactId
        $out[1].ConnectStatus | Should -BeExactly 'Invalid'
        $out[1].ConnectReason | Should -Match 'not a phone number'
        $out[1].Notes | Should -BeExactly 'second'
        $out | Export-Csv (Join-Path $TestDrive 'out.csv')
        (Import-Csv (Join-Path $TestDrive 'out.csv')).Count | Should -Be 2
    }

    It 'gives <Kind> a Destination and the three columns' -ForEach @(
        @{ Kind = 'a text'; Value = '+1 206 555 0100' }
        @{ Kind = 'a number'; Value = 12065550100 }
    ) {
        $out = $Value | Start-ConnectOutboundChat @With -PassThru -ErrorAction SilentlyContinue
        $out.PSObject.Properties.Name | Should -Be 'Destination', 'ConnectStatus', 'ConnectContactId', 'ConnectReason'
        $out.Destination | Should -Not -BeNullOrEmpty
    }

    It 'turns a hashtable into an object with its entries' {
        $row = [ordered]@{ Phone = '+12065550100'; Name = 'Ana' }
        $out = $row | Start-ConnectOutboundChat @With -PassThru
        $out.PSObject.Properties.Name | Should -Be 'Phone', 'Name', 'ConnectStatus', 'ConnectContactId', 'ConnectReason'
        $row.Count | Should -Be 2 -Because 'the hashtable itself stays as it was'
    }

    It 'turns a structure into an object with its properties' {
        if (-not ('PersonStructOfTest' -as [type])) {
            Add-Type 'public struct PersonStructOfTest { public string Phone { get; set; } public string Name { get; set; } }'
        }
        $row = [PersonStructOfTest]@{ Phone = '+12065550100'; Name = 'Ana' }
        ($row | Start-ConnectOutboundChat @With -PassThru).PSObject.Properties.Name | Should -Be 'Phone', 'Name', 'ConnectStatus', 'ConnectContactId', 'ConnectReason'
    }

    It 'gives $null an object too: one row in, one out' {
        $out = @($null, '+12065550100' | Start-ConnectOutboundChat @With -PassThru -ErrorAction SilentlyContinue)
        $out.Count | Should -Be 2
        ($out.ConnectStatus | Sort-Object) -join ' ' | Should -BeExactly 'Invalid Started'
    }

    It 'goes in again without a warning of its own columns' {
        $out = Get-Row | Start-ConnectOutboundChat @With -PassThru
        $run = Invoke-Run @($out) $script:With
        $run.Warnings | Should -BeNullOrEmpty
        $run.Results[0].Status | Should -Be 'Started'
    }

    It 'does not mix up the results of a row object that is piped twice' {
        $row = (Get-Row)[0]
        $out = @($row, $row | Start-ConnectOutboundChat @With -PassThru -DuplicateAction Send)
        $out.Count | Should -Be 2
        @($out.ConnectContactId | Sort-Object -Unique).Count | Should -Be 2 -Because 'two contacts were started'
        $script:Sandbox.ContactCount | Should -Be 2
    }
}

Describe '-WhatIf' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'sends nothing and gives each row its result' {
        $run = Invoke-Run @(@(Get-Row 2) + 'x') ($script:With + @{ WhatIf = $true })
        ($run.Results | Sort-Object RowNumber).Status | Should -Be 'Planned', 'Planned', 'Invalid'
        $script:Sandbox.RequestCount | Should -Be 0
        @($run.Errors).Count | Should -Be 1
    }

    It 'needs no credentials, no Region and no endpoint' {
        $run = Invoke-Run @(Get-Row) ((Get-Common) + @{ WhatIf = $true })
        $run.Results[0].Status | Should -Be 'Planned'
        $run.Errors | Should -BeNullOrEmpty
    }

    It 'follows $WhatIfPreference' {
        $seen = Invoke-ChildJson -Script @"
function Invoke-It { `$WhatIfPreference = `$true; '+12065550100' | Start-ConnectOutboundChat -InstanceId $script:InstanceId -ContactFlowId $script:FlowId -Source $script:SourceArn -Channel SMS -Message x 6>`$null }
@{ Status = "`$((Invoke-It).Status)" } | ConvertTo-Json -Compress
"@
        $seen.Status | Should -BeExactly 'Planned'
    }

    It 'says row, channel, masked number and flow' {
        $child = Invoke-ChildScript "'+12065550100' | Start-ConnectOutboundChat -WhatIf -InstanceId $script:InstanceId -ContactFlowId $script:FlowId -Source $script:SourceArn -Channel WhatsApp | Out-Null"
        $child.Output | Should -Match "Row 1: start connect:WhatsApp contact with \S*0100, flow $script:FlowId"
        $child.Output | Should -Not -Match '2065550100'
    }
}

Describe '-Confirm' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'asks for each row; what is declined comes out as NotSent and is no error' {
        $seen = Invoke-ChildScript -StandardInput "y`nn`ny`n" -Script @"
`$sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
`$with = @{ EndpointUrl = `$sandbox.EndpointUrl; InstanceId = '$script:InstanceId'; ContactFlowId = '$script:FlowId'; Source = '$script:SourceArn'; Channel = 'SMS'; Message = 'x' }
`$results = @('+12065550100', '+12065550101', '+12065550102' | Start-ConnectOutboundChat @with -Confirm -ErrorVariable failures)
'RESULT ' + (`$results | Sort-Object RowNumber | ForEach-Object { "`$(`$_.Status):`$(`$_.ErrorCode)" }) + " `$(`$failures.Count) `$(`$sandbox.ContactCount)"
"@
        $seen.Output | Should -Match 'RESULT Started: NotSent:Declined Started: 0 2'
        $seen.Output | Should -Not -Match '206555010\d'
    }

    It ':$false asks nobody, whatever the preference is' {
        $ConfirmPreference = 'Low'
        (Get-Row | Start-ConnectOutboundChat @With -Confirm:$false).Status | Should -Be 'Started'
        $null = $ConfirmPreference
    }
}

Describe 'A pipeline' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'that has had enough starts few contacts more than it took' {
        $limit = 4
        $got = @(Get-Row 500 | Start-ConnectOutboundChat @With -ThrottleLimit $limit | Select-Object -First 3)
        $got.Count | Should -Be 3
        $script:Sandbox.ContactCount | Should -BeLessOrEqual (3 + $limit)
        $script:Sandbox.ContactCount | Should -BeGreaterOrEqual 3
    }

    It 'that <Ends> downstream sends nothing afterwards' -ForEach @(
        @{ Ends = 'throws'; Script = { param($rows, $with) try { $rows | Start-ConnectOutboundChat @with | ForEach-Object { throw 'downstream' } } catch { "$_" } } ; Said = 'downstream' }
        @{ Ends = 'breaks'; Script = { param($rows, $with) foreach ($once in 1) { $rows | Start-ConnectOutboundChat @with | ForEach-Object { break } } ; 'broken' } ; Said = 'broken' }
    ) {
        & $Script (Get-Row 500) ($script:With + @{ ThrottleLimit = 4 }) | Should -BeExactly $Said
        $count = $script:Sandbox.RequestCount
        $count | Should -BeLessOrEqual 9
        (Start-ConnectOutboundChat @With -InputObject '+12065550199').Status | Should -Be 'Started'
        $script:Sandbox.RequestCount | Should -Be ($count + 1)
    }

    It 'whose upstream throws sends nothing afterwards' {
        $with = $script:With
        { & { '+12065550100'; throw 'upstream' } | Start-ConnectOutboundChat @with } | Should -Throw 'upstream'
        $script:Sandbox.RequestCount | Should -BeLessOrEqual 1
    }

    It 'may send inside its own results' {
        $with = $script:With
        $inner = @(Get-Row 3 | Start-ConnectOutboundChat @with | ForEach-Object { '+12065550177' | Start-ConnectOutboundChat @with })
        $inner.Count | Should -Be 3
        $script:Sandbox.ContactCount | Should -Be 6
    }

    It 'may be fed slowly: results come while rows are awaited' {
        $with = $script:With
        $order = [System.Collections.Generic.List[string]]::new()
        & { foreach ($row in Get-Row 3) { $order.Add('row'); $row; Wait-Until { $script:Sandbox.ContactCount -ge @($order -eq 'row').Count } } } |
            Start-ConnectOutboundChat @with -ThrottleLimit 1 | ForEach-Object { $order.Add('result') }
        @($order -eq 'result').Count | Should -Be 3
        $order.IndexOf('result') | Should -BeLessThan $order.LastIndexOf('row')
    }
}

Describe '-ThrottleLimit' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'is how many rows are under way at most, and it is used' {
        $slow = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -LatencyMilliseconds 100
        $slow4 = Get-Common $slow @{ ThrottleLimit = 4 }
        try {
            $results = @(Get-Row 24 | Start-ConnectOutboundChat @slow4)
        }
        finally {
            $slow | Stop-ConnectOutboundSandbox
        }
        $edges = foreach ($result in $results) {
            # The clock of the start and the one of the duration are not the same.
            [pscustomobject]@{ At = $result.StartedAt.AddMilliseconds(10); Step = 1 }
            [pscustomobject]@{ At = $result.StartedAt.Add($result.Duration).AddMilliseconds(-10); Step = -1 }
        }
        $now = 0
        $most = ($edges | Sort-Object At | ForEach-Object { $now += $_.Step; $now } | Measure-Object -Maximum).Maximum
        $most | Should -BeLessOrEqual 4
        $most | Should -BeGreaterThan 1
    }

    It 'refuses <_>' -ForEach 0, -1, 1025 {
        { Get-Row | Start-ConnectOutboundChat @With -ThrottleLimit $_ } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
    }
}

Describe '-RequestsPerSecond' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'keeps a run under the quota of the service: nothing is throttled' {
        $limited = Start-ConnectOutboundSandbox -RequestsPerSecond 50 -Burst 5
        try {
            $with = Get-Common $limited @{ RequestsPerSecond = 50; Burst = 5 }
            @(Get-Row 60 | Start-ConnectOutboundChat @with | Where-Object Status -EQ 'Started').Count | Should -Be 60
            $limited.ThrottledCount | Should -Be 0
        }
        finally {
            $limited | Stop-ConnectOutboundSandbox
        }
    }

    It 'that is too high for the service costs time and no row' {
        $limited = Start-ConnectOutboundSandbox -RequestsPerSecond 50 -Burst 5
        $with = Get-Common $limited
        try {
            @(Get-Row 40 | Start-ConnectOutboundChat @with | Where-Object Status -EQ 'Started').Count | Should -Be 40
            $limited.ContactCount | Should -Be 40
        }
        finally {
            $limited | Stop-ConnectOutboundSandbox
        }
    }
}
