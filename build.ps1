<#
.SYNOPSIS
    Builds, tests, documents, packages, demonstrates and measures the module.
.DESCRIPTION
    Build    compiles and stages the module at output/ConnectOutbound, with its help (the default)
    Test     packages the module, installs the package below output/installed, runs the xunit projects and, against what is installed there,
             Pester, then PSScriptAnalyzer. With -Name it runs the Pester files and the xunit classes whose names contain that text, against
             the staged module, and packages nothing
    Docs     turns docs/en-US into the module's help; fails where the help is not complete
    Package  makes output/packages/ConnectOutbound.VERSION.nupkg. Install-PSResource takes it from that folder when that is registered as a
             repository; Publish-PSResource -NupkgPath takes it to a gallery
    Demo     sends samples/contacts.csv to a sandbox and prints the results
    Bench    measures the module beside what people use instead, and writes the table of docs/performance.md; about fifteen minutes, on a machine
             that does nothing else

    Pester, Microsoft.PowerShell.PlatyPS, Microsoft.PowerShell.PSResourceGet and PSScriptAnalyzer are taken where they are installed, else from
    the PowerShell Gallery into output/modules; Pester also from the NuGet feeds of this computer. Where none of this is possible, the task says
    what it left out. Nothing is installed for the user.
.EXAMPLE
    ./build.ps1 -Task Test
.EXAMPLE
    ./build.ps1 -Task Test -Name Pacer
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Docs', 'Package', 'Demo', 'Bench')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # Runs only the tests with this text in the name of their file or class.
    [string] $Name
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$ProgressPreference = 'SilentlyContinue'

. "$PSScriptRoot/tools/BuildTools.ps1"
. "$PSScriptRoot/tools/PackageTools.ps1"
. "$PSScriptRoot/tools/PowerShell.ps1"
. "$PSScriptRoot/tools/TestTools.ps1"

$script:Root = $PSScriptRoot
$script:BuildConfiguration = $Configuration
$script:TestName = $Name
$script:Output = Join-Path $Root 'output'
$script:Staged = Join-Path $Output 'ConnectOutbound'
$script:Manifest = Import-PowerShellDataFile (Join-Path $Root 'ConnectOutbound.psd1')
$script:WithoutPlatyPS = 'Microsoft.PowerShell.PlatyPS is not installed, and cannot be downloaded from the gallery'
$script:Package = Join-Path $Output "packages/ConnectOutbound.$(Get-ModuleVersion $Manifest).nupkg"

function Invoke-BuildTask {
    Invoke-Native dotnet build (Join-Path $Root 'ConnectOutbound.slnx') --configuration $BuildConfiguration --nologo --verbosity quiet
    Publish-StagedModule
    if (Import-BuildModule Microsoft.PowerShell.PlatyPS) {
        Publish-StagedHelp
    }
    else {
        Write-Host "Left out: the help of the cmdlets ($WithoutPlatyPS)." -ForegroundColor Yellow
    }
    Write-Host "Staged: $Staged"
}

function Publish-StagedModule {
    $built = Join-Path $Output "build/bin/ConnectOutbound.Commands/$($BuildConfiguration.ToLowerInvariant())"
    if (Test-Path $Staged) {
        Remove-Item $Staged -Recurse -Force
    }
    $private = Join-Path $Staged 'bin/private'
    $null = New-Item $private -ItemType Directory -Force
    $source = Join-Path $Root 'src/ConnectOutbound'
    Copy-Item (Join-Path $Root 'ConnectOutbound.psd1'), (Join-Path $Root 'LICENSE'), (Join-Path $Root 'NOTICE'), (Join-Path $Root 'CHANGELOG.md') $Staged
    Copy-Item (Join-Path $source 'ConnectOutbound.psm1'), (Join-Path $source '*.ps1xml') $Staged
    Copy-Item (Join-Path $source 'types') $Staged -Recurse
    Publish-StagedTopic
    Copy-Item (Join-Path $built 'ConnectOutbound.dll') (Join-Path $Staged 'bin')
    Copy-Item (Join-Path $built "ConnectOutbound.Loader.$($Manifest.ModuleVersion).dll") (Join-Path $Staged 'bin/ConnectOutbound.Loader.dll')
    # PowerShell has its own System.Management.Automation, and what scripts see is in the folder above.
    Get-ChildItem $built -Filter *.dll |
        Where-Object Name -NotIn 'ConnectOutbound.dll', 'System.Management.Automation.dll' |
        Where-Object Name -NotLike 'ConnectOutbound.Loader.*' |
        Copy-Item -Destination $private
    # Native SQLite, for the platforms that PowerShell 7 is built for; not for 32 bits.
    foreach ($platform in 'win-x64', 'win-arm64', 'linux-x64', 'linux-arm64', 'linux-musl-x64', 'osx-x64', 'osx-arm64') {
        $native = Join-Path $built "runtimes/$platform/native"
        if (Test-Path $native) {
            $target = New-Item (Join-Path $private "runtimes/$platform/native") -ItemType Directory -Force
            Get-ChildItem $native -Exclude *.a | Copy-Item -Destination $target
        }
    }
}

