BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe '-RequireAllValid' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox @{ RequireAllValid = $true }
    }

    It 'sends nothing where one row is invalid, says so once, and gives each row its result' {
        $run = Invoke-Run @(@(Get-Row 3) + @([pscustomobject]@{ PhoneNumber = 'x'; Name = 'Bob' }) + @(Get-Row 1 -First 3)) $script:With
        ($run.Results | Sort-Object RowNumber).Status | Should -Be 'NotSent', 'NotSent', 'NotSent', 'Invalid', 'NotSent'
        @($run.Errors | Get-ErrorName | Where-Object { $_ -eq 'InvalidRows' }).Count | Should -Be 1
        ($run.Errors | Where-Object FullyQualifiedErrorId -Like 'InvalidRows,*').Exception.Message | Should -BeLike '1 of 5 rows*row 4*'
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'sends all where none is' {
        (Invoke-Run @(Get-Row 5) $script:With).Results.Status | Should -Be 'Started', 'Started', 'Started', 'Started', 'Started'
    }

    It 'does not count what a gate holds back, but for duplicates under -DuplicateAction Fail' {
        $rows = @(Get-Row 2) + @(Get-Row 1)
        $with = $script:With + @{}
        ((Invoke-Run $rows $with).Results | Sort-Object RowNumber).Status | Should -Be 'Started', 'Started', 'Duplicate'
        $script:Sandbox.Clear()
        $with.DuplicateAction = 'Fail'
        ((Invoke-Run $rows $with).Results | Sort-Object RowNumber).Status | Should -Be 'NotSent', 'NotSent', 'Invalid'
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'with -WhatIf says what it would do' {
        (Invoke-Run @(Get-Row 2) ($script:With + @{ WhatIf = $true })).Results.Status | Should -Be 'Planned', 'Planned'
    }
}
