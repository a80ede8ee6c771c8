# What the tasks of build.ps1 are made of.

# Versions that the project was built with; an installed module of the same major version or a later one is taken as it is.
$script:BuildModules = @{
    'Pester'                             = '6.2.0'
    'Microsoft.PowerShell.PlatyPS'       = '1.0.3'
    'Microsoft.PowerShell.PSResourceGet' = '1.2.0'
    'PSScriptAnalyzer'                   = '1.25.0'
}

# Those of them that are on nuget.org, too: a feed can often be reached where the gallery cannot.
$script:NuGetModules = @('Pester')

function Invoke-Native {
    # Runs a program and fails when it does.
    $program, $arguments = $args | ForEach-Object { $_ }
    & $program @arguments | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw "$program $($arguments -join ' ') ended with exit code $LASTEXITCODE."
    }
}

function Import-BuildModule {
    # True when the module is there; it is fetched into output/modules where the gallery, or a NuGet feed that has it, can be reached.
    param([string] $Name, [switch] $NoImport)
    $version = $BuildModules[$Name]
    $private = Join-Path $Output 'modules'
    if ($env:PSModulePath -notlike "*$private*") {
        $env:PSModulePath = $env:PSModulePath + [System.IO.Path]::PathSeparator + $private
    }
    if (-not (Find-BuildModule $Name $version)) {
        $null = New-Item $private -ItemType Directory -Force
        try {
            Save-PSResource -Name $Name -Version $version -Path $private -Repository PSGallery -TrustRepository -ErrorAction Stop
        }
        catch {
            Write-Verbose "The gallery gave no ${Name}: $_"
            if ($Name -notin $NuGetModules -or -not (Save-NuGetModule -Name $Name -Version $version -Path $private)) {
                return $false
            }
        }
    }
    if (-not $NoImport) {
        Find-BuildModule $Name $version | Import-Module -Global -Verbose:$false
    }
    return $true
}

function Save-NuGetModule {
    # Takes a module from the feeds that dotnet restore asks. True when it was there.
    param([string] $Name, [string] $Version, [string] $Path)
    $work = Join-Path $Output 'modules-restore'
    $null = New-Item $work -ItemType Directory -Force
    # Not a part of the solution, so not under its rules either.
    '<Project />' | Set-Content (Join-Path $work 'Directory.Build.props')
    @"
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <RestorePackagesPath>packages</RestorePackagesPath>
  </PropertyGroup>
  <ItemGroup>
    <PackageDownload Include="$Name" Version="[$Version]" />
  </ItemGroup>
</Project>
"@ | Set-Content (Join-Path $work 'Restore.csproj')
    $said = & dotnet restore (Join-Path $work 'Restore.csproj') --nologo --verbosity quiet
    $files = Join-Path $work "packages/$($Name.ToLowerInvariant())/$Version/tools"
    if ($LASTEXITCODE -ne 0 -or -not (Test-Path $files)) {
        Write-Verbose "The feeds gave no ${Name}: $said"
        return $false
    }
    $null = New-Item (Join-Path $Path $Name) -ItemType Directory -Force
    Copy-Item $files (Join-Path $Path "$Name/$Version") -Recurse
    return $true
}

function Find-BuildModule {
    param([string] $Name, [version] $Version)
    Get-Module $Name -ListAvailable -Verbose:$false |
        Where-Object { $_.Version.Major -ge $Version.Major } |
        Sort-Object Version -Descending |
        Select-Object -First 1
}

function Export-ModuleHelp {
    # Markdown, one file a cmdlet, becomes the MAML file that Get-Help reads. Help that is not complete is an error.
    param([string] $MarkdownFolder, [string] $HelpFolder)
    $files = @(Get-ChildItem $MarkdownFolder -Filter '*-*.md')
    $open = @($files | Select-String -Pattern '\{\{\s*Fill' -List)
    if ($open) {
        throw "The help is not complete: $($open.Path -join ', ')."
    }
    $missing = @($Manifest.CmdletsToExport | Where-Object { "$_.md" -notin $files.Name })
    if ($missing) {
        throw "There is no help for: $($missing -join ', ')."
    }
    $work = Join-Path $Output 'help'
    $null = New-Item $work -ItemType Directory -Force
    $commands = @($files.FullName | Import-MarkdownCommandHelp)
    $commands | Export-MamlCommandHelp -OutputFolder $work -Force | Out-Null
    foreach ($file in Get-ChildItem $work -Recurse -Filter '*-Help.xml') {
        Complete-Maml -Path $file.FullName -Command $commands -Destination (Join-Path $HelpFolder $file.Name)
    }
}

