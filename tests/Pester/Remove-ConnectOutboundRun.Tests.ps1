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
