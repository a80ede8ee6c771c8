# How the tests are run: several processes at once, and one sum.

function Get-XunitSuite {
    # One suite a project, as Invoke-SuiteProcess takes it, the largest first. With a name, only the projects that have a folder or a class of such a name.
    param([string] $ResultsFolder, [string] $Name)
    $tests = Join-Path $Root 'tests'
    $projects = Get-ChildItem $tests -Recurse -Filter '*.Tests.csproj' |
        Sort-Object { (Get-ChildItem $_.DirectoryName -Recurse -Filter *.cs).Count } -Descending
    foreach ($project in $projects) {
        $classes = Get-ChildItem $project.DirectoryName -Recurse -Filter *.cs |
            ForEach-Object { [System.IO.Path]::GetRelativePath($tests, $_.FullName) -replace '[\\/]', '.' -replace '\.cs$' }
        if ($Name -and -not ($classes -like "*$Name*")) {
            continue
        }
        $assembly = Join-Path $Output "build/bin/$($project.BaseName)/$($BuildConfiguration.ToLowerInvariant())/$($project.BaseName).dll"
        $arguments = @('test', $assembly, '--nologo', '--logger', "trx;LogFileName=$($project.BaseName).trx", '--results-directory', $ResultsFolder)
        if ($Name) {
            $arguments += '--filter', "FullyQualifiedName~$Name"
        }
        @{ Name = $project.BaseName; Command = @('dotnet') + $arguments }
    }
}

function Get-PesterSuite {
    # The Pester files in four suites of about the same size. With a name, only the files of such a name.
    param([string] $ModuleFolder, [string] $ResultsFolder, [string] $Name, [switch] $WithoutHelp)
    $parts = @(), @(), @(), @()
    $index = 0
    foreach ($file in Get-ChildItem (Join-Path $Root 'tests/Pester') -Filter "*$Name*.Tests.ps1" | Sort-Object Length, Name -Descending) {
        # The largest go to the first to the last, the next ones to the last to the first, and so on.
        $place = $index % 4
        $parts[$index % 8 -lt 4 ? $place : 3 - $place] += $file.Name -replace '\.Tests\.ps1$'
        $index++
    }
    foreach ($part in 0..3) {
        if ($parts[$part]) {
            $title = "Pester-$($part + 1)"
            $arguments = @('-ModuleFolder', $ModuleFolder, '-ResultFile', (Join-Path $ResultsFolder "$title.xml"), '-Name', ($parts[$part] -join ','))
            if ($ModuleFolder -ne $Staged) {
                $arguments += '-Package', $Package, '-StagedFolder', $Staged
            }
            if ($WithoutHelp) {
                $arguments += '-WithoutHelp'
            }
            # A process of its own: assemblies stay loaded until their process ends.
            @{ Name = $title
                Command = @(Get-PowerShell) + @('-NoProfile', '-NonInteractive', '-File', (Join-Path $Root 'tests/Pester/Invoke-Suite.ps1')) + $arguments }
        }
    }
}

function Invoke-SuiteProcess {
    # Runs suites beside each other, the first ones first, and prints each when it has ended. Gives the names of those that failed.
    param([hashtable[]] $Suite)
    # Tests wait, too: one process more than there are processors.
    $Suite | ForEach-Object -ThrottleLimit ([System.Environment]::ProcessorCount + 1) -Parallel {
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $program, $arguments = $_.Command
        $said = & $program @arguments 2>&1 | Out-String
        @{ Name = $_.Name; Failed = $LASTEXITCODE -ne 0; Said = $said.Trim(); Seconds = $watch.Elapsed.TotalSeconds }
    } | ForEach-Object {
        Write-Host $_.Said
        Write-Host ('{0}: {1:N0} s' -f $_.Name, $_.Seconds)
        if ($_.Failed) {
            $_.Name
        }
    }
}

function Get-AnalyzerSuite {
    # The script analyzer, as Invoke-SuiteProcess runs it.
    $script = Join-Path $Root 'tools/Invoke-Analyzer.ps1'
    @{ Name = 'PSScriptAnalyzer'; Command = @(Get-PowerShell) + @('-NoProfile', '-NonInteractive', '-File', $script, '-StagedFolder', $Staged) }
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
    foreach ($file in Get-ChildItem $ResultsFolder -Filter Pester-*.json) {
        $counts = Get-Content $file -Raw | ConvertFrom-Json
        $sum.Passed += $counts.Passed
        $sum.Failed += $counts.Failed
        $sum.Skipped += $counts.Skipped
    }
    $sum
}
