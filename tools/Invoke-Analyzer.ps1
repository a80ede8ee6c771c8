<#
.SYNOPSIS
    Runs PSScriptAnalyzer on every script of the project. Ends with 1 when there is a finding.
.EXAMPLE
    pwsh -NoProfile -File tools/Invoke-Analyzer.ps1 -StagedFolder output/ConnectOutbound
#>
[CmdletBinding()]
param(
    # The folder of the staged module.
    [Parameter(Mandatory)]
    [string] $StagedFolder
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$root = Split-Path $PSScriptRoot
$output = Join-Path $root 'output'
# The manifest is checked where it is staged, because only there the files that it names are beside it.
$scripts = @(Get-ChildItem $root -Recurse -Include *.ps1, *.psm1, *.psd1 |
        Where-Object { $_.FullName -notlike "$output*" -and $_.Name -ne 'ConnectOutbound.psd1' }) +
    @(Get-Item (Join-Path $StagedFolder 'ConnectOutbound.psd1'))
$settings = Join-Path $PSScriptRoot 'PSScriptAnalyzerSettings.psd1'
$findings = @($scripts | ForEach-Object { Invoke-ScriptAnalyzer -Path $_.FullName -Settings $settings })
$findings | Format-Table Severity, RuleName, ScriptName, Line, Message -AutoSize -Wrap
Write-Output "The script analyzer checked $($scripts.Count) scripts: $($findings.Count) findings."
exit [int]($findings.Count -gt 0)
