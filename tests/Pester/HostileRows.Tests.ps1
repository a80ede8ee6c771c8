# Rows whose cells run code, refer to themselves or have columns that PowerShell keeps for itself.

BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/FuzzSupport.ps1"
    Import-StagedModule
    $script:sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 1000000
    $script:unreadable = [ConnectOutbound.Tests.HostileValues]::Unreadable()
}

AfterAll {
    $script:sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A cell that cannot be read' {
    It 'makes its row invalid where it is used, and no other row (<_>)' -ForEach @(
        'ThrowingText', 'ThrowingListLater', 'ThrowingDictionaryLater', 'EndlessList', 'Cycle', 'Shared'
    ) {
        $common = Get-Common $script:sandbox
        $rows = @(Get-Row 3)
        $rows[1].Name = $script:unreadable[$_]
        $results = @($rows | Start-ConnectOutboundChat @common -ErrorAction SilentlyContinue | Sort-Object RowNumber)
        $results.Status | Should -Be 'Started', 'Invalid', 'Started'
        $results[1].ErrorCode | Should -Be 'CellUnreadable'
    }

    It 'changes nothing where nothing uses it, and a named run keeps the rest of the row' {
        $common = Get-Common $script:sandbox @{
            RunName = 'unused'
            JournalPath = Join-Path $TestDrive 'unused.db'
            EndpointUrl = 'http://127.0.0.1:9'
            MaxAttempts = 1
        }
        $row = Get-Row
        foreach ($name in $script:unreadable.Keys) { $row | Add-Member -NotePropertyName "X$name" -NotePropertyValue $script:unreadable[$name] }
        $row | Add-Member -MemberType ScriptProperty -Name Calculated -Value { $this.Name + '!' }
        $row | Add-Member -MemberType ScriptProperty -Name Broken -Value { throw 'no' }
        $result = $row | Start-ConnectOutboundChat @common -ErrorAction SilentlyContinue -WarningAction Ignore
        $result.Status | Should -Not -Be 'Invalid'
        $kept = (Get-ConnectOutboundRun unused -JournalPath $common.JournalPath -Contact).GetInput()
        $kept.PhoneNumber | Should -Be $row.PhoneNumber
        $kept.Calculated | Should -Be 'Customer 0!'
        $kept.Broken | Should -BeNullOrEmpty
        $kept.psobject.Properties.Name | Should -Contain 'XCycle'
    }

    It 'costs nothing where nothing uses it' {
        $common = Get-PlanCommon
        $reads = @{ Count = 0 }
        $row = Get-Row
        $row | Add-Member -MemberType ScriptProperty -Name Dear -Value { $reads.Count++; 'x' }.GetNewClosure()
        $order = [pscustomobject]@{ Lines = $null }
        $order.Lines = 1..6 | ForEach-Object { [pscustomobject]@{ Order = $order } }
        $row | Add-Member -NotePropertyName Order -NotePropertyValue $order
        ($row | Test-ConnectOutboundChat @common -WarningAction Ignore).WillSend | Should -BeTrue
        $reads.Count | Should -Be 0
        $plan = $row | Test-ConnectOutboundChat @common -AttributeColumn Order -WarningAction Ignore
        $plan.ErrorCode | Should -Be 'CellUnreadable'
        "$($plan.Problems)" | Should -Match 'refers to itself'
    }

    It 'is a whole row, if the row is a dictionary that throws' {
        $common = Get-PlanCommon
        $plans = @('+12065550100', [ConnectOutbound.Tests.HostileValues]::ThrowingDictionary(1), '+12065550101' | Test-ConnectOutboundChat @common)
        $plans.WillSend | Should -Be $true, $false, $true
        $plans[1].ErrorCode | Should -Be 'RowUnreadable'
    }

    It 'is the rest of a list that throws' {
        $common = Get-PlanCommon
        $plans = @(Test-ConnectOutboundChat -InputObject ([ConnectOutbound.Tests.HostileValues]::ThrowingList(2)) @common)
        $plans.Count | Should -Be 3
        $plans[2].ErrorCode | Should -Be 'RowUnreadable'
    }
}

