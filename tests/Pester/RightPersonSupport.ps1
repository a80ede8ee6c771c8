# What the tables of RightPerson.Tests.ps1 share: the forms of a row, and what becomes of it. Dot-source it in BeforeAll, behind TestSupport.ps1 and
# HeldSupport.ps1. Needs $script:Sandbox, $script:Broken and $TestDrive.

function Import-CsvText {
    # Rows of a text as Import-Csv reads them from a file.
    param([string[]] $Line, [char] $Delimiter = ',')
    $path = Join-Path $TestDrive "right-$([guid]::NewGuid().ToString('N')).csv"
    [System.IO.File]::WriteAllText($path, ($Line -join "`n") + "`n")
    Import-Csv $path -Delimiter $Delimiter
}

function ConvertTo-Typed {
    # A cell as a program would have it.
    param([string] $Text)
    if ($Text -match '^\d{4}-\d{2}-\d{2}$') { return [datetime]$Text }
    if ($Text -in 'true', 'false') { return [bool]::Parse($Text) }
    if ($Text -eq '') { return $null }
    $Text
}

function ConvertTo-Dictionary {
    # Rows as dictionaries, their cells typed.
    param([object[]] $Row)
    foreach ($one in $Row) {
        $cells = [ordered]@{}
        foreach ($property in $one.PSObject.Properties) { $cells[$property.Name] = ConvertTo-Typed $property.Value }
        $cells
    }
}

function Get-CellForm {
    # A row with a cell: from a CSV, as a dictionary, and with the cell as other types.
    param([hashtable] $Case)
    $text = Import-CsvText '"Phone","Country"', """$($Case.Cell -replace '"', '""')"",""$($Case.Country)"""
    @{ Form = 'CSV'; Rows = @($text) }
    @{ Form = 'dictionary'; Rows = @(@{ Phone = $Case.Cell; Country = $Case.Country }) }
    foreach ($value in $Case.Typed) {
        if ($null -ne $value) {
            @{ Form = $value.GetType().Name; Rows = @([pscustomobject]@{ Phone = $value; Country = $Case.Country }) }
        }
    }
}

function Get-RowForm {
    # The rows of a file: as Import-Csv gives them, as objects with typed cells, and as dictionaries.
    param([hashtable] $Case)
    $rows = @(Import-CsvText $Case.Csv -Delimiter ($Case.Delimiter ?? ','))
    if ($Case.Rows) { $rows.Count | Should -Be $Case.Rows }
    @{ Form = 'CSV'; Rows = $rows }
    @{ Form = 'object'; Rows = @(ConvertTo-Dictionary $rows | ForEach-Object { [pscustomobject]$_ }) }
    @{ Form = 'dictionary'; Rows = @(ConvertTo-Dictionary $rows) }
}

function Assert-Warning {
    # That both commands have warned once, or not.
    param($Run, [hashtable] $Case, [string] $What)
    foreach ($warnings in @($Run.Plan.Warnings.Message), @($Run.Warnings.Message)) {
        if ($Case.Warns) { @($warnings -match $Case.Warns).Count | Should -Be 1 -Because "$What warned: $($warnings -join ' / ')" }
        if ($Case.NoWarning) { @($warnings -match $Case.NoWarning).Count | Should -Be 0 -Because "$What warned: $($warnings -join ' / ')" }
    }
}

function Assert-Outcome {
    # Plans and sends the rows of each form, which must say the same (Get-Held sees to it), and looks at one result, the last unless Row says which.
    param([hashtable] $Case, [object[]] $Form)
    $said = foreach ($one in $Form) {
        $script:Sandbox.Clear()
        $with = @{} + ($Case.With ?? @{})
        if ($with.RunName) { $with.JournalPath = Join-Path $TestDrive "$([guid]::NewGuid()).db" }
        $run = Get-Held $one.Rows $with -Without @($Case.Without)
        $result = $run.Results[$Case.Row ?? -1]
        $what = "$($one.Form), $($result.Reason)"
        "$($result.Status)" | Should -BeExactly ($Case.Status ?? ($Case.Sent ? 'Started' : 'Invalid')) -Because $what
        if ($Case.Sent) { $result.Destination | Should -BeExactly $Case.Sent -Because $what }
        if ($Case.Says) { $result.Reason | Should -Match $Case.Says -Because $what }
        if ($Case.Kind) { $result.ErrorCode | Should -BeExactly $Case.Kind -Because $what }
        if ($null -ne $Case.DuplicateRow) { $run.Results[$Case.DuplicateRow].Status | Should -Be 'Duplicate' -Because $what }
        $run.Plan.Errors | Should -BeNullOrEmpty -Because $what
        @($run.Errors | Get-ErrorName | Sort-Object -Unique) |
            Should -Be @(if (@($run.Results | Where-Object Status -EQ 'Invalid').Count) { 'InvalidRow' }) -Because $what
        Assert-Warning -Run $run -Case $Case -What $what
        $script:Sandbox.ContactCount | Should -Be @($run.Results | Where-Object Status -EQ 'Started').Count -Because $what
        if ($result.Status -eq 'Started') {
            $body = ($script:Sandbox.Contacts | Where-Object ContactId -EQ $result.ContactId).Body | ConvertFrom-Json
            $body.DestinationEndpoint.Address | Should -BeExactly $result.Destination -Because $what
            if ($Case.Source) { $body.SourceEndpoint.Address | Should -BeExactly $Case.Source -Because $what }
            if ($Case.Message) { $body.InitialSystemMessage.Content | Should -BeExactly $Case.Message -Because $what }
            if ($Case.Name) { $body.ParticipantDetails.DisplayName | Should -BeExactly $Case.Name -Because $what }
            foreach ($key in ($Case.Attribute ?? @{}).Keys) { $body.Attributes.$key | Should -BeExactly $Case.Attribute[$key] -Because $what }
        }
        "$($result.Status), $($result.ErrorCode)$($Case.Csv ? ", $($result.Reason)" : '')"
    }
    # Truth values and dates are written alike, so the words are the same whatever a row of a file came as; a number's own type may have words of its own.
    @($said | Sort-Object -Unique).Count | Should -Be 1 -Because ($said -join "`n")
}

