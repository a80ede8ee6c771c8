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

Describe 'Clear-ConnectOutboundDefault' {
    BeforeEach {
        Clear-ConnectOutboundDefault
    }

    It 'takes back those whose names match, or all' {
        Set-ConnectOutboundDefault @All
        Clear-ConnectOutboundDefault C*
        (Get-ConnectOutboundDefault).Name | Should -Be 'InstanceId', 'Source'
        Clear-ConnectOutboundDefault
        Get-ConnectOutboundDefault | Should -BeNullOrEmpty
    }
}

Describe 'Clear-ConnectOutboundDefault -Scope User' {
    BeforeEach {
        if (-not $script:Isolated) { Set-ItResult -Skipped -Because 'the folder for defaults cannot be moved on this platform' }
        Clear-ConnectOutboundDefault
        Remove-Item $script:File -ErrorAction Ignore
    }

    AfterEach {
        if ($script:Isolated) { Remove-Item $script:File -ErrorAction Ignore }
    }

    It 'leaves the user''s where it takes back the session''s' {
        Set-ConnectOutboundDefault -Channel SMS -Scope User
        Set-ConnectOutboundDefault -Channel WhatsApp
        Clear-ConnectOutboundDefault
        "$(Get-ConnectOutboundDefault Channel)" | Should -BeExactly 'Channel = SMS (User)'
    }

    It 'removes the file with the last one' {
        Set-ConnectOutboundDefault -Channel SMS -Scope User
        Clear-ConnectOutboundDefault -Scope User
        Get-ConnectOutboundDefault | Should -BeNullOrEmpty
        $script:File | Should -Not -Exist
    }
}
