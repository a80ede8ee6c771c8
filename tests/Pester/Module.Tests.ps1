BeforeDiscovery {
    # The table of the contract: a row's column of one of these names says what the parameter of the first name would.
    $script:Fields = @(
        @{
            Field = 'Destination'
            Names = 'To', 'Phone', 'PhoneNumber', 'Mobile', 'DestinationPhoneNumber', 'DestinationEndpoint', 'DestinationEndpoint_Address'
        }
        @{ Field = 'Source'; Names = 'From', 'SourcePhoneNumberArn', 'SourceEndpoint', 'SourceEndpoint_Address' }
        @{ Field = 'InstanceId'; Names = 'Instance', 'InstanceArn' }
        @{ Field = 'ContactFlowId'; Names = 'Flow', 'FlowId', 'ContactFlowArn' }
        @{ Field = 'Channel'; Names = @('Subtype') }
        @{ Field = 'Message'; Names = 'Content', 'Text' }
        @{ Field = 'MessageContentType'; Names = @('ContentType') }
        @{ Field = 'KnowledgeBaseId'; Names = @() }
        @{ Field = 'MessageTemplateId'; Names = @('Template') }
        @{ Field = 'TemplateAttribute'; Names = @() }
        @{ Field = 'CustomerProfileAttribute'; Names = @() }
        @{ Field = 'Attribute'; Names = @() }
        @{ Field = 'AttributeColumn'; Names = @() }
        @{ Field = 'SegmentAttribute'; Names = @() }
        @{ Field = 'ChatDurationInMinutes'; Names = @('ChatDuration') }
        @{ Field = 'DisplayName'; Names = 'Name', 'CustomerName', 'ParticipantDisplayName' }
        @{ Field = 'RelatedContactId'; Names = @() }
        @{ Field = 'SupportedMessagingContentType'; Names = @() }
        @{ Field = 'ClientToken'; Names = @() }
    )
}

BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Manifest = Join-Path $script:ModuleFolder 'ConnectOutbound.psd1'
    $script:Cmdlets = 'Clear-ConnectOutboundDefault', 'Export-ConnectOutboundReport', 'Get-ConnectOutboundContact',
        'Get-ConnectOutboundDefault', 'Get-ConnectOutboundFlow',
        'Get-ConnectOutboundInstance', 'Get-ConnectOutboundPhoneNumber', 'Get-ConnectOutboundRun', 'Get-ConnectOutboundSandbox', 'Get-ConnectOutboundTemplate',
        'Remove-ConnectOutboundRun', 'Set-ConnectOutboundDefault', 'Start-ConnectOutboundChat', 'Start-ConnectOutboundSandbox', 'Stop-ConnectOutboundContact',
        'Stop-ConnectOutboundSandbox', 'Test-ConnectOutboundChat', 'Wait-ConnectOutboundContact'
    $script:Alone = @{ PSModulePath = "$script:ModulePath$([System.IO.Path]::PathSeparator)$PSHOME/Modules" }
}

Describe 'The manifest' {
    It 'is valid' {
        (Test-ModuleManifest $script:Manifest -ErrorAction Stop).Name | Should -BeExactly 'ConnectOutbound'
    }

    It 'exports its cmdlets, by name, and nothing else' {
        $data = Import-PowerShellDataFile $script:Manifest
        ($data.CmdletsToExport | Sort-Object) -join ' ' | Should -BeExactly ($script:Cmdlets -join ' ')
        $data.FunctionsToExport | Should -BeNullOrEmpty
        $data.AliasesToExport | Should -BeNullOrEmpty
        $data.VariablesToExport | Should -BeNullOrEmpty
    }

    It 'holds the version that the assemblies have' {
        $version = [version](Import-PowerShellDataFile $script:Manifest).ModuleVersion
        foreach ($name in 'bin/ConnectOutbound.dll', 'bin/private/ConnectOutbound.Commands.dll', 'bin/private/ConnectOutbound.Engine.dll') {
            $assembly = [System.Reflection.AssemblyName]::GetAssemblyName((Join-Path $script:ModuleFolder $name)).Version
            "$($assembly.Major).$($assembly.Minor).$($assembly.Build)" | Should -BeExactly "$version" -Because "$name is of the same version"
        }
    }

    It 'asks for the PowerShell whose .NET the assemblies were built for' {
        (Import-PowerShellDataFile $script:Manifest).PowerShellVersion | Should -BeExactly '7.4'
    }

    It 'stages no assembly of PowerShell itself' {
        Get-ChildItem $script:ModuleFolder -Recurse -Filter 'System.Management.Automation*.dll' | Should -BeNullOrEmpty
    }
}

