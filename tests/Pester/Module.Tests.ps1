BeforeDiscovery {
    # The table of the contract: a row's column of one of these names says what the parameter of the first name would.
    $script:Fields = @(
        @{ Field = 'Destination'
            Names = 'To', 'Phone', 'PhoneNumber', 'Mobile', 'DestinationPhoneNumber', 'DestinationEndpoint', 'DestinationEndpoint_Address' }
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
    $script:Cmdlets = 'Clear-ConnectOutboundDefault', 'Export-ConnectOutboundReport', 'Get-ConnectOutboundContact', 'Get-ConnectOutboundDefault',
        'Get-ConnectOutboundFlow', 'Get-ConnectOutboundInstance', 'Get-ConnectOutboundPhoneNumber', 'Get-ConnectOutboundRun', 'Get-ConnectOutboundSandbox',
        'Get-ConnectOutboundTemplate', 'Remove-ConnectOutboundRun', 'Set-ConnectOutboundDefault', 'Start-ConnectOutboundChat', 'Start-ConnectOutboundSandbox',
        'Stop-ConnectOutboundContact', 'Stop-ConnectOutboundSandbox', 'Test-ConnectOutboundChat', 'Wait-ConnectOutboundContact'
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

    It 'gives <_> a -WhatIf' -ForEach 'Clear-ConnectOutboundDefault', 'Export-ConnectOutboundReport', 'Set-ConnectOutboundDefault', 'Start-ConnectOutboundChat',
        'Stop-ConnectOutboundContact', 'Stop-ConnectOutboundSandbox' {
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
    It 'shows scripts <_>' -ForEach 'OutboundContact', 'OutboundContactState', 'OutboundContactStage', 'OutboundContactMilestone', 'OutboundPlan',
        'OutboundStatus', 'OutboundChannel', 'OutboundSandbox', 'OutboundTemplate', 'SandboxContact', 'SandboxTemplate', 'SandboxFaultKind',
        'OutboundContactException' {
        "ConnectOutbound.$_" -as [type] | Should -Not -BeNullOrEmpty
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
[pscustomobject]@{ First = $first; Gone = $gone; Again = $again; Forced = $forced; Works = $works
    Left = $left; Prefixed = $prefixed; Ran = $ran } | ConvertTo-Json -Compress
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

    It 'writes nothing to any stream' {
        $child = Invoke-ChildScript -NoImport -Script "Import-Module '$script:ModuleManifest' *>&1 | Out-String -Stream"
        $child.Output.Trim() | Should -BeNullOrEmpty
        $child.Error | Should -BeNullOrEmpty
        $child.ExitCode | Should -Be 0
    }

    It 'tells the user to restart the session when another copy of the module <State>' -ForEach @(
        @{ State = 'is loaded'; Before = '' }
        @{ State = 'was loaded and removed'; Before = 'Remove-Module ConnectOutbound' }
    ) {
        $copy = Join-Path $TestDrive "$([guid]::NewGuid())/ConnectOutbound"
        $null = New-Item (Split-Path $copy) -ItemType Directory
        Copy-Item $script:ModuleFolder $copy -Recurse
        $child = Invoke-ChildScript -Script "$Before; try { Import-Module '$copy' -ErrorAction Stop } catch { `$_.Exception.Message }"
        $child.Output | Should -Match 'restart PowerShell'
    }

    It 'tells the user to restart the session when another version of the module is loaded, and leaves that one as it is' {
        if (-not (Get-Command dotnet -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'another version is compiled with the .NET SDK, and dotnet is not on PATH'
        }
        $work = Join-Path $TestDrive ([guid]::NewGuid())
        $loader = "$PSScriptRoot/../../src/ConnectOutbound.Loader"
        $said = dotnet build $loader --configuration Release -p:Version=99.0.0 -p:ArtifactsPath=$work/build --nologo --verbosity quiet
        $LASTEXITCODE | Should -Be 0 -Because "it said: $said"
        $later = Join-Path $work 'ConnectOutbound'
        Copy-Item $script:ModuleFolder $later -Recurse
        $built = Join-Path $work 'build/bin/ConnectOutbound.Loader/release'
        Copy-Item (Join-Path $built 'ConnectOutbound.dll') (Join-Path $later 'bin/ConnectOutbound.dll')
        Copy-Item (Join-Path $built 'ConnectOutbound.Loader.99.0.0.dll') (Join-Path $later 'bin/ConnectOutbound.Loader.dll')
        $manifest = Join-Path $later 'ConnectOutbound.psd1'
        (Get-Content $manifest -Raw) -replace "(?m)^(\s*ModuleVersion = )'.*'", "`$1'99.0.0'" | Set-Content $manifest -NoNewline

        $child = Invoke-ChildScript -Script @"
try { Import-Module '$later' -Force -ErrorAction Stop } catch { `$_.FullyQualifiedErrorId; `$_.Exception.Message }
(Start-ConnectOutboundSandbox).IsRunning
"@
        $lines = $child.Output.Trim() -split '\r?\n'
        $lines[0] | Should -BeLike 'AnotherCopyLoaded,*'
        $lines[1] | Should -Match "restart PowerShell to use the one in '$([regex]::Escape($later))"
        $lines[-1] | Should -Be 'True'
        # By itself it can be imported.
        $script = "Import-Module '$later'; (Get-Module ConnectOutbound).Version.ToString(); (Start-ConnectOutboundSandbox).IsRunning"
        (Invoke-ChildScript -NoImport -Script $script).Output.Trim() -split '\r?\n' | Should -Be '99.0.0', 'True'
    }

    It 'works under StrictMode and ErrorActionPreference Stop' {
        $child = Invoke-ChildScript -NoImport -Script @"
Set-StrictMode -Version Latest
`$ErrorActionPreference = 'Stop'
Import-Module '$script:ModuleManifest'
(Start-ConnectOutboundSandbox).IsRunning
Remove-Module ConnectOutbound
'end'
"@
        $child.Output.Trim() -split '\r?\n' | Should -Be 'True', 'end'
    }

    It 'takes the value of -Verbose from <Where>' -ForEach @(
        @{ Where = 'a preference of the session'
            Script = '$global:VerbosePreference = "Continue"; ''+12065550100'' | Test-ConnectOutboundChat 4>&1 | Out-String' }
        @{ Where = 'a preference set in a function'
            Script = 'function Use-It { $VerbosePreference = "Continue"; ''+12065550100'' | Test-ConnectOutboundChat 4>&1 | Out-String }; Use-It' }
    ) {
        (Invoke-ChildScript $Script).Output | Should -Match 'rows would be sent'
    }
}
