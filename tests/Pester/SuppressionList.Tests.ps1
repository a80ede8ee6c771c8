BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/HeldSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A suppression list' {
    BeforeEach { $script:Sandbox.Clear() }

    It 'holds back numbers that were given, however they are written' {
        $run = Get-Held @(Get-Row 3) @{ SuppressionList = '+1 (206) 555-0101', '+12065550102' }
        $run.Results.Status | Should -Be 'Started', 'Suppressed', 'Suppressed'
        $run.Errors | Should -BeNullOrEmpty
        $script:Sandbox.ContactCount | Should -Be 1
    }

    It 'is read from files: lines, comments, a column of a CSV' {
        Set-Content "$TestDrive/stop.txt" '# asked to be left alone', '', '(206) 555-0101   # by letter'
        [pscustomobject]@{ Id = 1; Phone = '+1 206 555 0102'; Since = '2026-01-02' } | Export-Csv "$TestDrive/optout.csv"
        $run = Get-Held @(Get-Row 4) @{ SuppressionList = "$TestDrive/stop.txt", "$TestDrive/opt*.csv"; DefaultCountry = 'US' }
        $run.Results.Status | Should -Be 'Started', 'Suppressed', 'Suppressed', 'Started'
        $run.Results[1].Reason | Should -BeLike '*stop.txt*'
        $run.Results[2].Reason | Should -BeLike '*optout.csv*'
    }

    It 'takes files from Get-ChildItem' {
        Set-Content "$TestDrive/one.lst" '+12065550100'
        (Get-Held @(Get-Row 2) @{ SuppressionList = (Get-ChildItem "$TestDrive/*.lst") }).Results.Status | Should -Be 'Suppressed', 'Started'
    }

    It 'that cannot be read whole stops before the first row and names the lines' {
        Set-Content "$TestDrive/bad.txt" '+12065550101', 'whoever', '206 555 0103'
        $with = Get-Common $script:Sandbox @{ SuppressionList = "$TestDrive/bad.txt" }
        { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'SuppressionListInvalid,*' -ExpectedMessage '*bad.txt*2*'
        { Get-Row | Test-ConnectOutboundChat @with } | Should -Throw -ErrorId 'SuppressionListInvalid,*'
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'that does not exist stops before the first row' {
        $with = Get-Common $script:Sandbox @{ SuppressionList = "$TestDrive/nowhere.txt" }
        { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'SuppressionListInvalid,*' -ExpectedMessage '*nowhere.txt*'
    }
}