function Get-Saved {
    # Results as a file gives them back, or as objects: those that are edited have been through Clixml, because a result itself cannot be changed.
    param([string] $Form, [object[]] $Result, [bool] $IsEdited)
    if ($Form -eq 'CSV') { return $Result | ConvertTo-Csv | ConvertFrom-Csv }
    if (-not $IsEdited) { return $Result }
    $Result | ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) }
}

function Assert-Sequence {
    # Runs the first commands, changes what they left, then plans and sends again, from a CSV and from objects.
    param([hashtable] $Case)
    foreach ($form in 'CSV', 'objects') {
        $script:Sandbox.Clear()
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        if ($Case.Journal) { Copy-Item (Join-Path $PSScriptRoot "../ConnectOutbound.Engine.Tests/Journal/$($Case.Journal)") $journal }
        $file = @(Import-CsvText ($Case.Csv ?? @('Phone,Order', '+12065550101,A-1', '+12065550102,A-2', '+12065550103,A-3')))
        $rows = $form -eq 'CSV' ? $file : @(ConvertTo-Dictionary $file)
        $results = @()
        foreach ($first in $Case.First) {
            $with = Get-SequenceCommon $first $journal
            $results = @($file | Start-ConnectOutboundChat @with -ErrorAction SilentlyContinue -WarningAction Ignore |
                    Sort-Object { [long]($_.ConnectRow ?? $_.RowNumber) })
        }
        if ($Case.Sql) { Invoke-JournalSql $journal $Case.Sql }
        if ($Case.OtherMachine) { $journal = Join-Path $TestDrive "$([guid]::NewGuid()).db" }
        $piped = $Case.Pipe -eq 'results' ? @(Get-Saved -Form $form -Result $results -IsEdited ($null -ne $Case.Edit)) : $rows
        if ($Case.Edit) { & $Case.Edit $piped }
        $tokens = @($results | ForEach-Object { $_.ClientToken ?? $_.ConnectClientToken } | Where-Object { $_ })
        $before = @($script:Sandbox.Contacts.ClientToken)
        $with = Get-SequenceCommon ($Case.Then ?? @{}) $journal
        if ($with.Region) { $with.Remove('EndpointUrl') }
        if ($Case.Stops) {
            foreach ($command in 'Test-ConnectOutboundChat', 'Start-ConnectOutboundChat') {
                $caught = { $piped | & $command @with -WarningAction Ignore } | Should -Throw -PassThru
                $caught | Get-ErrorName | Should -BeExactly $Case.Stops -Because "$command with $form"
                "$caught" | Should -Match $Case.Says -Because "$command with $form"
            }
        }
        else {
            $run = Get-Held $piped $with
            $what = "$form, $($run.Results.Reason)"
            $run.Results.Status | Should -Be $Case.Status -Because $what
            $held = @($run.Results | Where-Object Status -In 'Invalid', 'Unknown', 'Duplicate')
            foreach ($result in $held) {
                if ($Case.Code) { $result.ErrorCode | Should -BeExactly $Case.Code -Because $what }
                if ($Case.Says) { $result.Reason | Should -Match $Case.Says -Because $what }
            }
            Assert-Warning -Run $run -Case $Case -What $what
            $now = @($script:Sandbox.Contacts.ClientToken | Where-Object { $_ -notin $before })
            # A token that is used again never reaches another contact; a new contact has one of its own.
            if ($Case.Tokens -eq 'saved') { @($now | Where-Object { $_ -notin $tokens }).Count | Should -Be 0 -Because $what }
            if ($Case.Tokens -eq 'new') { @($now | Where-Object { $_ -in $tokens -or $_ -like 'old*' }).Count | Should -Be 0 -Because $what }
        }
        $script:Sandbox.ContactCount | Should -Be $Case.Contacts -Because $form
    }
}

function Get-SequenceCommon {
    # The parameters of a command in a sequence. Broken: at a service whose answers cannot be read; otherwise at the sandbox.
    param([hashtable] $With, [string] $Journal)
    $common = Get-Common ($With.Broken ? $script:Broken : $script:Sandbox) $With
    if ($With.Broken) { $common.MaxAttempts = 1 }
    $common.Remove('Broken')
    if ($With.RunName) { $common.JournalPath = $Journal }
    $common
}
