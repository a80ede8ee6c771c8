BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    # The promise is two seconds; a machine that is busy with other things gets more before the test fails.
    $script:StopGuard = 8
}

Describe 'Stopping' {
    BeforeEach {
        $script:Sandbox = $null
        $script:Run = $null
    }

    AfterEach {
        if ($script:Sandbox) {
            $script:Sandbox | Stop-ConnectOutboundSandbox
        }
    }

    It 'a run of slow answers returns soon, and nothing is sent afterwards' {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -LatencyMilliseconds 500 -ConcurrentChat 10000
        $run = New-BackgroundRun (Get-Row 1000) (Get-Common $script:Sandbox)
        Wait-Until { $script:Sandbox.RequestCount -ge 10 } 'the first requests'
        Stop-BackgroundRun $run | Should -BeLessThan $script:StopGuard
        $count = $script:Sandbox.RequestCount
        $count | Should -BeLessThan 1000
        Start-Sleep -Milliseconds 1200
        $script:Sandbox.RequestCount | Should -Be $count
    }

    It 'a run that waits for its rate returns soon, and nothing is sent afterwards' {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $run = New-BackgroundRun (Get-Row 20) (Get-Common $script:Sandbox @{ RequestsPerSecond = 0.01; Burst = 1 })
        Wait-Until { $script:Sandbox.RequestCount -ge 1 } 'the first request'
        Stop-BackgroundRun $run | Should -BeLessThan $script:StopGuard
        Start-Sleep -Milliseconds 300
        $script:Sandbox.RequestCount | Should -Be 1
    }

    It 'a run whose service does not answer returns soon' {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultRate 1 -FaultKind Hang
        $run = New-BackgroundRun (Get-Row 20) (Get-Common $script:Sandbox @{ ThrottleLimit = 4 })
        Wait-Until { $script:Sandbox.RequestCount -ge 4 } 'the first requests'
        Stop-BackgroundRun $run | Should -BeLessThan $script:StopGuard
        $script:Sandbox.RequestCount | Should -Be 4
    }

    It 'a run that waits for the quota of concurrent chats returns soon' {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 2
        $run = New-BackgroundRun (Get-Row 20) (Get-Common $script:Sandbox @{ ThrottleLimit = 3 })
        Wait-Until { $script:Sandbox.RequestCount -ge 3 } 'a refused request'
        Stop-BackgroundRun $run | Should -BeLessThan $script:StopGuard
        $script:Sandbox.ContactCount | Should -Be 2
    }

    It 'a run that waits before it tries again returns soon' {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultRate 1 -FaultKind InternalError
        $run = New-BackgroundRun (Get-Row 20) (Get-Common $script:Sandbox @{ MaxAttempts = 100 })
        Wait-Until { $script:Sandbox.RequestCount -ge 30 } 'some requests'
        Stop-BackgroundRun $run | Should -BeLessThan $script:StopGuard
    }

    It 'a run whose rows come slowly returns soon' {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $run = New-BackgroundRun (Get-Row 2) (Get-Common $script:Sandbox) '& { $rows[0]; Start-Sleep -Seconds 600; $rows[1] } | Start-ConnectOutboundChat @with'
        Wait-Until { $script:Sandbox.RequestCount -ge 1 } 'the first request'
        Stop-BackgroundRun $run | Should -BeLessThan $script:StopGuard
        $script:Sandbox.ContactCount | Should -Be 1
    }

    It 'what never began does no harm' {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $run = New-BackgroundRun @() (Get-Common $script:Sandbox) 'Start-Sleep -Seconds 600 | Start-ConnectOutboundChat @with'
        Stop-BackgroundRun $run | Should -BeLessThan $script:StopGuard
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'leaves the session able to send' {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultRate 0 -LatencyMilliseconds 50
        $with = Get-Common $script:Sandbox
        $run = New-BackgroundRun (Get-Row 1000) $with
        Wait-Until { $script:Sandbox.RequestCount -ge 5 } 'the first requests'
        $null = Stop-BackgroundRun $run
        ('+12065550100' | Start-ConnectOutboundChat @with).Status | Should -Be 'Started'
    }

    It 'gives out each contact that was started and nothing twice, up to what was under way' {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -LatencyMilliseconds 30 -ConcurrentChat 10000
        $run = New-BackgroundRun (Get-Row 1000) (Get-Common $script:Sandbox @{ ThrottleLimit = 4 })
        Wait-Until { $run.Output.Count -ge 10 } 'the first results'
        $null = Stop-BackgroundRun $run
        $ids = @($run.Output.ContactId | Where-Object { $_ })
        @($ids | Sort-Object -Unique).Count | Should -Be $ids.Count
        $script:Sandbox.ContactCount - $ids.Count | Should -BeIn (0..8)
    }
}

Describe 'A run whose host throws when it is told of the stop' {
    It 'closes its journal, and the same command goes on' {
        if (-not ('ConnectOutbound.Examples.ExampleHost' -as [type])) {
            Add-Type -Path (Join-Path $PSScriptRoot 'data/ExampleHost.cs')
        }
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -LatencyMilliseconds 20 -ConcurrentChat 10000
        $journal = Join-Path $TestDrive 'closed.db'
        $with = Get-Common $sandbox @{ RunName = 'closed'; JournalPath = $journal }
        $window = [ConnectOutbound.Examples.ExampleHost]::new()
        $window.IsClosed = $true
        $runspace = [runspacefactory]::CreateRunspace($window)
        $runspace.Open()
        $shell = [powershell]::Create($runspace)
        try {
            $script = 'param($module, $rows, $with) Import-Module $module; $rows | Start-ConnectOutboundChat @with | Select-Object -First 3'
            $results = $shell.AddScript($script).AddArgument($script:ModuleManifest).AddArgument((Get-Row 100)).AddArgument($with).Invoke()
            @($results).Count | Should -Be 3
            # SQLite removes its log when the last connection to the file is closed.
            "$journal-wal" | Should -Not -Exist
        }
        finally {
            $shell.Dispose()
            $runspace.Dispose()
        }
        $again = @(Get-Row 100 | Start-ConnectOutboundChat @with)
        $again.Count | Should -Be 100
        $sandbox.ContactCount | Should -Be 100
        $sandbox | Stop-ConnectOutboundSandbox
    }
}

Describe 'A sandbox that stops during a run' {
    It 'ends the run with a result for every row' {
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -LatencyMilliseconds 50
        $run = New-BackgroundRun (Get-Row 30) (Get-Common $sandbox @{ ThrottleLimit = 4; MaxAttempts = 2 })
        Wait-Until { $sandbox.RequestCount -ge 5 } 'the first requests'
        $sandbox | Stop-ConnectOutboundSandbox
        Wait-Until { $run.Handle.IsCompleted } 'the end of the run'
        $run.Output.Count | Should -Be 30
        $run.Shell.Dispose()
    }
}
