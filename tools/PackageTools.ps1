# How the module becomes a package, and a package an installed module.

function New-ModulePackage {
    # A module package is a NuGet package: the module's folder, a nuspec from its manifest, and the parts of the Open Packaging Conventions.
    # The same folder gives the same bytes: entries are in order and of one time, and no part has a name by chance.
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A step of the build.')]
    param([string] $ModuleFolder, [string] $Path)
    $manifest = Get-Item (Join-Path $ModuleFolder '*.psd1')
    $id = $manifest.BaseName
    $data = Import-PowerShellDataFile $manifest
    $properties = 'package/services/metadata/core-properties/nuget.psmdcp'
    $files = Get-ModuleFile $ModuleFolder
    $text = [ordered]@{
        '_rels/.rels'         = Get-PackageRelationship -Id $id -PropertiesPart $properties
        "$id.nuspec"          = Get-ModuleNuspec -Id $id -Manifest $data
        '[Content_Types].xml' = Get-PackageContentType -Name @("$id.nuspec"; $files.Keys)
        $properties           = Get-PackageProperty -Id $id -Manifest $data
    }
    $null = New-Item (Split-Path $Path) -ItemType Directory -Force
    $stream = [System.IO.File]::Create($Path)
    try {
        $zip = [System.IO.Compression.ZipArchive]::new($stream, 'Create')
        foreach ($name in $text.Keys) {
            Add-PackageEntry -Zip $zip -Name $name -Bytes ([System.Text.UTF8Encoding]::new($false).GetBytes($text[$name]))
        }
        foreach ($name in $files.Keys) {
            Add-PackageEntry -Zip $zip -Name $name -Bytes ([System.IO.File]::ReadAllBytes($files[$name]))
        }
        $zip.Dispose()
    }
    finally {
        $stream.Dispose()
    }
}

