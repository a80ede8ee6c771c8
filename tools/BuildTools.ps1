# What the tasks of build.ps1 are made of.

# Versions that the project was built with; an installed module of the same major version or a later one is taken as it is.
$script:BuildModules = @{
    'Pester'                        = '6.0.0'
    'Microsoft.PowerShell.PlatyPS'  = '1.0.3'
    'PSScriptAnalyzer'              = '1.25.0'
}

function Invoke-Native {
    # Runs a program and fails when it does.
    $program, $arguments = $args
    & $program @arguments | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw "$program $($arguments -join ' ') ended with exit code $LASTEXITCODE."
    }
}

function Import-BuildModule {
    # True when the module is there; it is fetched into output/modules where the gallery can be reached.
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
            return $false
        }
    }
    if (-not $NoImport) {
        Find-BuildModule $Name $version | Import-Module -Global -Verbose:$false
    }
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
    $files.FullName | Import-MarkdownCommandHelp | Export-MamlCommandHelp -OutputFolder $work -Force | Out-Null
    Get-ChildItem $work -Recurse -Filter '*-Help.xml' | Copy-Item -Destination $HelpFolder
}

function Invoke-Xunit {
    # Gives the names of the projects that failed.
    param([string] $ResultsFolder, [string] $Configuration)
    foreach ($project in Get-ChildItem (Join-Path $Root 'tests') -Recurse -Filter '*.Tests.csproj') {
        & dotnet test $project.FullName --configuration $Configuration --no-build --nologo --verbosity quiet --logger "trx;LogFileName=$($project.BaseName).trx" --results-directory $ResultsFolder | Out-Host
        if ($LASTEXITCODE -ne 0) {
            $project.BaseName
        }
    }
}

function Invoke-PesterSuite {
    # In a process of its own: assemblies stay loaded until their process ends. Gives what failed.
    param([string] $ResultsFolder)
    & pwsh -NoProfile -NonInteractive -File (Join-Path $Root 'tests/Pester/Invoke-Suite.ps1') -ModuleFolder $Staged -ResultFile (Join-Path $ResultsFolder 'Pester.xml') | Out-Host
    if ($LASTEXITCODE -ne 0) {
        'the Pester suite'
    }
}

function Invoke-Analyzer {
    # Gives the scripts that have findings.
    param([string] $Settings)
    $scripts = Get-ChildItem $Root -Recurse -Include *.ps1, *.psm1, *.psd1 | Where-Object FullName -NotLike "$Output*"
    $findings = @($scripts | ForEach-Object { Invoke-ScriptAnalyzer -Path $_.FullName -Settings $Settings })
    $findings | Format-Table Severity, RuleName, ScriptName, Line, Message -AutoSize -Wrap | Out-Host
    $findings.ScriptName | Sort-Object -Unique
}

function Get-TestSum {
    # Adds up what the test runners wrote.
    param([string] $ResultsFolder)
    $sum = @{ Passed = 0; Failed = 0; Skipped = 0 }
    foreach ($file in Get-ChildItem $ResultsFolder -Filter *.trx) {
        $counters = ([xml](Get-Content $file -Raw)).TestRun.ResultSummary.Counters
        $sum.Passed += [int]$counters.passed
        $sum.Failed += [int]$counters.failed + [int]$counters.error + [int]$counters.timeout + [int]$counters.aborted
        $sum.Skipped += [int]$counters.total - [int]$counters.executed
    }
    $pester = Join-Path $ResultsFolder 'Pester.json'
    if (Test-Path $pester) {
        $counts = Get-Content $pester -Raw | ConvertFrom-Json
        $sum.Passed += $counts.Passed
        $sum.Failed += $counts.Failed
        $sum.Skipped += $counts.Skipped
    }
    $sum
}

function New-ModulePackage {
    # A module package is a NuGet package: the staged folder, a nuspec from the manifest.
    param([string] $ModuleFolder, [hashtable] $Manifest, [string] $Path)
    $folder = Split-Path $Path
    $repository = "ConnectOutbound-$([guid]::NewGuid())"
    Remove-Item $Path -ErrorAction Ignore
    Register-PSResourceRepository -Name $repository -Uri ([uri]$folder) -Trusted
    try {
        Publish-PSResource -Path $ModuleFolder -Repository $repository
    }
    finally {
        Unregister-PSResourceRepository -Name $repository
    }
}
