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

Describe 'Remove-ConnectOutboundRun' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Journal = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        foreach ($name in 'one', 'other', 'third') {
            $with = Get-RunCommon @{ RunName = $name }
            $null = Get-Row 2 | Start-ConnectOutboundChat @with
        }
    }

    It 'removes nothing with -WhatIf' {
        Remove-ConnectOutboundRun * -JournalPath $script:Journal -WhatIf
        @(Get-ConnectOutboundRun -JournalPath $script:Journal).Count | Should -Be 3
    }

    It 'removes the run that is named' {
        Remove-ConnectOutboundRun one -JournalPath $script:Journal -Confirm:$false
        @(Get-ConnectOutboundRun -JournalPath $script:Journal).Name | Should -Be 'other', 'third'
    }

    It 'removes those whose names match, and those that are piped' {
        Remove-ConnectOutboundRun 'o*' -JournalPath $script:Journal -Confirm:$false
        @(Get-ConnectOutboundRun -JournalPath $script:Journal).Name | Should -Be 'third'
        Get-ConnectOutboundRun -JournalPath $script:Journal | Remove-ConnectOutboundRun -JournalPath $script:Journal -Confirm:$false
        @(Get-ConnectOutboundRun -JournalPath $script:Journal).Count | Should -Be 0
    }

    It 'removes the exact one, else the only one that differs in nothing but case or blanks: <Asked>' -ForEach @(
        @{ Asked = 'OTHER' }
        @{ Asked = " o`u{A0}ther" }
        @{ Asked = 'other' }
    ) {
        Remove-ConnectOutboundRun $Asked -JournalPath $script:Journal -Confirm:$false
        @(Get-ConnectOutboundRun -JournalPath $script:Journal).Name | Should -Be 'one', 'third'
    }

    It 'removes one run only of several whose names are alike, and none if the name is none of them' {
        # The version before this one made runs that differ only in case.
        Invoke-JournalSql $script:Journal "UPDATE run SET name = 'OTHER', run_key = 'OTHER' WHERE run_key = 'third'"
        $problem = @()
        Remove-ConnectOutboundRun 'Other' -JournalPath $script:Journal -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem | Get-ErrorName | Should -Be 'RunNameAmbiguous'
        "$($problem[0])" | Should -BeLike "*'other'*'OTHER'*"
        @(Get-ConnectOutboundRun -JournalPath $script:Journal).Count | Should -Be 3
        Get-ConnectOutboundRun 'OTHER' -JournalPath $script:Journal | Remove-ConnectOutboundRun -JournalPath $script:Journal -Confirm:$false
        @(Get-ConnectOutboundRun -JournalPath $script:Journal).Name | Should -BeExactly 'one', 'other'
    }

    It 'removes a run whose name is a pattern, and not those that it matches' {
        $with = Get-RunCommon @{ RunName = 'o*' }
        $null = Get-Row 1 | Start-ConnectOutboundChat @with
        Get-ConnectOutboundRun 'o`*' -JournalPath $script:Journal | Remove-ConnectOutboundRun -JournalPath $script:Journal -Confirm:$false
        @(Get-ConnectOutboundRun -JournalPath $script:Journal).Name | Should -Be 'one', 'other', 'third'
    }

    It 'says of a name that is none: RunNotFound' {
        { Remove-ConnectOutboundRun nothing -JournalPath $script:Journal -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'RunNotFound,*'
    }

    It 'leaves the tokens as they are: nobody is written to twice within seven days' {
        Remove-ConnectOutboundRun one -JournalPath $script:Journal -Confirm:$false
        $with = Get-RunCommon @{ RunName = 'one' }
        @(Get-Row 2 | Start-ConnectOutboundChat @with).Status | Should -Be 'Started', 'Started'
        $script:Sandbox.ContactCount | Should -Be 6
    }
}