Describe 'The loaded module' {
    It 'exports exactly the cmdlets of the manifest' {
        ((Get-Module ConnectOutbound).ExportedCommands.Keys | Sort-Object) -join ' ' | Should -BeExactly ($script:Cmdlets -join ' ')
    }

    It 'has a test file of each cmdlet''s name' {
        $commands = @((Get-Command -Module ConnectOutbound).Name)
        $commands.Count | Should -BeGreaterThan 0
        $commands | Where-Object { -not (Test-Path (Join-Path $PSScriptRoot "$_.Tests.ps1")) } | Should -BeNullOrEmpty
    }

    It 'uses approved verbs' {
        $approved = (Get-Verb).Verb
        $script:Cmdlets | ForEach-Object { ($_ -split '-')[0] } | Where-Object { $_ -notin $approved } | Should -BeNullOrEmpty
    }

    It 'names no cmdlet and no parameter in the plural' {
        # TimeoutSec, Minutes and the like are units; PassThru and the rest end in an s that is no plural.
        $units = 'ChatDurationInMinutes', 'LatencyMilliseconds', 'MaxAttempts', 'MaxErrors', 'Address', 'ErrorVariable', 'RequestsPerSecond', 'QuietHours'
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters
        $plurals = foreach ($command in Get-Command -Module ConnectOutbound) {
            if ($command.Noun -match 's$') { $command.Name }
            $command.Parameters.Keys | Where-Object { $_ -match '(?<!s)s$' -and $_ -notin $units -and $_ -notin $common }
        }
        $plurals | Should -BeNullOrEmpty
    }

    It 'says what each cmdlet puts out' {
        foreach ($command in Get-Command -Module ConnectOutbound) {
            $command.OutputType.Count | Should -BeGreaterThan 0 -Because "$($command.Name) has an OutputType"
        }
    }

    It 'gives <_> a -WhatIf' -ForEach @(
        'Clear-ConnectOutboundDefault', 'Export-ConnectOutboundReport', 'Set-ConnectOutboundDefault', 'Start-ConnectOutboundChat',
        'Stop-ConnectOutboundContact', 'Stop-ConnectOutboundSandbox'
    ) {
        (Get-Command $_).Parameters.Keys | Should -Contain 'WhatIf'
    }

    It 'binds nothing of a row by the names of its properties' {
        foreach ($name in 'Start-ConnectOutboundChat', 'Test-ConnectOutboundChat') {
            $bound = (Get-Command $name).Parameters.Values | Where-Object { $_.Attributes.ValueFromPipelineByPropertyName -contains $true }
            $bound.Name | Should -BeNullOrEmpty -Because "$name takes rows whole"
        }
    }

    It 'has the same parameters for sending and for planning, but for what only one of them can do' {
        $start = (Get-Command Start-ConnectOutboundChat).Parameters.Keys | Where-Object { $_ -notin 'WhatIf', 'Confirm', 'RequireAllValid' } | Sort-Object
        $test = (Get-Command Test-ConnectOutboundChat).Parameters.Keys | Where-Object { $_ -notin 'Summary', 'ConcurrentChatQuota', 'Render' } | Sort-Object
        $test -join ' ' | Should -BeExactly ($start -join ' ')
    }
}

Describe 'The parameter <Field>' -ForEach $script:Fields {
    It 'has the aliases of the contract on <_>' -ForEach 'Start-ConnectOutboundChat', 'Test-ConnectOutboundChat' {
        ((Get-Command $_).Parameters[$Field].Aliases | Sort-Object) -join ' ' | Should -BeExactly (($Names | Sort-Object) -join ' ')
    }
}

