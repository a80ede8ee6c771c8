<#
.SYNOPSIS
    Runs the Pester suite against a module: an installed one, or the staged one.
.DESCRIPTION
    Wants a process of its own: assemblies stay loaded until it ends. Writes the results as NUnit XML and, beside them, the counts as JSON.
    Ends with 1 when a test failed or none ran.
.EXAMPLE
    pwsh -NoProfile -File tests/Pester/Invoke-Suite.ps1 -ModuleFolder output/ConnectOutbound -ResultFile output/test/Pester.xml
#>
[CmdletBinding()]
param(
    # The folder that holds the manifest.
    [Parameter(Mandatory)]
    [string] $ModuleFolder,

    [Parameter(Mandatory)]
    [string] $ResultFile,

    # The package that the module was installed from, and the folder that the package was made of. Without them a package is made of ModuleFolder.
    [string] $Package,
    [string] $StagedFolder,

    # The module has no help of its cmdlets, as PlatyPS was not there to make it: its tests are skipped.
    [switch] $WithoutHelp,

    # Only the test files of these names, without .Tests.ps1; commas separate them, too.
    [string[]] $Name = '*'
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$result = $null
$temporary = [System.IO.Directory]::CreateTempSubdirectory('connectoutbound-suite-').FullName
try {
    $env:CONNECTOUTBOUND_TEST_MODULE = (Resolve-Path $ModuleFolder).ProviderPath
    $env:CONNECTOUTBOUND_TEST_PACKAGE = if ($Package) { (Resolve-Path $Package).ProviderPath }
    $env:CONNECTOUTBOUND_TEST_STAGED = if ($StagedFolder) { (Resolve-Path $StagedFolder).ProviderPath }
    $env:CONNECTOUTBOUND_TEST_WITHOUT_HELP = if ($WithoutHelp) { '1' }
    $env:CONNECTOUTBOUND_TEST_ISOLATED = '1'
    . "$PSScriptRoot/TestSupport.ps1"
    Use-IsolatedEnvironment $temporary
    $resultPath = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($ResultFile)
    $null = New-Item (Split-Path $resultPath) -ItemType Directory -Force

    Get-Module Pester -ListAvailable | Where-Object { $_.Version.Major -ge 6 } | Sort-Object Version -Descending | Select-Object -First 1 | Import-Module
    Import-StagedModule
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = @($Name -split ',' | ForEach-Object { Join-Path $PSScriptRoot "$_.Tests.ps1" } |
            Get-ChildItem | ForEach-Object FullName | Sort-Object -Unique)
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'Normal'
    $configuration.TestResult.Enabled = $true
    $configuration.TestResult.OutputFormat = 'NUnitXml'
    $configuration.TestResult.OutputPath = $resultPath
    $configuration.TestResult.TestSuiteName = 'ConnectOutbound'
    $result = Invoke-Pester -Configuration $configuration

    # Containers and blocks that fail to run hold tests that never did.
    $failed = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
    @{ Passed = $result.PassedCount; Failed = $failed; Skipped = $result.SkippedCount + $result.NotRunCount } |
        ConvertTo-Json -Compress |
        Set-Content ([System.IO.Path]::ChangeExtension($resultPath, 'json'))
    $slow = $result.Tests | Sort-Object Duration -Descending | Select-Object -First 5 |
        ForEach-Object { '{0:N1} s {1}' -f $_.Duration.TotalSeconds, $_.ExpandedPath }
    Write-Host "The slowest tests:`n  $($slow -join "`n  ")"
}
finally {
    Remove-Item $temporary -Recurse -Force -ErrorAction Ignore
}
if (-not $result -or $failed -gt 0 -or $result.PassedCount -eq 0) {
    exit 1
}
exit 0
