BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
    class PersonOfTest {
        [string] $PhoneNumber
        [string] $Name
    }
    function Get-DataTable {
        $table = [System.Data.DataTable]::new('people')
        $null = $table.Columns.Add('PhoneNumber', [string])
        $null = $table.Columns.Add('Name', [string])
        $null = $table.Rows.Add('+12065550100', 'Ana')
        $null = $table.Rows.Add([DBNull]::Value, 'Bob')
        Write-Output -InputObject $table -NoEnumerate
    }
    function Get-Faulty {
        [pscustomobject]@{ Name = 'x' } | Add-Member ScriptProperty PhoneNumber { throw 'no number today' } -PassThru
    }
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A row' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'may be <Kind>' -ForEach @(
        @{ Kind = 'a row of a CSV'; Make = { "PhoneNumber,Name`n+12065550100,Ana" | ConvertFrom-Csv } }
        @{ Kind = 'a custom object'; Make = { [pscustomobject]@{ PhoneNumber = '+12065550100'; Name = 'Ana' } } }
        @{ Kind = 'a hashtable'; Make = { @{ PhoneNumber = '+12065550100'; Name = 'Ana' } } }
        @{ Kind = 'an ordered hashtable'; Make = { [ordered]@{ Name = 'Ana'; PhoneNumber = '+12065550100' } } }
        @{ Kind = 'a generic dictionary'; Make = {
                $row = [System.Collections.Generic.Dictionary[string, object]]::new()
                $row['PhoneNumber'] = '+12065550100'
                $row['Name'] = 'Ana'
                $row
            }
        }
        @{ Kind = 'an instance of a class'; Make = { [PersonOfTest]@{ PhoneNumber = '+12065550100'; Name = 'Ana' } } }
        @{ Kind = 'JSON as an object'; Make = { '{"PhoneNumber":"+12065550100","Name":"Ana"}' | ConvertFrom-Json } }
        @{ Kind = 'JSON as a hashtable'; Make = { '{"PhoneNumber":"+12065550100","Name":"Ana"}' | ConvertFrom-Json -AsHashtable } }
        @{ Kind = 'an object that Export-Clixml wrote'
            Make = { [System.Management.Automation.PSSerializer]::Deserialize(
                [System.Management.Automation.PSSerializer]::Serialize([pscustomobject]@{ PhoneNumber = '+12065550100'; Name = 'Ana' })) } }
        @{ Kind = 'a deserialized instance of a class'
            Make = { [System.Management.Automation.PSSerializer]::Deserialize(
                [System.Management.Automation.PSSerializer]::Serialize([PersonOfTest]@{ PhoneNumber = '+12065550100'; Name = 'Ana' })) } }
        @{ Kind = 'an object with a script property'
            Make = { [pscustomobject]@{ Name = 'Ana'; Number = '2065550100' } | Add-Member ScriptProperty PhoneNumber { '+1' + $this.Number } -PassThru |
                Add-Member NoteProperty ClientToken ([guid]::NewGuid()) -PassThru } }
        @{ Kind = 'an object with an alias property'
            Make = { [pscustomobject]@{ Name = 'Ana'; Number = '+12065550100' } | Add-Member AliasProperty PhoneNumber Number -PassThru } }
        @{ Kind = 'a row of a data table'; Make = { (Get-DataTable).Rows[0] } }
        @{ Kind = 'an element of XML'; Make = { ([xml]'<people><person PhoneNumber="+12065550100" Name="Ana"/></people>').people.person } }
        @{ Kind = 'the result of Select-Object'
            Make = { [pscustomobject]@{ Telephone = '+12065550100'; Name = 'Ana' } | Select-Object @{ Name = 'PhoneNumber'; Expression = 'Telephone' }, Name } }
    ) {
        $row = & $Make
        $run = Invoke-Run @(, $row) $script:With
        @($run.Results).Count | Should -Be 1
        $run.Results[0].Status | Should -Be 'Started' -Because "$($run.Results[0].Reason)"
        $run.Results[0].Destination | Should -BeExactly '+12065550100'
        ($script:Sandbox.Contacts[0].Body | ConvertFrom-Json).ParticipantDetails.DisplayName | Should -BeExactly 'Ana'
        [object]::ReferenceEquals($run.Results[0].GetInput().PSObject.BaseObject, $row.PSObject.BaseObject) -or $row -is [pscustomobject] |
            Should -BeTrue -Because 'the row itself comes back'
    }

    It 'of a data table warns of no property that is not a column' {
        $run = Invoke-Run @((Get-DataTable).Rows[0]) $script:With
        $run.Warnings | Should -BeNullOrEmpty
    }

    It 'of a data table gives -AttributeColumn * its columns and nothing else' {
        $table = Get-DataTable
        $null = $table.Columns.Add('OrderId', [int])
        $table.Rows[0]['OrderId'] = 7
        $run = Invoke-Run @($table.Rows[0]) ($script:With + @{ AttributeColumn = '*' })
        $run.Results[0].Reason | Should -BeNullOrEmpty
        $script:Sandbox.Contacts[0].Attributes.Keys | Should -Be 'OrderId'
    }

    It 'counts DBNull as empty' {
        $run = Invoke-Run @((Get-DataTable).Rows[1]) $script:With
        $run.Results[0].Reason | Should -Match "'PhoneNumber' is empty"
    }

    It 'may be a phone number as text' {
        $run = Invoke-Run @('+1 (206) 555-0100') $script:With
        $run.Results[0].Destination | Should -BeExactly '+12065550100'
        $run.Results[0].Status | Should -Be 'Started'
    }

    It 'may be a phone number as <Kind>, which lacks its plus sign' -ForEach @(
        @{ Kind = 'a long'; Value = 12065550100L }
        @{ Kind = 'a double'; Value = 12065550100.0 }
        @{ Kind = 'a decimal'; Value = 12065550100d }
    ) {
        $run = Invoke-Run @($Value) $script:With
        @($run.Results).Count | Should -Be 1
        $run.Results[0].Status | Should -Be 'Invalid'
        $run.Results[0].Reason | Should -Match '12065550100.*country code'
    }

    It 'may be a line that Get-Content gave, which carries properties of its own' {
        $file = Join-Path $TestDrive 'numbers.txt'
        Set-Content $file '+12065550100', '+12065550101'
        $results = @(Get-Content $file | Start-ConnectOutboundChat @With)
        $results.Status | Should -Be 'Started', 'Started'
    }

    It 'is the arguments alone where nothing is piped' {
        $result = Start-ConnectOutboundChat @With -Destination '+12065550100'
        $result.Status | Should -Be 'Started'
        $result.RowNumber | Should -Be 1
        $result.Input | Should -BeNullOrEmpty
    }

    It 'may be the argument of -InputObject' {
        (Start-ConnectOutboundChat @With -InputObject '+12065550100').Status | Should -Be 'Started'
        (Start-ConnectOutboundChat '+12065550101' @With).Status | Should -Be 'Started'
    }

    It 'that was sent before is sent again from its result with -SendStarted' {
        $row = @{ Phone = '+12065550100'; Message = 'From the row'; Channel = 'WhatsApp' }
        $with = Get-Common $script:Sandbox @{ AllowFreeText = $true } -Bare
        $first = $row | Start-ConnectOutboundChat @with
        $second = $first | Start-ConnectOutboundChat @with -SendStarted
        $second.Status | Should -Be 'Started'
        $second.ContactId | Should -Not -Be $first.ContactId -Because 'the token is a new one'
        $script:Sandbox.ContactCount | Should -Be 2
        $second.Input.Message | Should -BeExactly 'From the row'
    }

    It 'that was sent before is known from its result after <Trip>' -ForEach @(
        @{ Trip = 'Export-Clixml and Import-Clixml'; Take = { param($result, $path) $result | Export-Clixml $path; Import-Clixml $path } }
        @{ Trip = 'Export-Csv and Import-Csv'; Take = { param($result, $path) $result | Export-Csv $path; Import-Csv $path } }
        @{ Trip = 'ConvertTo-Json -EnumsAsStrings and ConvertFrom-Json'
            Take = { param($result, $path) $result | ConvertTo-Json -EnumsAsStrings | Set-Content $path; Get-Content $path -Raw | ConvertFrom-Json } }
    ) {
        $with = Get-Common $script:Sandbox @{ Message = 'Hello'; AllowFreeText = $true } -Bare
        $first = @{ Phone = '+12065550100'; Channel = 'WhatsApp' } | Start-ConnectOutboundChat @with
        $again = & $Take $first (Join-Path $TestDrive 'trip')
        $run = Invoke-Run @($again) $with
        $run.Results[0].Status | Should -Be 'AlreadyStarted'
        $run.Results[0].ContactId | Should -BeExactly $first.ContactId
        $script:Sandbox.ContactCount | Should -Be 1
        @($run.Warnings | ForEach-Object Message) -match 'Not used' |
            Should -BeNullOrEmpty -Because 'the columns of a result are known, as those of -PassThru are'
    }

    It 'may be what Get-ConnectOutboundContact gave, <Trip>: a new contact, and no warning' -ForEach @(
        @{ Trip = 'as it comes'; Take = { param($state) $state } }
        @{ Trip = 'after Export-Clixml'; Take = { param($state, $path) $state | Export-Clixml $path; Import-Clixml $path } }
        @{ Trip = 'after Export-Csv'; Take = { param($state, $path) $state | Export-Csv $path; Import-Csv $path } }
        @{ Trip = 'after ConvertTo-Json'
            Take = { param($state, $path) $state | ConvertTo-Json | Set-Content $path; Get-Content $path -Raw | ConvertFrom-Json } }
    ) {
        $with = Get-Common $script:Sandbox @{ Attribute = @{ Old = 'yes' } }
        $first = @{ Phone = '+12065550107' } | Start-ConnectOutboundChat @with
        $state = & $Take ($first | Get-ConnectOutboundContact -EndpointUrl $script:Sandbox.EndpointUrl) (Join-Path $TestDrive 'state')
        foreach ($more in @{}, @{ AttributeColumn = '*' }) {
            $run = Invoke-Run @($state) ((Get-Common $script:Sandbox) + $more)
            $run.Warnings | Should -BeNullOrEmpty
            $run.Results[0].Status, $run.Results[0].Destination | Should -Be 'Started', '+12065550107'
            $run.Results[0].ContactId | Should -Not -Be $first.ContactId
            ($script:Sandbox.Contacts[-1].Body | ConvertFrom-Json).Attributes | Should -BeNullOrEmpty
        }
        # What it says itself need not be given.
        $less = Get-Common $script:Sandbox
        $less.Remove('Channel')
        $less.Remove('InstanceId')
        ($state | Start-ConnectOutboundChat @less).InstanceId | Should -BeExactly $script:InstanceId
    }

    It 'with a property that emits nothing has an empty cell: <_>' -ForEach @(
        'Destination', 'Source', 'InstanceId', 'ContactFlowId', 'Channel', 'Message', 'MessageContentType', 'KnowledgeBaseId', 'MessageTemplateId'
        'TemplateAttribute', 'CustomerProfileAttribute', 'Attribute', 'SegmentAttribute', 'ChatDuration', 'DisplayName', 'RelatedContactId'
        'SupportedMessagingContentType', 'ClientToken', 'Country', 'TimeZone', 'Attribute.x', 'Segment.x', 'Template.x', 'Profile.x', 'Other'
    ) {
        # With null, and with nothing: the same comes of it.
        $with = Get-Common $script:Sandbox @{ QuietHours = '00:00-00:01'; UnknownTimeZoneAction = 'Send'; AttributeColumn = '*' }
        if ($with.ContainsKey($_)) { $with.Remove($_) }
        $results = foreach ($nothing in { $null }, { }) {
            $row = [pscustomobject]@{ Phone = '+12065550107' } | Add-Member ScriptProperty $_ $nothing -PassThru
            if ($_ -eq 'Destination') { $row = $row | Select-Object * -ExcludeProperty Phone | Add-Member ScriptProperty Destination $nothing -PassThru -Force }
            $run = Invoke-Run @($row) $with
            "$($run.Results[0].Status) $($run.Results[0].ErrorCode)"
        }
        $results[1] | Should -BeExactly $results[0]
        $results[1] | Should -Not -Match 'Unreadable'
        $table = @{ Phone = '+12065550107'; $_ = [System.Management.Automation.Internal.AutomationNull]::Value }
        if ($_ -eq 'Destination') { $table.Remove('Phone') }
        "$($(Invoke-Run @($table) $with).Results[0] | ForEach-Object { "$($_.Status) $($_.ErrorCode)" })" | Should -BeExactly $results[0]
    }

    It 'may be what Test-ConnectOutboundChat gave' {
        $plan = @{ Phone = '+12065550100' } | Test-ConnectOutboundChat @With
        ($plan | Start-ConnectOutboundChat @With).Status | Should -Be 'Started'
    }
}