Describe 'Types' {
    BeforeAll {
        # The private assemblies are loaded with their first use.
        $script:Sandbox = Start-ConnectOutboundSandbox
        $null = Start-Contact
        $script:Sandbox | Stop-ConnectOutboundSandbox
    }

    It 'shows scripts <_>' -ForEach @(
        'OutboundContact', 'OutboundContactState', 'OutboundContactStage', 'OutboundContactMilestone', 'OutboundPlan', 'OutboundStatus', 'OutboundChannel',
        'OutboundSandbox', 'OutboundTemplate', 'SandboxContact', 'SandboxTemplate', 'SandboxFaultKind', 'OutboundContactException'
    ) {
        "ConnectOutbound.$_" -as [type] | Should -Not -BeNullOrEmpty
    }

    It 'builds each cmdlet on at most three base classes of its own' {
        foreach ($cmdlet in Get-Command -Module ConnectOutbound) {
            $bases = 0
            $type = $cmdlet.ImplementingType.BaseType
            while ($type.Namespace -like 'ConnectOutbound*') {
                $bases++
                $type = $type.BaseType
            }
            $bases | Should -BeLessOrEqual 3 -Because "$cmdlet has a chain that a reader has to follow"
        }
    }

    It 'hides those of its private assemblies: <_>' -ForEach 'ConnectOutbound.Engine', 'ConnectOutbound.Sandbox', 'AWSSDK.Core' {
        $name = $_
        $assembly = ([System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'ConnectOutbound').Assemblies |
            Where-Object { $_.GetName().Name -eq $name }
        $types = @($assembly.GetExportedTypes().FullName | Select-Object -First 200)
        $types.Count | Should -BeGreaterThan 2
        $types | Where-Object { $_ -as [type] } | Should -BeNullOrEmpty
    }

    It 'keeps every assembly but its own two small ones out of the default load context' {
        $default = [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies | ForEach-Object { $_.GetName().Name }
        $default | Where-Object { $_ -like 'AWSSDK*' -or $_ -like 'ConnectOutbound.*' } |
            Should -Be "ConnectOutbound.Loader.$((Get-Module ConnectOutbound).Version)"
        $private = [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'ConnectOutbound'
        @($private).Count | Should -Be 1
        $private.Assemblies.ForEach{ $_.GetName().Name } | Should -Contain 'ConnectOutbound.Commands'
    }
}

Describe 'Loading' {
    It 'happens by itself when a cmdlet is called, and comes and goes as often as one likes' {
        $seen = Invoke-ChildJson -NoImport -Environment $script:Alone -Script @'
$auto = '+12065550100' | Test-ConnectOutboundChat -WarningAction Ignore -ErrorAction Ignore
$first = [bool]$auto
Remove-Module ConnectOutbound
$gone = -not (Get-Module ConnectOutbound)
Import-Module ConnectOutbound
$again = (Get-Module ConnectOutbound).ExportedCommands.Count
Import-Module ConnectOutbound -Force
$forced = (Get-Module ConnectOutbound).ExportedCommands.Count
$works = [bool]('+12065550100' | Test-ConnectOutboundChat)
Remove-Module ConnectOutbound
$left = @(Get-Module | Where-Object Name -Like '*ConnectOutbound*').Name
Import-Module ConnectOutbound -Prefix My
$prefixed = @(Get-Command -Module ConnectOutbound).Name
$ran = [bool]('+12065550100' | Test-MyConnectOutboundChat)
[pscustomobject]@{
    First = $first; Gone = $gone; Again = $again; Forced = $forced; Works = $works; Left = $left; Prefixed = $prefixed; Ran = $ran
} | ConvertTo-Json -Compress
'@
        $seen.First | Should -BeTrue -Because 'a cmdlet loads its module'
        $seen.Gone | Should -BeTrue -Because 'Remove-Module removes it'
        $seen.Again | Should -Be $script:Cmdlets.Count -Because 'it can be imported again'
        $seen.Forced | Should -Be $script:Cmdlets.Count -Because 'Import-Module -Force exports everything again'
        $seen.Works | Should -BeTrue
        $seen.Left | Should -BeNullOrEmpty -Because 'nothing of the module stays in the session'
        $seen.Prefixed | Should -Contain 'Start-MyConnectOutboundChat'
        $seen.Ran | Should -BeTrue
    }

    It 'writes nothing to any stream, and works under StrictMode and ErrorActionPreference Stop' {
        $child = Invoke-ChildScript -NoImport -Script (
            "Set-StrictMode -Version Latest; `$ErrorActionPreference = 'Stop'; Import-Module '$script:ModuleManifest' *>&1 | Out-String -Stream; 'loaded'; " +
            "(Start-ConnectOutboundSandbox).IsRunning; Remove-Module ConnectOutbound; 'end'")
        $child.Output.Trim() -split '\r?\n' | Should -Be 'loaded', 'True', 'end'
        $child.Error | Should -BeNullOrEmpty
        $child.ExitCode | Should -Be 0
    }

    Context 'Another one' {
        BeforeAll {
            $copy = Join-Path $TestDrive 'copy/ConnectOutbound'
            $script:Later = Join-Path $TestDrive 'later/ConnectOutbound'
            foreach ($folder in $copy, $script:Later) {
                $null = New-Item (Split-Path $folder) -ItemType Directory
                Copy-Item $script:ModuleFolder $folder -Recurse
            }
            # Of another version are the manifest and the name of the loader, which is once among the file's names, in UTF-8.
            $version = (Get-Module ConnectOutbound).Version.ToString()
            $script:LaterVersion = $version.Remove($version.Length - 1) + ($version.EndsWith('9') ? '8' : '9')
            $manifest = Join-Path $script:Later 'ConnectOutbound.psd1'
            (Get-Content $manifest -Raw) -replace "(?m)^(\s*ModuleVersion = )'.*'", "`$1'$script:LaterVersion'" | Set-Content $manifest -NoNewline
            $loader = Join-Path $script:Later 'bin/ConnectOutbound.Loader.dll'
            # Of this encoding each character is a byte.
            $bytes = [System.Text.Encoding]::Latin1.GetString([System.IO.File]::ReadAllBytes($loader))
            [regex]::Matches($bytes, [regex]::Escape("`0ConnectOutbound.Loader.$version`0")).Count | Should -Be 1
            $changed = $bytes.Replace("`0ConnectOutbound.Loader.$version`0", "`0ConnectOutbound.Loader.$script:LaterVersion`0")
            [System.IO.File]::WriteAllBytes($loader, [System.Text.Encoding]::Latin1.GetBytes($changed))
            [System.Reflection.AssemblyName]::GetAssemblyName($loader).Name | Should -BeExactly "ConnectOutbound.Loader.$script:LaterVersion"

            $try = {
                try { Import-Module $args[0] -Force:$args[1] -ErrorAction Stop }
                catch { @{ Id = $_.FullyQualifiedErrorId; Message = $_.Exception.Message } }
            }
            $script:Said = Invoke-ChildJson -Script @"
function Use-Other { $try }
`$said = @{ Other = Use-Other '$script:Later' `$true; Left = (Start-ConnectOutboundSandbox).IsRunning; Loaded = Use-Other '$copy' }
Remove-Module ConnectOutbound
`$said.Removed = Use-Other '$copy'
`$said | ConvertTo-Json -Compress
"@
        }

        It 'tells the user to restart the session when another copy of the module <State>' -ForEach @(
            @{ State = 'is loaded'; Key = 'Loaded' }
            @{ State = 'was loaded and removed'; Key = 'Removed' }
        ) {
            $script:Said.$Key.Message | Should -Match 'restart PowerShell'
        }

        It 'tells the user to restart the session when another version of the module is loaded, and leaves that one as it is' {
            $script:Said.Other.Id | Should -BeLike 'AnotherCopyLoaded,*'
            $script:Said.Other.Message | Should -Match "restart PowerShell to use the one in '$([regex]::Escape($script:Later))"
            $script:Said.Left | Should -BeTrue
            # By itself it can be imported.
            (Invoke-ChildScript -NoImport -Script (
                    "Import-Module '$script:Later'; (Get-Module ConnectOutbound).Version.ToString(); (Start-ConnectOutboundSandbox).IsRunning")
            ).Output.Trim() -split '\r?\n' | Should -Be $script:LaterVersion, 'True'
        }
    }

    It 'takes the value of -Verbose from a preference of the session, or one set in a function' {
        $seen = Invoke-ChildJson @'
$run = { '+12065550100' | Test-ConnectOutboundChat 4>&1 | Out-String }
function Use-It { $VerbosePreference = 'Continue'; . $run }
$said = @{ Neither = . $run; Function = Use-It }
$global:VerbosePreference = 'Continue'
$said.Session = . $run
$global:VerbosePreference = 'SilentlyContinue'
$said | ConvertTo-Json -Compress
'@
        $seen.Session | Should -Match 'rows would be sent'
        $seen.Function | Should -Match 'rows would be sent'
        $seen.Neither | Should -Not -Match 'rows would be sent'
    }
}