Describe '-PassThru' {
    BeforeAll {
        $script:common = Get-Common $script:sandbox @{ PassThru = $true }
        Add-Type -IgnoreWarnings -WarningAction Ignore -TypeDefinition @'
public class PassThruReadOnly {
    public string PhoneNumber => "+12065550180";
    public int ConnectStatus => 42;
    public string ConnectReason { get => "mine"; set => throw new System.Exception("no"); }
    public int Other = 7;
}
public class PassThruMethod { public string PhoneNumber = "+12065550181"; public string ConnectStatus() => "mine"; }
'@
        Update-TypeData -TypeName Fuzz.Typed -MemberType ScriptProperty -MemberName ConnectStatus -Value { 'mine' } -Force

        function New-Case {
            [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of tests.')]
            param($Kind)
            $row = [pscustomobject]@{ PhoneNumber = '+12065550190'; Other = 7 }
            switch ($Kind) {
                'a script property' { $row | Add-Member -MemberType ScriptProperty -Name ConnectStatus -Value { 'mine' } }
                'a script method' { $row | Add-Member -MemberType ScriptMethod -Name ConnectStatus -Value { 'mine' } }
                'an alias' { $row | Add-Member -MemberType AliasProperty -Name ConnectStatus -Value Other }
                'a typed variable' {
                    [int] $typed = 1
                    $row.psobject.Properties.Add([System.Management.Automation.PSVariableProperty]::new((Get-Variable typed)))
                    $row.psobject.Properties.Remove('typed')
                    [int] $ConnectStatus = 1
                    $row.psobject.Properties.Add([System.Management.Automation.PSVariableProperty]::new((Get-Variable ConnectStatus)))
                }
                'a member of its type' { $row.psobject.TypeNames.Insert(0, 'Fuzz.Typed') }
                'a read-only property of .NET' { $row = [PassThruReadOnly]::new() }
                'a method of .NET' { $row = [PassThruMethod]::new() | Add-Member -NotePropertyName Other -NotePropertyValue 7 -PassThru }
                'a typed column of a data row' {
                    $table = [System.Data.DataTable]::new()
                    $null = $table.Columns.Add('PhoneNumber'), $table.Columns.Add('ConnectStatus', [int]), $table.Columns.Add('Other', [int])
                    $row = $table.Rows.Add('+12065550190', 1, 7)
                }
            }
            , $row
        }
    }

    AfterAll { Remove-TypeData Fuzz.Typed }

    It 'shows the outcome where the row''s own ConnectStatus is <_>' -ForEach @(
        'a script property', 'a script method', 'an alias', 'a typed variable', 'a member of its type', 'a read-only property of .NET', 'a method of .NET',
        'a typed column of a data row'
    ) {
        $result = New-Case $_ | Start-ConnectOutboundChat @common -WarningAction Ignore
        $result.ConnectStatus | Should -BeExactly 'Started'
        $result.ConnectContactId | Should -Not -BeNullOrEmpty
        $result.ConnectReason | Should -BeNullOrEmpty
        $result.Other | Should -Be 7
        "$($result.PhoneNumber)" | Should -Match '^\+1206'
    }

    It 'keeps every cell of a hashtable whose keys no object can have' {
        $row = [Activator]::CreateInstance([hashtable], [StringComparer]::Ordinal)
        $row['PhoneNumber'] = '+12065550191'
        foreach ($key in 'PSObject', 'psbase', 'PSAdapted', 'PSExtended', 'pstypenames', '', 'Color', 'color', 'ConnectStatus', 'connectstatus') {
            $row[$key] = "cell of $key"
        }
        $result = $row | Start-ConnectOutboundChat @common -WarningAction Ignore
        $result.ConnectStatus | Should -BeExactly 'Started'
        $result.PSObject_ | Should -Be 'cell of PSObject'
        $result.pstypenames_ | Should -Be 'cell of pstypenames'
        $result.'_' | Should -Be 'cell of '
        @($result.Color, $result.Color_) | Sort-Object | Should -Be 'cell of color', 'cell of Color'
        @($result.psobject.Properties).Count | Should -Be 17
    }

    It 'keeps the columns of an expando object' {
        $row = [System.Dynamic.ExpandoObject]::new()
        $row.PhoneNumber = '+12065550192'
        $row.Other = 7
        # PowerShell would take it apart in a pipeline.
        (Start-ConnectOutboundChat -InputObject $row @common -WarningAction Ignore).Other | Should -Be 7
    }

    It 'shows the state of a contact beside such rows' {
        $started = Get-Row | Start-ConnectOutboundChat @common
        $row = [hashtable]@{ ConnectContactId = $started.ConnectContactId; PSObject = 'mine'; '' = 'mine'; InstanceId = $InstanceId }
        $typed = [pscustomobject]@{ ConnectContactId = $started.ConnectContactId; InstanceId = $InstanceId }
        $typed | Add-Member -MemberType ScriptProperty -Name ConnectState -Value { 'mine' }
        $typed | Add-Member -MemberType ScriptProperty -Name Unused -Value { throw 'no' }
        $states = @($row, $typed | Get-ConnectOutboundContact -EndpointUrl $sandbox.EndpointUrl -PassThru)
        $states.Count | Should -Be 2
        $states.ConnectState | ForEach-Object { $_ | Should -BeIn ([ConnectOutbound.OutboundContactStage].GetEnumNames()) }
        $states.PSObject_ | Should -Contain 'mine'
        $stopped = @($row, $typed | Stop-ConnectOutboundContact -EndpointUrl $sandbox.EndpointUrl -PassThru -Confirm:$false)
        $stopped.ConnectState | ForEach-Object { $_ | Should -BeIn 'Stopped', 'NotActive' }
    }
}
