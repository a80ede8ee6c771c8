BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule

    function Get-Completion {
        param([string] $Line)
        [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches.CompletionText
    }
}

Describe 'Completion on <_>' -ForEach 'Start-ConnectOutboundChat', 'Test-ConnectOutboundChat' {
    It 'knows the channels' {
        Get-Completion "$_ -Channel " | Should -Be 'SMS', 'WhatsApp'
        Get-Completion "$_ -Channel wh" | Should -Be 'WhatsApp'
    }

    It 'knows the Regions' {
        $regions = Get-Completion "$_ -Region eu-c"
        $regions | Should -Contain 'eu-central-1'
        $regions | Where-Object { $_ -notlike 'eu-c*' } | Should -BeNullOrEmpty
        Get-Completion "$_ -Region 'us-east-" | Should -Contain 'us-east-1'
    }

    It 'knows the profiles of a file, quoted where they need it' {
        $file = Join-Path $TestDrive 'credentials'
        Set-Content $file "[sender]`naws_access_key_id = AKIA`naws_secret_access_key = x`n`n[night shift]`naws_access_key_id = AKIA`naws_secret_access_key = x"
        $names = Get-Completion "$_ -ProfileLocation '$file' -ProfileName "
        $names | Should -Contain 'sender'
        $names | Should -Contain "'night shift'"
        Get-Completion "$_ -ProfileLocation '$file' -ProfileName se" | Should -Be 'sender'
    }

    It 'of profiles is silent where there is no file' {
        Get-Completion "$_ -ProfileLocation '$(Join-Path $TestDrive 'nowhere')' -ProfileName " | Should -BeNullOrEmpty
    }

    It 'gives the names of parameters' {
        Get-Completion "$_ -Requests" | Should -Be '-RequestsPerSecond'
    }
}

Describe 'Completion on Start-ConnectOutboundSandbox' {
    It 'knows the kinds of faults' {
        Get-Completion 'Start-ConnectOutboundSandbox -FaultKind Cut' | Should -Be 'CutAfter', 'CutAfterStatusLine', 'CutBefore'
    }
}
