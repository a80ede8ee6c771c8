<#
.SYNOPSIS
    Installs a module package with PSResourceGet, apart from the user's own modules.
.DESCRIPTION
    Registers the package's folder as a repository, finds the module there, installs it for the current user, and puts out the folder where it is then.

    Wants a process of its own whose HOME is another folder than the user's (Install-ModulePackage in PackageTools.ps1 starts it so): there is then
    what is installed, and there PSResourceGet notes its repositories. Windows does not let that be turned aside: there the module is saved to
    the folder instead, and the repository is registered, under a name of its own, until the script ends.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Package,

    # The folder that HOME is, on Linux and macOS.
    [Parameter(Mandatory)]
    [string] $Destination
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version Latest

$file = Get-Item $Package
if (-not $IsWindows -and $env:HOME -ne $Destination) {
    throw "HOME is not '$Destination': the module would be installed for the user."
}
$id, $version = $file.BaseName -split '\.', 2
$repository = "ConnectOutbound-$([guid]::NewGuid())"
Register-PSResourceRepository -Name $repository -Uri $file.DirectoryName
try {
    $from = @{ Name = $id; Version = "[$version]"; Repository = $repository; Prerelease = $version.Contains('-') }
    $found = Find-PSResource @from
    if ($IsWindows) {
        $installed = Save-PSResource @from -TrustRepository -Path $Destination -IncludeXml -PassThru
    }
    else {
        $installed = Install-PSResource @from -TrustRepository -Scope CurrentUser -Reinstall -PassThru
    }
    if (-not $found -or -not $installed) {
        throw "There is no $id $version in $($file.DirectoryName)."
    }
}
finally {
    Unregister-PSResourceRepository -Name $repository
}
# It is below a folder whose name begins with a dot.
(Get-ChildItem $Destination -Recurse -Force -Filter "$id.psd1" | Select-Object -First 1).DirectoryName
