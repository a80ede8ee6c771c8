BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A full quota of concurrent chats' {
    It 'pauses the run, says so in the progress display, and warns once' {
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 2
        try {
            $run = New-BackgroundRun (Get-Row 6) (Get-Common $sandbox @{ ThrottleLimit = 2 })
            Wait-Until { $run.Shell.Streams.Progress.StatusDescription -match 'L-D4BA6F6E' } 'the pause'
            $sandbox.ContactCount | Should -Be 2
            Wait-Until { $run.Shell.Streams.Warning.Count } 'the warning'
            $sandbox.EndChats()
            Wait-Until { $sandbox.ContactCount -eq 4 } 'the contacts for which there was room'
            Wait-Until { $run.Shell.Streams.Progress[-1].StatusDescription -match 'L-D4BA6F6E' } 'the second pause'
            $sandbox.EndChats()
            Wait-Until { $run.Handle.IsCompleted } 'the end of the run'
            $run.Output.Status | Should -Be (@('Started') * 6)
            "$($run.Shell.Streams.Warning)" | Should -BeLike '*quota of concurrent chats (L-D4BA6F6E) is full: the run waits*at most 30 minutes (-QuotaWait)*'
            $run.Shell.Streams.Warning.Count | Should -Be 1
            $run.Shell.Dispose()
        }
        finally {
            $sandbox | Stop-ConnectOutboundSandbox
        }
    }
}

Describe '-QuotaWait' {
    It 'takes <Value>' -ForEach @(
        @{ Value = 5 }
        @{ Value = '5' }
        @{ Value = '00:05:00' }
        @{ Value = [timespan]::FromMinutes(5) }
        @{ Value = 0.5 }
    ) {
        $with = Get-Common $script:Sandbox @{ QuotaWait = $Value }
        (Get-Row 1 | Start-ConnectOutboundChat @with).Status | Should -Be 'Started'
    }

    It 'refuses <Value>' -ForEach @(
        @{ Value = 'soon'; Says = "*'soon' is neither a TimeSpan*" }
        @{ Value = -1; Says = "*'-1' is less than zero*" }
        @{ Value = '-1'; Says = "*'-1' is less than zero*" }
        @{ Value = '-00:05:00'; Says = "*'-00:05:00' is less than zero*" }
        @{ Value = @{}; Says = '*is neither a TimeSpan*' }
        @{ Value = $true; Says = '*is neither a TimeSpan*' }
    ) {
        $with = Get-Common $script:Sandbox @{ QuotaWait = $Value }
        { Get-Row 1 | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*' -ExpectedMessage $Says
    }

    It '<Value> says how long was waited: <Says>' -ForEach @(
        @{ Value = 0; Says = '*is full, and -QuotaWait 0 waits for no room*'; Warns = 0 }
        @{ Value = 0.01; Says = '*has been full for * seconds*'; Warns = 1 }
    ) {
        $full = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 0
        try {
            $run = Invoke-Run (Get-Row 1) (Get-Common $full @{ QuotaWait = $Value })
            $run.Results.Status | Should -Be 'NotSent'
            "$($run.Errors | Where-Object { ($_ | Get-ErrorName) -eq 'QuotaFull' })" | Should -BeLike $Says
            @($run.Warnings -like '*at most 0.6 seconds (-QuotaWait)*').Count | Should -Be $Warns
        }
        finally {
            $full | Stop-ConnectOutboundSandbox
        }
    }
}