function Complete-Maml {
    # PlatyPS leaves out default values, writes the code of examples into their text, and links to pages that Get-Help cannot show.
    param([string] $Path, [object[]] $Command, [string] $Destination)
    $document = [System.Xml.XmlDocument]::new()
    $document.Load($Path)
    $names = [System.Xml.XmlNamespaceManager]::new($document.NameTable)
    $names.AddNamespace('command', 'http://schemas.microsoft.com/maml/dev/command/2004/10')
    $names.AddNamespace('maml', 'http://schemas.microsoft.com/maml/2004/10')
    $names.AddNamespace('dev', 'http://schemas.microsoft.com/maml/dev/2004/10')
    foreach ($node in $document.SelectNodes('//command:command', $names)) {
        $name = $node.SelectSingleNode('command:details/command:name', $names).InnerText
        $help = $Command | Where-Object Title -EQ $name
        foreach ($parameter in $node.SelectNodes('command:parameters/command:parameter', $names)) {
            $parameterName = $parameter.SelectSingleNode('maml:name', $names).InnerText
            $default = $parameter.AppendChild($document.CreateElement('dev', 'defaultValue', $names.LookupNamespace('dev')))
            $default.InnerText = ($help.Parameters | Where-Object Name -EQ $parameterName).DefaultValue
        }
        foreach ($paragraph in $node.SelectNodes('.//maml:description/maml:para | .//maml:alert/maml:para', $names)) {
            $paragraph.InnerText = Join-Line $paragraph.InnerText
        }
        $examples = $node.SelectNodes('command:examples/command:example', $names)
        for ($i = 0; $i -lt $examples.Count; $i++) {
            Write-MamlExample -Document $document -Names $names -Example $examples[$i] -Markdown $help.Examples[$i].Remarks
        }
        # Get-Help finds a command by its name, and other pages of the repository not at all.
        foreach ($link in $node.SelectNodes("command:relatedLinks/maml:navigationLink[not(contains(maml:uri, '://'))]", $names)) {
            if ($link.SelectSingleNode('maml:linkText', $names).InnerText -in $Command.Title) {
                $link.SelectSingleNode('maml:uri', $names).InnerText = ''
            }
            else {
                $null = $link.ParentNode.RemoveChild($link)
            }
        }
    }
    $settings = [System.Xml.XmlWriterSettings]@{ NewLineChars = "`n"; Encoding = [System.Text.UTF8Encoding]::new($false) }
    $writer = [System.Xml.XmlWriter]::Create($Destination, $settings)
    try {
        $document.Save($writer)
    }
    finally {
        $writer.Dispose()
    }
}

function Join-Line {
    # Lines of a paragraph become one: the console wraps by its own width. Blocks of code and items of lists stay as they are.
    param([string] $Text)
    -join @($Text -replace "`r`n", "`n" -split '(?s)(```.*?```)' | ForEach-Object {
            if ($_.StartsWith('```')) { $_ } else { $_ -replace '(?<!\n)\n(?!\n|- |$) *', ' ' }
        })
}

function Write-MamlExample {
    # The first block of code is the example's code; what stands before it introduces, what stands behind it explains.
    param([System.Xml.XmlDocument] $Document, [System.Xml.XmlNamespaceManager] $Names, [System.Xml.XmlElement] $Example, [string] $Markdown)
    $before, $code, $after = $Markdown -replace "`r`n", "`n" -split '(?s)```powershell\n(.*?)\n```', 2
    $explained = (Join-Line $after) -replace '(?s)```\w*\n(.*?)\n```', '$1'
    foreach ($part in @{ introduction = $before }, @{ remarks = $explained }) {
        $element = $Example.SelectSingleNode("maml:$($part.Keys)|dev:$($part.Keys)", $Names)
        $element.RemoveAll()
        $paragraphs = @("$($part.Values)".Trim() -split '\n{2,}' | Where-Object { $_ })
        # The empty one keeps the next example apart.
        foreach ($paragraph in $paragraphs + @(if ($part.Keys -eq 'remarks') { '' })) {
            $element.AppendChild($Document.CreateElement('maml', 'para', $Names.LookupNamespace('maml'))).InnerText = $paragraph
        }
    }
    $Example.SelectSingleNode('dev:code', $Names).InnerText = $code
}