Describe 'What is no row' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'comes out as Invalid: <Kind>' -ForEach @(
        @{ Kind = '$null'; Make = { , $null }; Reason = 'null' }
        @{ Kind = 'an empty text'; Make = { '' }; Reason = 'Destination is missing' }
        @{ Kind = 'a text of blanks'; Make = { '   ' }; Reason = 'Destination is missing' }
        @{ Kind = 'an array in an array'; Make = { , @(, @('+12065550100', '+12065550101')) }; Reason = 'array' }
        @{ Kind = 'a file'; Make = { Get-Item $PSCommandPath }; Reason = 'Import-Csv' }
        @{ Kind = 'a folder'; Make = { Get-Item $PSScriptRoot }; Reason = 'Import-Csv' }
        @{ Kind = 'an empty hashtable'; Make = { @{} }; Reason = 'Destination is missing' }
        @{ Kind = 'an empty object'; Make = { [pscustomobject]@{} }; Reason = 'Destination is missing' }
        @{ Kind = 'a date'; Make = { [datetime]'2026-01-01' }; Reason = 'a date is not a phone number' }
        @{ Kind = 'true'; Make = { $true }; Reason = 'not a phone number' }
        @{ Kind = 'a script block'; Make = { { 1 } }; Reason = 'Destination is missing' }
        @{ Kind = 'a row whose number throws'; Make = { Get-Faulty }; Reason = 'no number today' }
        @{ Kind = 'a hashtable with a null key''s neighbour'; Make = { @{ 1 = 2; Phone = $null } }; Reason = 'Destination is missing' }
        @{ Kind = 'a hashtable whose number is a list'; Make = { @{ Phone = @('+12065550100', '+12065550101') } }; Reason = 'list' }
        @{ Kind = 'a hashtable whose number is a hashtable'; Make = { @{ Phone = @{ a = 1 } } }; Reason = 'list or a dictionary' }
        @{ Kind = 'AutomationNull in an array'; Make = { , @([System.Management.Automation.Internal.AutomationNull]::Value)[0] }; Reason = 'null' }
    ) {
        $run = Invoke-Run (& $Make) $script:With
        @($run.Results).Count | Should -Be 1
        $run.Results[0].Status | Should -Be 'Invalid'
        $run.Results[0].Reason | Should -Match $Reason
        @($run.Errors).Count | Should -Be 1
        $run.Errors[0] | Get-ErrorName | Should -BeExactly 'InvalidRow'
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'names the fault of an unreadable property once, and its reason' {
        $run = Invoke-Run @(Get-Faulty) $script:With
        $run.Results[0].Reason | Should -Match "'PhoneNumber' cannot be read: no number today"
        $run.Results[0].Reason | Should -Not -Match 'Destination is missing'
    }
}

