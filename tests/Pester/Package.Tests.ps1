BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/../../tools/PackageTools.ps1"
    Import-StagedModule
    $script:Data = Import-PowerShellDataFile (Join-Path $script:ModuleFolder 'ConnectOutbound.psd1')
    $script:StagedFolder = if ($env:CONNECTOUTBOUND_TEST_STAGED) { $env:CONNECTOUTBOUND_TEST_STAGED } else { $script:ModuleFolder }
    if ($env:CONNECTOUTBOUND_TEST_PACKAGE) {
        $script:Package = $env:CONNECTOUTBOUND_TEST_PACKAGE
    }
    else {
        $script:Package = Join-Path $TestDrive "made/ConnectOutbound.$($script:Data.ModuleVersion).nupkg"
        New-ModulePackage -ModuleFolder $script:StagedFolder -Path $script:Package
    }

    function Get-Digest {
        # Lines of name and SHA-256, for what is left of a folder's files.
        param([string] $Folder, [string[]] $Except)
        $files = Get-ModuleFile $Folder
        foreach ($name in $files.Keys | Where-Object { $_ -notin $Except }) {
            "$name $((Get-FileHash $files[$name]).Hash)"
        }
    }

    $zip = [System.IO.Compression.ZipFile]::OpenRead($script:Package)
    try {
        $script:Entries = @($zip.Entries.FullName)
        $script:PackageDigest = foreach ($entry in $zip.Entries) {
            $stream = $entry.Open()
            "$($entry.FullName) $((Get-FileHash -InputStream $stream).Hash)"
            $stream.Dispose()
        }
        $reader = [System.IO.StreamReader]::new($zip.GetEntry('ConnectOutbound.nuspec').Open())
        $script:Nuspec = ([xml]$reader.ReadToEnd()).package.metadata
        $reader.Dispose()
    }
    finally {
        $zip.Dispose()
    }
    $script:OwnParts = '_rels/.rels', 'ConnectOutbound.nuspec', '[Content_Types].xml', 'package/services/metadata/core-properties/nuget.psmdcp'
}

