<#
.SYNOPSIS
    Measures the module beside what people use instead, prints a table, and writes it into docs/performance.md.
.DESCRIPTION
    Wants a machine that does nothing else. A line that is missed is printed as missed; it is no error. Takes about fifteen minutes.
.EXAMPLE
    pwsh -NoProfile -File tests/Benchmarks/Invoke-Benchmark.ps1 -ModuleFolder output/ConnectOutbound -Name Import,Size
#>
[CmdletBinding()]
param(
    # The folder that holds the manifest.
    [Parameter(Mandatory)]
    [string] $ModuleFolder,

    # Only these figures: the names of the files in Figures, without number.
    [string[]] $Name = '*',

    # The document whose table is written anew; none where it is left out.
    [string] $Document
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
. "$PSScriptRoot/../../tools/PowerShell.ps1"
. "$PSScriptRoot/BenchTools.ps1"
. "$PSScriptRoot/BenchDocument.ps1"
$script:Bench = @{
    Root         = (Resolve-Path "$PSScriptRoot/../..").ProviderPath
    ModuleFolder = (Resolve-Path $ModuleFolder).ProviderPath
    Folder       = [System.IO.Directory]::CreateTempSubdirectory('connectoutbound-bench-').FullName
}
try {
    $figures = foreach ($file in Get-ChildItem "$PSScriptRoot/Figures" -Filter *.ps1 | Sort-Object Name) {
        $short = $file.BaseName -replace '^\d+-'
        # By -File a list arrives as one text.
        if ($Name -split ',' | Where-Object { $short -like $_.Trim() }) {
            . $file.FullName | ForEach-Object {
                Write-Host (Format-Figure $_)
                $_
            }
        }
    }
    if ($Document) {
        Write-BenchDocument -Path $Document -Figure $figures
    }
    $missed = @($figures | Where-Object { $_.Reached -is [bool] -and -not $_.Reached }).Count
    $reached = @($figures | Where-Object { $_.Reached -is [bool] -and $_.Reached }).Count
    Write-Host "$reached reached, $missed missed"
}
finally {
    Remove-Item $Bench.Folder -Recurse -Force -ErrorAction Ignore
}
