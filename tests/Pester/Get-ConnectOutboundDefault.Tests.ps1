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

Describe 'Get-ConnectOutboundDefault' {
    BeforeEach {
        Clear-ConnectOutboundDefault
    }

    It 'lists all, or those whose names match' {
        Set-ConnectOutboundDefault @All
        (Get-ConnectOutboundDefault).Name | Should -Be 'InstanceId', 'ContactFlowId', 'Source', 'Channel'
        (Get-ConnectOutboundDefault C*).Name | Should -Be 'ContactFlowId', 'Channel'
    }

    It 'gives nothing before one is set' {
        Get-ConnectOutboundDefault | Should -BeNullOrEmpty
    }
}

Describe 'Get-ConnectOutboundDefault of the user' {
    BeforeEach {
        if (-not $script:Isolated) { Set-ItResult -Skipped -Because 'the folder for defaults cannot be moved on this platform' }
        Clear-ConnectOutboundDefault
        Remove-Item $script:File -ErrorAction Ignore
    }

    AfterEach {
        if ($script:Isolated) { Remove-Item $script:File -ErrorAction Ignore }
    }

    It 'gives the one of the session before the user''s' {
        Set-ConnectOutboundDefault -Channel SMS -Scope User
        "$(Get-ConnectOutboundDefault Channel)" | Should -BeExactly 'Channel = SMS (User)'
        Set-ConnectOutboundDefault -Channel WhatsApp
        "$(Get-ConnectOutboundDefault Channel)" | Should -BeExactly 'Channel = WhatsApp (Session)'
    }
}