Describe 'The package' {
    It 'has the name and the version of the manifest' {
        Split-Path $script:Package -Leaf | Should -BeExactly "ConnectOutbound.$($script:Data.ModuleVersion).nupkg"
        $script:Nuspec.id | Should -BeExactly 'ConnectOutbound'
        $script:Nuspec.version | Should -BeExactly $script:Data.ModuleVersion
    }

    It 'tells galleries what the manifest says' {
        $script:Nuspec.authors | Should -BeExactly $script:Data.Author
        $script:Nuspec.owners | Should -BeExactly $script:Data.CompanyName
        $script:Nuspec.description | Should -BeExactly $script:Data.Description
        $script:Nuspec.copyright | Should -BeExactly $script:Data.Copyright
        $script:Nuspec.licenseUrl | Should -BeExactly 'https://opensource.org/license/mit'
        $script:Nuspec.releaseNotes | Should -BeExactly $script:Data.PrivateData.PSData.ReleaseNotes
        $script:Nuspec.requireLicenseAcceptance | Should -BeExactly 'false'
        $script:Nuspec['projectUrl'].InnerText | Should -BeExactly $script:Data.PrivateData.PSData['ProjectUri']
    }

    It 'is found in a gallery by its tags, its edition and each of its cmdlets' {
        $tags = $script:Nuspec.tags -split ' '
        $expected = @('PSModule', 'PSEdition_Core', 'PSIncludes_Cmdlet') + $script:Data.PrivateData.PSData.Tags +
            @($script:Data.CmdletsToExport | ForEach-Object { "PSCmdlet_$_", "PSCommand_$_" }) | Sort-Object -Unique
        $tags | Sort-Object | Should -BeExactly $expected
        $script:Nuspec.tags.Length | Should -BeLessThan 4000 -Because 'the PowerShell Gallery takes no more'
    }

    It 'holds what was staged, byte for byte, and its own parts' {
        $files = $script:PackageDigest | Where-Object { ($_ -split ' ')[0] -notin $script:OwnParts }
        Compare-Object @(Get-Digest $script:StagedFolder) @($files) | Should -BeNullOrEmpty
        $script:OwnParts | Where-Object { $_ -notin $script:Entries } | Should -BeNullOrEmpty
    }

    It 'holds what a module is made of: no symbols, no documentation of assemblies, no test, nothing of the build' {
        $kinds = @(
            '^(LICENSE|NOTICE|CHANGELOG\.md|ConnectOutbound\.(psd1|psm1|format\.ps1xml))$'
            '^types/ConnectOutbound\.(Types\.psd1|types\.ps1xml)$'
            '^en-US/(about_\w+\.help\.txt|ConnectOutbound\.Commands\.dll-Help\.xml)$'
            '^bin/ConnectOutbound(\.Loader)?\.dll$'
            '^bin/private/[\w.]+\.dll$'
            '^bin/private/runtimes/[\w-]+/native/(lib)?e_sqlite3\.(dll|so|dylib)$'
        )
        $script:Entries | Where-Object { $_ -notin $script:OwnParts -and $_ -notmatch ($kinds -join '|') } | Should -BeNullOrEmpty
    }

    It 'has the same bytes when it is made at another time, of another folder' {
        $copy = Join-Path $TestDrive 'elsewhere/ConnectOutbound'
        $null = New-Item (Split-Path $copy) -ItemType Directory
        Copy-Item $script:ModuleFolder $copy -Recurse
        Get-ChildItem $copy -Recurse -File | ForEach-Object { $_.LastWriteTime = [datetime]'2001-02-03' }
        $again = Join-Path $TestDrive "again/$(Split-Path $script:Package -Leaf)"
        New-ModulePackage -ModuleFolder $copy -Path $again
        (Get-FileHash $again).Hash | Should -BeExactly (Get-FileHash $script:Package).Hash
    }

    It 'follows the Open Packaging Conventions, as every reader of NuGet packages expects' {
        $package = [System.IO.Packaging.Package]::Open($script:Package, 'Open', 'Read')
        try {
            $manifest = @($package.GetRelationshipsByType('http://schemas.microsoft.com/packaging/2010/07/manifest'))
            "$($manifest.TargetUri)" | Should -BeExactly '/ConnectOutbound.nuspec'
            $package.PackageProperties.Identifier | Should -BeExactly 'ConnectOutbound'
            $package.PackageProperties.Version | Should -BeExactly $script:Data.ModuleVersion
            $package.PackageProperties.Creator | Should -BeExactly $script:Data.Author
            # An entry that has no content type is no part.
            @($package.GetParts()).Count | Should -Be ($script:Entries.Count - 1)
        }
        finally {
            $package.Close()
        }
    }

    It 'keeps the prerelease label of a manifest that has one' {
        $manifest = @{ ModuleVersion = '1.2.3'; PrivateData = @{ PSData = @{ Prerelease = 'beta1' } } }
        Get-ModuleVersion $manifest | Should -BeExactly '1.2.3-beta1'
    }

    It 'is not made of files whose names a package would have to write in another way' {
        $folder = (New-Item (Join-Path $TestDrive 'odd') -ItemType Directory).FullName
        Set-Content (Join-Path $folder 'odd.psd1') '@{ ModuleVersion = "1.0" }'
        Set-Content (Join-Path $folder 'with blank.txt') 'x'
        { New-ModulePackage -ModuleFolder $folder -Path (Join-Path $TestDrive 'odd.1.0.nupkg') } | Should -Throw "*'with blank.txt'*"
    }

    It 'is unpacked to what an installation has' {
        $unpacked = Expand-ModulePackage -Path $script:Package -Destination (Join-Path $TestDrive 'unpacked')
        Split-Path $unpacked -Leaf | Should -BeExactly $script:Data.ModuleVersion
        Compare-Object @(Get-Digest $unpacked) @(Get-Digest $script:ModuleFolder) | Should -BeNullOrEmpty
    }
}

