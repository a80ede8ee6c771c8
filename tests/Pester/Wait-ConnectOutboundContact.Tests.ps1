BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'Wait-ConnectOutboundContact' {
    BeforeEach {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl }
        $script:Nobody = [guid]::NewGuid().ToString()
    }

    AfterEach {
        Clear-ConnectOutboundDefault
        Stop-ConnectOutboundSandbox
    }

    It 'gives each when it has ended' {
        $started = Start-Contact 2
        $script:Sandbox.EndContact($started[1].ContactId)
        $shell = [powershell]::Create().AddScript({
                param($Module, $Started, $To)
                $ProgressPreference = 'SilentlyContinue'
                Import-Module $Module
                $Started | Wait-ConnectOutboundContact @To -PollInterval 0.1 -Timeout 60
            }).AddParameters(@($script:ModuleManifest, $started, ($script:To + @{ AccessKey = 'AKIA'; SecretKey = 'x'; Region = 'us-east-1' })))
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $waiting = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
        try {
            Wait-Until { $output.Count -eq 1 } 'the contact that has ended'
            $output[0].ContactId | Should -BeExactly $started[1].ContactId
            $script:Sandbox.EndChats()
            Wait-Until { $waiting.IsCompleted } 'the other one'
            $output[1].ContactId, "$($output[1].State)" | Should -Be $started[0].ContactId, 'Disconnected'
            $shell.Streams.Error | Should -BeNullOrEmpty
        }
        finally {
            $shell.Dispose()
        }
    }

    It 'gives the last state and an error when the time is over' {
        $started = Start-Contact 2
        $run = Invoke-Run $started (@{ Timeout = 0.5; PollInterval = 0.2 } + $script:To) 'Wait-ConnectOutboundContact'
        $run.Results.State | Should -Be 'Active', 'Active'
        $run.Errors | Get-ErrorName | Should -Be 'WaitTimedOut', 'WaitTimedOut'
        $run.Errors[0].TargetObject.ContactId | Should -BeIn $started.ContactId
        $run.Errors | Get-ShownText | Should -Not -Match '555'
    }

    It 'waits for <Until>' -ForEach @(
        @{ Until = 'Connected'; Errors = $null }
        @{ Until = 'AgentConnected'; Errors = 'ContactEndedBefore' }
    ) {
        $started = Start-Contact
        if ($Errors) { $script:Sandbox.EndChats() }
        $run = Invoke-Run $started (@{ Until = $Until; Timeout = '00:01:00'; PollInterval = 0.1 } + $script:To) 'Wait-ConnectOutboundContact'
        $run.Results.ContactId | Should -BeExactly $started.ContactId
        $run.Errors | Get-ErrorName | Should -Be $Errors
    }

    It 'does not wait for a contact that is not there' {
        $nobody = [pscustomobject]@{ ContactId = $script:Nobody; InstanceId = $script:InstanceId }
        $run = Invoke-Run @($nobody, (Start-Contact)) (@{ Until = 'Connected' } + $script:To) 'Wait-ConnectOutboundContact'
        $run.Results.Count | Should -Be 1
        $run.Errors | Get-ErrorName | Should -BeExactly 'ContactNotFound'
    }

    It 'ends when the pipeline is stopped' {
        $started = Start-Contact
        $shell = [powershell]::Create().AddScript({
                param($Module, $Started, $To)
                $ProgressPreference = 'SilentlyContinue'
                Import-Module $Module
                $Started | Wait-ConnectOutboundContact @To
            }).AddParameters(@($script:ModuleManifest, $started, ($script:To + @{ AccessKey = 'AKIA'; SecretKey = 'x'; Region = 'us-east-1' })))
        $before = $script:Sandbox.RequestCount
        $null = $shell.BeginInvoke()
        Wait-Until { $script:Sandbox.RequestCount -gt $before } 'a look'
        $stopping = $shell.BeginStop($null, $null)
        Wait-Until { $stopping.IsCompleted } 'the end'
        "$($shell.InvocationStateInfo.State)" | Should -BeExactly 'Stopped'
        $shell.Dispose()
    }
}