function Invoke-DocsTask {
    if (-not (Import-BuildModule Microsoft.PowerShell.PlatyPS)) {
        throw "${WithoutPlatyPS}: the help cannot be built."
    }
    if (Test-Path $Staged) {
        Publish-StagedTopic
        Publish-StagedHelp
        Write-Host "Help: $(Join-Path $Staged 'en-US')"
    }
    else {
        Invoke-BuildTask
    }
}

function Publish-StagedHelp {
    Export-ModuleHelp -MarkdownFolder (Join-Path $Root 'docs/en-US') -HelpFolder (Join-Path $Staged 'en-US')
}

function Publish-StagedTopic {
    $help = Join-Path $Staged 'en-US'
    $null = New-Item $help -ItemType Directory -Force
    Copy-Item (Join-Path $Root 'docs/en-US/about_*.help.txt') $help
}

function Invoke-TestTask {
    $results = Join-Path $Output 'test'
    if (Test-Path $results) {
        Remove-Item $results -Recurse -Force
    }
    $null = New-Item $results -ItemType Directory
    $script:LeftOut = @()
    # Most processes of the tests end before code that was compiled a second time, by profile, has paid for itself.
    $env:DOTNET_TieredPGO = '0'
    if ($TestName) {
        Invoke-BuildTask
        $module = $Staged
    }
    else {
        Invoke-PackageTask
        $module = Install-TestModule
    }
    $failedRuns = @(Invoke-TestSuite -Module $module -ResultsFolder $results)
    foreach ($part in $LeftOut) {
        Write-Host "Left out: $part." -ForegroundColor Yellow
    }
    $sum = Get-TestSum -ResultsFolder $results
    foreach ($run in $failedRuns) {
        Write-Host "Failed: $run" -ForegroundColor Red
    }
    Write-Host "$($sum.Passed) passed, $($sum.Failed) failed, $($sum.Skipped) skipped"
    if ($sum.Failed -gt 0 -or $failedRuns.Count -gt 0 -or $sum.Passed -eq 0) {
        exit 1
    }
}

function Install-TestModule {
    # Gives the folder of the module that was installed from the package.
    $installed = Join-Path $Output 'installed'
    if (Test-Path $installed) {
        Remove-Item $installed -Recurse -Force
    }
    if (Import-BuildModule Microsoft.PowerShell.PSResourceGet -NoImport) {
        $module = Install-ModulePackage -Path $Package -Destination $installed
    }
    else {
        $module = Expand-ModulePackage -Path $Package -Destination $installed
        $script:LeftOut += 'installing with PSResourceGet (it is not installed, and cannot be downloaded from the gallery); the package was unpacked instead'
    }
    Write-Host "Installed: $module"
    $module
}

function Invoke-TestSuite {
    # Gives the names of the suites that failed.
    param([string] $Module, [string] $ResultsFolder)
    $suites = @(Get-XunitSuite -ResultsFolder $ResultsFolder -Name $TestName)
    if (Import-BuildModule Pester -NoImport) {
        $hasHelp = Import-BuildModule Microsoft.PowerShell.PlatyPS -NoImport
        if (-not $hasHelp) {
            $script:LeftOut += "the help of the cmdlets, and its tests ($WithoutPlatyPS)"
        }
        $suites += @(Get-PesterSuite -ModuleFolder $Module -ResultsFolder $ResultsFolder -Name $TestName -WithoutHelp:(-not $hasHelp))
    }
    else {
        $script:LeftOut += 'the Pester suite (Pester is not installed, and cannot be downloaded from the gallery or a NuGet feed)'
    }
    if ($suites -and -not $TestName) {
        if (Import-BuildModule PSScriptAnalyzer -NoImport) {
            $suites += Get-AnalyzerSuite
        }
        else {
            $script:LeftOut += 'the script analyzer (PSScriptAnalyzer is not installed, and cannot be downloaded from the gallery)'
        }
    }
    if ($suites) {
        Invoke-SuiteProcess $suites
    }
    elseif ($TestName) {
        Write-Host "No test file and no test class has '$TestName' in its name." -ForegroundColor Yellow
    }
}

function Invoke-PackageTask {
    Invoke-BuildTask
    New-ModulePackage -ModuleFolder $Staged -Path $Package
    Write-Host "Packaged: $Package"
}

function Invoke-DemoTask {
    Invoke-BuildTask
    Invoke-Native @(Get-PowerShell) -NoProfile -File (Join-Path $Root 'samples/quickstart.ps1')
}

function Invoke-BenchTask {
    Invoke-BuildTask
    $bench = Join-Path $Root 'tests/Benchmarks/Invoke-Benchmark.ps1'
    Invoke-Native @(Get-PowerShell) -NoProfile -File $bench -ModuleFolder $Staged -Document (Join-Path $Root 'docs/performance.md')
}

foreach ($step in $Task) {
    & "Invoke-${step}Task"
}
