BeforeDiscovery {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
    $script:Documented = foreach ($command in Get-Command -Module ConnectOutbound) {
        @{
            Name       = $command.Name
            Parameters = @($command.Parameters.Keys | Where-Object { $_ -notin $common -or $_ -in 'WhatIf', 'Confirm' })
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
}

Describe 'The help of <Name>' -ForEach $script:Documented -Skip:([bool]$env:CONNECTOUTBOUND_TEST_WITHOUT_HELP) {
    BeforeAll {
        $script:Help = Get-Help $Name -Full
    }

    It 'is a file and not made up from the syntax' {
        $script:Help.PSObject.TypeNames | Should -Contain 'MamlCommandHelpInfo#FullView'
    }

    It 'has a synopsis and a description' {
        $script:Help.Synopsis.Trim() | Should -Not -BeNullOrEmpty
        $script:Help.Synopsis | Should -Not -Match "^\s*$Name|\{\{\s*Fill"
        ($script:Help.description | Out-String).Trim().Length | Should -BeGreaterThan 40
        ($script:Help.description | Out-String) | Should -Not -Match '\{\{\s*Fill'
    }

    It 'has two examples or more, each with code and words' {
        @($script:Help.examples.example).Count | Should -BeGreaterOrEqual 2
        foreach ($example in $script:Help.examples.example) {
            $text = "$($example.introduction | Out-String) $($example.code) $($example.remarks | Out-String)"
            $text | Should -Match $Name
            $text | Should -Not -Match '\{\{\s*Fill'
        }
    }

    It 'is shown whole by Get-Help -Full' {
        $text = $script:Help | Out-String
        $text | Should -Match 'SYNOPSIS'
        $text | Should -Not -Match '\{\{\s*Fill'
    }

    It 'documents each parameter once, in words' {
        $Parameters.Count | Should -BeGreaterThan 0
        $undocumented = foreach ($parameter in $Parameters) {
            $found = @($script:Help.parameters.parameter.Where{ $_.name -eq $parameter })
            $text = ($found.description.Text -join "`n").Trim()
            if ($found.Count -ne 1 -or $text.Length -le 8 -or $text -match '\{\{\s*Fill') { $parameter }
        }
        $undocumented | Should -BeNullOrEmpty
    }
}

Describe 'The topics' {
    It 'are found by Get-Help' {
        Get-Help about_ConnectOutbound* | Should -Not -BeNullOrEmpty
    }
}