Describe 'The module under test' {
    It 'is what was staged, byte for byte' {
        # Get-ModuleFile leaves out the one file that PSResourceGet adds.
        Compare-Object @(Get-Digest $script:StagedFolder) @(Get-Digest $script:ModuleFolder) | Should -BeNullOrEmpty
    }

    It 'is imported by name, explains itself, completes, and sends with a journal, in a session that knows only its folder' {
        $alone = @{ PSModulePath = "$script:ModulePath$([System.IO.Path]::PathSeparator)$PSHOME/Modules" }
        $seen = Invoke-ChildJson -NoImport -Environment $alone -Script @"
Import-Module ConnectOutbound
`$with = @{
    InstanceId = '$script:InstanceId'; ContactFlowId = '$script:FlowId'; Source = '$script:SourceArn'; Channel = 'SMS'; Message = 'Hello'
    EndpointUrl = (Start-ConnectOutboundSandbox).EndpointUrl; RunName = 'first'; JournalPath = '$TestDrive/journal.db'
}
[pscustomobject]@{
    Base = (Get-Module ConnectOutbound).ModuleBase
    Help = (Get-Help Start-ConnectOutboundChat).PSObject.TypeNames
    Topic = (Get-Help about_ConnectOutbound | Out-String).Length
    Command = (TabExpansion2 'Start-ConnectOutboundC').CompletionMatches.CompletionText
    Value = (TabExpansion2 'Start-ConnectOutboundChat -Channel ').CompletionMatches.CompletionText
    Sent = "`$(('+12065550100' | Start-ConnectOutboundChat @with).Status)"
    Again = "`$(('+12065550100' | Start-ConnectOutboundChat @with).Status)"
} | ConvertTo-Json -Compress
"@
        $seen.Base | Should -BeExactly $script:ModuleFolder
        if (-not $env:CONNECTOUTBOUND_TEST_WITHOUT_HELP) {
            $seen.Help | Should -Contain 'MamlCommandHelpInfo'
        }
        $seen.Topic | Should -BeGreaterThan 1000
        $seen.Command | Should -BeExactly 'Start-ConnectOutboundChat'
        $seen.Value | Should -BeExactly 'SMS', 'WhatsApp'
        $seen.Sent | Should -BeExactly 'Started'
        $seen.Again | Should -BeExactly 'AlreadyStarted'
    }
}

