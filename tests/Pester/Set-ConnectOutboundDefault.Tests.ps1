BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:All = @{ InstanceId = $script:InstanceId; ContactFlowId = $script:FlowId; Source = $script:SourceArn; Channel = 'SMS' }
    $script:File = Join-Path ([System.Environment]::GetFolderPath('ApplicationData')) 'ConnectOutbound/defaults.json'
    # The folder is the user's own where the environment does not say another: such a file is left alone.
    $script:Isolated = $env:XDG_CONFIG_HOME -and $script:File.StartsWith($env:XDG_CONFIG_HOME)
}

AfterAll {
    Clear-ConnectOutboundDefault
}

Describe 'Set-ConnectOutboundDefault' {
    BeforeEach {
        Clear-ConnectOutboundDefault
    }

    It 'gives what it set with -PassThru' {
        Set-ConnectOutboundDefault @All -PassThru | Should -HaveCount 4
        "$(Set-ConnectOutboundDefault -Burst 7 -PassThru)" | Should -BeExactly 'Burst = 7 (Session)'
    }

    It 'refuses no value and nonsense, and takes no secret' {
        { Set-ConnectOutboundDefault } | Should -Throw -ErrorId 'DefaultInvalid,*'
        { Set-ConnectOutboundDefault -InstanceId '  ' } | Should -Throw -ErrorId 'InstanceIdInvalid,*'
        (Get-Command Set-ConnectOutboundDefault).Parameters.Keys | Where-Object { $_ -match 'Key|Secret|Token|Password' } |
            Should -BeNullOrEmpty -Because 'no secret is ever kept'
    }

    It 'sets nothing with -WhatIf' {
        Set-ConnectOutboundDefault @All -WhatIf
        Get-ConnectOutboundDefault | Should -BeNullOrEmpty
    }

    It 'sets it for this session only' {
        Set-ConnectOutboundDefault @All
        $other = [powershell]::Create().AddScript("Import-Module '$script:ModuleManifest'; @(Get-ConnectOutboundDefault).Count")
        try { $other.Invoke()[0] | Should -Be 0 } finally { $other.Dispose() }
    }
}

Describe 'Set-ConnectOutboundDefault -Scope User' {
    BeforeEach {
        if (-not $script:Isolated) { Set-ItResult -Skipped -Because 'the folder for defaults cannot be moved on this platform' }
        Clear-ConnectOutboundDefault
        Remove-Item $script:File -ErrorAction Ignore
    }

    AfterEach {
        if ($script:Isolated) { Remove-Item $script:File -ErrorAction Ignore }
    }

    It 'keeps it for other sessions, readable by the user only' {
        Set-ConnectOutboundDefault @All -RequestsPerSecond 12.5 -Scope User
        $child = Invoke-ChildScript '(Get-ConnectOutboundDefault | ForEach-Object { "$_" }) -join "|"'
        $child.Output | Should -Match "InstanceId = $script:InstanceId \(User\)"
        $child.Output | Should -Match 'RequestsPerSecond = 12.5 \(User\)'
        if (-not $IsWindows) {
            [int](Get-Item $script:File).UnixFileMode | Should -Be 0x180 -Because 'that is 0600'
        }
    }
}
