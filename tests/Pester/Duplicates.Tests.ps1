BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/HeldSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A duplicate' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Twice = '+12065550101', '+1 (206) 555-0101', '+12065550102'
    }

    It 'is skipped, without an error' {
        $run = Get-Held $script:Twice
        $run.Results.Status | Should -Be 'Started', 'Duplicate', 'Started'
        $run.Errors | Should -BeNullOrEmpty
        $script:Sandbox.ContactCount | Should -Be 2
    }

    It 'is sent with -DuplicateAction Send' {
        (Get-Held $script:Twice @{ DuplicateAction = 'Send' }).Results.Status | Should -Be 'Started', 'Started', 'Started'
        $script:Sandbox.ContactCount | Should -Be 3
    }

    It 'is an error with -DuplicateAction Fail' {
        $run = Get-Held $script:Twice @{ DuplicateAction = 'Fail' }
        $run.Results.Status | Should -Be 'Started', 'Invalid', 'Started'
        $run.Errors.Count | Should -Be 1
        $run.Errors[0] | Get-ErrorName | Should -BeExactly 'InvalidRow'
        $run.Errors[0].Exception.Message | Should -BeLike '*Row 1 has the same destination*'
    }

    It 'cannot be sent in a run with a name' {
        $with = Get-Common $script:Sandbox @{ DuplicateAction = 'Send'; RunName = 'offer'; JournalPath = "$TestDrive/j.db" }
        { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'DuplicateActionInvalid,*' -ExpectedMessage '*-KeyColumn*'
    }
}