function Get-ModuleFile {
    # The files of a module by their names in a package, in the same order on every computer.
    param([string] $ModuleFolder)
    $root = (Resolve-Path $ModuleFolder).ProviderPath
    $files = [System.Collections.Generic.SortedDictionary[string, string]]::new([System.StringComparer]::Ordinal)
    foreach ($file in Get-ChildItem $root -Recurse -File -Force) {
        $name = [System.IO.Path]::GetRelativePath($root, $file.FullName).Replace('\', '/')
        if ($name -eq 'PSGetModuleInfo.xml') {
            # What PSResourceGet leaves beside an installed module.
            continue
        }
        if ($name -notmatch '^[\w./-]+$') {
            throw "'$name' would have to be written in another way in a package: letters, digits, '.', '-' and '_' need not."
        }
        $files.Add($name, $file.FullName)
    }
    $files
}

function Add-PackageEntry {
    param([System.IO.Compression.ZipArchive] $Zip, [string] $Name, [byte[]] $Bytes)
    $entry = $Zip.CreateEntry($Name, [System.IO.Compression.CompressionLevel]::SmallestSize)
    # The first time that a zip archive can hold.
    $entry.LastWriteTime = [System.DateTimeOffset]::new(1980, 1, 1, 0, 0, 0, [timespan]::Zero)
    # An ordinary file that its owner can write and everybody can read.
    $entry.ExternalAttributes = 0x81A4 -shl 16
    $target = $entry.Open()
    $target.Write($Bytes, 0, $Bytes.Length)
    $target.Dispose()
}

function Get-ModuleNuspec {
    # What galleries and feeds know of a package.
    param([string] $Id, [hashtable] $Manifest)
    $gallery = $Manifest.PrivateData.PSData
    $metadata = [ordered]@{
        id                       = $Id
        version                  = Get-ModuleVersion $Manifest
        authors                  = $Manifest.Author
        owners                   = $Manifest.CompanyName
        requireLicenseAcceptance = 'false'
        licenseUrl               = $gallery['LicenseUri']
        projectUrl               = $gallery['ProjectUri']
        iconUrl                  = $gallery['IconUri']
        description              = $Manifest.Description
        releaseNotes             = $gallery['ReleaseNotes']
        copyright                = $Manifest.Copyright
        tags                     = (Get-ModuleTag $Manifest) -join ' '
    }
    $elements = @($metadata.Keys | Where-Object { $metadata[$_] } | ForEach-Object { "    <$_>$(ConvertTo-XmlText $metadata[$_])</$_>" })
    @(
        '<?xml version="1.0" encoding="utf-8"?>'
        '<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">'
        '  <metadata>'
        $elements
        '  </metadata>'
        '</package>'
    ) -join "`n"
}

function Get-ModuleVersion {
    # The manifest has a prerelease label in a place of its own.
    param([hashtable] $Manifest)
    (@($Manifest.ModuleVersion, $Manifest.PrivateData.PSData['Prerelease']) | Where-Object { $_ }) -join '-'
}

function Get-ModuleTag {
    # A gallery finds a module by its edition and its commands where they are among its tags. (A folder is asked for the manifest's tags alone.)
    param([hashtable] $Manifest)
    $cmdlets = $Manifest.CmdletsToExport
    $tags = @(
        'PSModule'
        $Manifest.PrivateData.PSData.Tags
        $Manifest.CompatiblePSEditions | ForEach-Object { "PSEdition_$_" }
        'PSIncludes_Cmdlet'
        $cmdlets | ForEach-Object { "PSCmdlet_$_" }
        $cmdlets | ForEach-Object { "PSCommand_$_" }
    )
    $tags | Select-Object -Unique
}

function Get-PackageRelationship {
    # Where a reader of the package finds the nuspec and the properties.
    param([string] $Id, [string] $PropertiesPart)
    @(
        '<?xml version="1.0" encoding="utf-8"?>'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        "  <Relationship Type=`"http://schemas.microsoft.com/packaging/2010/07/manifest`" Target=`"/$Id.nuspec`" Id=`"Manifest`" />"
        "  <Relationship Type=`"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties`" " +
            "Target=`"/$PropertiesPart`" Id=`"Properties`" />"
        '</Relationships>'
    ) -join "`n"
}

function Get-PackageContentType {
    # Every part has a type: by its extension or, where it has none, by its name.
    param([string[]] $Name)
    $extensions = $Name | ForEach-Object { [System.IO.Path]::GetExtension($_).TrimStart('.') } | Where-Object { $_ } | Sort-Object -Unique -Culture ''
    $bare = $Name | Where-Object { -not [System.IO.Path]::GetExtension($_) }
    @(
        '<?xml version="1.0" encoding="utf-8"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />'
        '  <Default Extension="psmdcp" ContentType="application/vnd.openxmlformats-package.core-properties+xml" />'
        $extensions | ForEach-Object { "  <Default Extension=`"$_`" ContentType=`"application/octet`" />" }
        $bare | ForEach-Object { "  <Override PartName=`"/$_`" ContentType=`"application/octet`" />" }
        '</Types>'
    ) -join "`n"
}

function Get-PackageProperty {
    # The same in the words of the Open Packaging Conventions.
    param([string] $Id, [hashtable] $Manifest)
    @(
        '<?xml version="1.0" encoding="utf-8"?>'
        '<coreProperties xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "  <dc:creator>$(ConvertTo-XmlText $Manifest.Author)</dc:creator>"
        "  <dc:description>$(ConvertTo-XmlText $Manifest.Description)</dc:description>"
        "  <dc:identifier>$Id</dc:identifier>"
        "  <version>$(Get-ModuleVersion $Manifest)</version>"
        "  <keywords>$(ConvertTo-XmlText ((Get-ModuleTag $Manifest) -join ' '))</keywords>"
        '</coreProperties>'
    ) -join "`n"
}

function ConvertTo-XmlText {
    param([string] $Text)
    [System.Security.SecurityElement]::Escape($Text)
}

function Expand-ModulePackage {
    # Unpacks a package to what an installation has: without the parts that only a package needs. Gives the module's folder.
    param([string] $Path, [string] $Destination)
    $zip = [System.IO.Compression.ZipFile]::OpenRead($Path)
    try {
        $nuspec = $zip.Entries | Where-Object FullName -Like '*.nuspec'
        $reader = [System.IO.StreamReader]::new($nuspec.Open())
        $metadata = ([xml]$reader.ReadToEnd()).package.metadata
        $reader.Dispose()
        # The folder has the version without its prerelease label.
        $folder = Join-Path $Destination "$($metadata.id)/$(($metadata.version -split '-')[0])"
        foreach ($entry in $zip.Entries | Where-Object FullName -NotMatch '^_rels/|^package/|^\[Content_Types\]\.xml$|\.nuspec$') {
            $target = Join-Path $folder $entry.FullName
            $null = New-Item (Split-Path $target) -ItemType Directory -Force
            [System.IO.Compression.ZipFileExtensions]::ExtractToFile($entry, $target, $true)
        }
    }
    finally {
        $zip.Dispose()
    }
    $folder
}

function Install-ModulePackage {
    # Installs a package with PSResourceGet for nobody: below a folder that stands for the user's home (not on Windows). Gives the module's folder.
    param([string] $Path, [string] $Destination)
    # PSResourceGet installs below HOME, and notes its repositories below XDG_DATA_HOME; in the current folder where that is not there.
    $data = New-Item (Join-Path $Destination '.local/share') -ItemType Directory -Force
    $before = $env:HOME, $env:XDG_DATA_HOME
    try {
        $env:HOME = (Resolve-Path $Destination).ProviderPath
        $env:XDG_DATA_HOME = $data.FullName
        $said = @(Invoke-PowerShell -NoProfile -NonInteractive -File "$PSScriptRoot/Install-Package.ps1" -Package $Path -Destination $env:HOME)
    }
    finally {
        $env:HOME, $env:XDG_DATA_HOME = $before
    }
    if ($LASTEXITCODE -ne 0 -or -not $said) {
        throw "The package could not be installed: $($said -join ' ')"
    }
    $said[-1]
}