Describe 'A repository that is a folder' {
    BeforeAll {
        $script:WhyNot = if ($IsWindows) { "the folders in which PSResourceGet installs cannot be turned aside from the user's own on Windows" }
        elseif (-not (Get-Module Microsoft.PowerShell.PSResourceGet -ListAvailable)) { 'PSResourceGet is not installed' }
        if ($script:WhyNot) {
            return
        }
        $repository = (New-Item (Join-Path $TestDrive 'repository') -ItemType Directory).FullName
        $script:Gallery = (New-Item (Join-Path $TestDrive 'gallery') -ItemType Directory).FullName
        Copy-Item $script:Package $repository
        # Nobody imports the older one: it goes without its private assemblies.
        $older = Join-Path $TestDrive 'older/ConnectOutbound'
        $null = New-Item (Split-Path $older) -ItemType Directory
        Copy-Item $script:ModuleFolder $older -Recurse
        Remove-Item (Join-Path $older 'bin/private') -Recurse
        $manifest = Join-Path $older 'ConnectOutbound.psd1'
        (Get-Content $manifest -Raw) -replace "(?m)^(\s*ModuleVersion = )'.*'", "`$1'0.0.1'" | Set-Content $manifest -NoNewline
        New-ModulePackage -ModuleFolder $older -Path (Join-Path $repository 'ConnectOutbound.0.0.1.nupkg')

        $data = (New-Item (Join-Path $TestDrive 'home/.local/share') -ItemType Directory -Force).FullName
        $installer = (Get-Module Microsoft.PowerShell.PSResourceGet -ListAvailable | Sort-Object Version -Descending | Select-Object -First 1).ModuleBase
        $environment = @{
            HOME          = Join-Path $TestDrive 'home'
            XDG_DATA_HOME = $data
            # The folder that holds all versions of PSResourceGet, or the one that holds PSResourceGet.
            PSModulePath  = (Split-Path $installer), (Split-Path (Split-Path $installer)), "$PSHOME/Modules" -join [System.IO.Path]::PathSeparator
        }
        # A step that fails ends none of the others.
        $script:Seen = Invoke-ChildJson -NoImport -Environment $environment -Script @"
`$ErrorActionPreference = 'Stop'
function Invoke-Step([scriptblock] `$Step) { try { & `$Step } catch { @{ Error = "`$_" } } }
Register-PSResourceRepository -Name local -Uri '$repository'
Register-PSResourceRepository -Name gallery -Uri '$script:Gallery'
try {
    `$seen = @{
        Found   = Invoke-Step {
            `$found = Find-PSResource ConnectOutbound -Repository local
            @{
                Type = "`$(`$found.Type)"
                Version = "`$(`$found.Version)"
                License = "`$(`$found.LicenseUri)"
                ByTag = @((Find-PSResource -Tag WhatsApp -Repository local).Name)
            }
        }
        Publish = Invoke-Step { @{ Said = @(Publish-PSResource -NupkgPath '$script:Package' -Repository gallery *>&1 | ForEach-Object { "`$_" }) } }
        Updated = Invoke-Step {
            Install-PSResource ConnectOutbound -Version '[0.0.1]' -Repository local -TrustRepository -Scope CurrentUser
            `$before = "`$((Get-Module ConnectOutbound -ListAvailable).Version)"
            Update-PSResource ConnectOutbound -Repository local -TrustRepository
            Import-Module ConnectOutbound
            @{
                Before = `$before
                After = @(Get-InstalledPSResource ConnectOutbound | ForEach-Object { "`$(`$_.Version)" })
                Imported = "`$((Get-Module ConnectOutbound).Version)"
                Works = (Start-ConnectOutboundSandbox).IsRunning
            }
        }
    }
}
finally {
    Unregister-PSResourceRepository -Name local, gallery
}
`$seen | ConvertTo-Json -Compress -Depth 4
"@
    }

    It 'offers the module, by its name and by a tag' {
        if ($script:WhyNot) {
            Set-ItResult -Skipped -Because $script:WhyNot
            return
        }
        $script:Seen.Found.Error | Should -BeNullOrEmpty
        $script:Seen.Found.Type | Should -BeExactly 'Module'
        $script:Seen.Found.Version | Should -BeExactly $script:Data.ModuleVersion
        $script:Seen.Found.License | Should -BeExactly 'https://opensource.org/license/mit'
        $script:Seen.Found.ByTag | Should -BeExactly 'ConnectOutbound'
    }

    It 'takes the package when it is published, as a gallery does' {
        if ($script:WhyNot) {
            Set-ItResult -Skipped -Because $script:WhyNot
            return
        }
        $script:Seen.Publish.Error | Should -BeNullOrEmpty
        $script:Seen.Publish.Said | Should -BeNullOrEmpty
        (Get-FileHash (Join-Path $script:Gallery '*.nupkg')).Hash | Should -BeExactly (Get-FileHash $script:Package).Hash
    }

    It 'brings an older version up to date' {
        if ($script:WhyNot) {
            Set-ItResult -Skipped -Because $script:WhyNot
            return
        }
        $script:Seen.Updated.Error | Should -BeNullOrEmpty
        $script:Seen.Updated.Before | Should -BeExactly '0.0.1'
        $script:Seen.Updated.After | Should -BeExactly $script:Data.ModuleVersion, '0.0.1'
        $script:Seen.Updated.Imported | Should -BeExactly $script:Data.ModuleVersion
        $script:Seen.Updated.Works | Should -BeTrue
    }
}