Describe 'One row in, one result out' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'holds for a pipeline of everything' {
        $rows = @(
            '+12065550100', $null, '', @{}, @{ Phone = '+12065550101' }, [pscustomobject]@{ To = '+12065550102' }, 17, $true, (Get-Item $PSCommandPath),
            @(1, 2), [datetime]::UnixEpoch, (Get-Faulty), [ordered]@{ Mobile = '+12065550103'; 'Attribute.A' = 1 }, [guid]::Empty, { }, [version]'1.0',
            [System.DayOfWeek]::Monday,
            [uri]'https://example.com', (Get-DataTable).Rows[0], [pscustomobject]@{ Phone = "+1206`0" }, ("x" * 100000), @{ Phone = [PersonOfTest]::new() }
        )
        $run = Invoke-Run $rows $script:With
        @($run.Results).Count | Should -Be $rows.Count
        ($run.Results.RowNumber | Sort-Object) -join ' ' | Should -BeExactly ((1..$rows.Count) -join ' ')
        @($run.Results | Where-Object Status -EQ 'Started').Count | Should -Be $script:Sandbox.ContactCount
        @($run.Errors).Count | Should -Be @($run.Results | Where-Object Status -NotIn 'Started', 'Duplicate').Count
    }

    It 'holds for rows that contain themselves' {
        $loop = @{ Phone = '+12065550100' }
        $loop.Attribute = @{ Self = $loop }
        $run = Invoke-Run @($loop, '+12065550101') $script:With
        @($run.Results).Count | Should -Be 2
    }

    It 'gives an empty pipeline nothing, not even an error' {
        $run = Invoke-Run @() $script:With
        $run.Results | Should -BeNullOrEmpty
        $run.Errors | Should -BeNullOrEmpty
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'unrolls an array that is the argument of -InputObject' {
        $results = @(Start-ConnectOutboundChat @With -InputObject @('+12065550100', @{ Phone = '+12065550101' }, $null) -ErrorAction SilentlyContinue)
        $results.Count | Should -Be 3
        ($results | Sort-Object RowNumber).Status | Should -Be 'Started', 'Started', 'Invalid'
    }

    It 'unrolls a data table that is the argument of -InputObject, as the pipeline does' {
        @(Start-ConnectOutboundChat @With -InputObject (Get-DataTable) -ErrorAction SilentlyContinue -WarningAction Ignore).Count | Should -Be 2
    }

    It 'gives the argument -InputObject @() nothing' {
        @(Start-ConnectOutboundChat @With -InputObject @()).Count | Should -Be 0
    }

    It 'refuses rows from the pipeline and an argument at once, before the first row: <What> of <Command>' -ForEach @(
        foreach ($command in 'Start-ConnectOutboundChat', 'Test-ConnectOutboundChat') {
            @{ Command = $command; What = 'a variable that is not set, splatted'
                Script = "Set-StrictMode -Off; '+12065550100', '+12065550101' | $command @notSetAnywhere @with"; Says = '*@from*spelled right*' }
            @{ Command = $command; What = '-InputObject'; Script = "'+12065550100', '+12065550101' | $command @with -InputObject '+12065550102'"
                Says = '*leave one of them out*' }
        }
    ) {
        $with = $script:With
        $with | Should -Not -BeNullOrEmpty
        $failure = { & ([scriptblock]::Create($Script)) } | Should -Throw -PassThru -ExpectedMessage $Says
        $failure.FullyQualifiedErrorId | Should -BeExactly "InputObjectInvalid,ConnectOutbound.Commands.$($Command -replace '-')Command"
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'gives the argument -InputObject $null one result' {
        $results = @(Start-ConnectOutboundChat @With -InputObject $null -ErrorAction SilentlyContinue)
        $results.Count | Should -Be 1
        $results[0].Status | Should -Be 'Invalid'
    }
}
