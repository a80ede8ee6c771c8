# Prints figures, and writes them into a document between its two marks.

function Format-Figure {
    param($Figure)
    $verdict = if ($Figure.Reached -is [bool]) { if ($Figure.Reached) { 'reached' } else { 'MISSED' } } else { '' }
    '{0,-8} {1}: {2}{3}' -f $verdict, $Figure.Figure, $Figure.Measured, $(if ($Figure.Line) { "  [$($Figure.Line)]" })
}

function Write-BenchDocument {
    param([string] $Path, [object[]] $Figure)
    $lines = @(
        "$((Get-Date).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)), ``./build.sh bench``, on $(Get-Machine)."
        ''
        '| figure | measured | line | |'
        '|---|---|---|---|'
        $Figure | ForEach-Object {
            $verdict = if ($_.Reached -is [bool]) { if ($_.Reached) { 'reached' } else { '**missed**' } } else { '' }
            "| $($_.Figure -replace '\|', '&#124;') | $($_.Measured) | $($_.Line) | $verdict |"
        }
    )
    $text = [System.IO.File]::ReadAllText($Path)
    $lines += @(
        ''
        '| file of the installed module | kB |'
        '|---|---|'
        Get-ModulePart | ForEach-Object { "| $($_.Name) | $([Math]::Round($_.Length / 1000).ToString('N0', [cultureinfo]::InvariantCulture)) |" }
    )
    $place = '(?s)(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)'
    if ($text -notmatch $place) {
        throw "'$Path' has no place for figures."
    }
    $written = [regex]::Replace($text, $place, ($lines -join "`n").Replace('$', '$$') + "`n")
    [System.IO.File]::WriteAllText($Path, $written)
}

function Get-Machine {
    # Processor, cores, memory, system and the versions of what was measured.
    $processor = if ($IsLinux) {
        (Select-String -Path /proc/cpuinfo -Pattern '^model name\s*:\s*(.*)$' -List).Matches.Groups[1].Value
    }
    else {
        $env:PROCESSOR_IDENTIFIER
    }
    $memory = [Math]::Round([GC]::GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9)
    $compiled = if (Test-ReadyToRun ([psobject].Assembly.Location)) { 'compiled beforehand (ReadyToRun)' } else { 'not compiled beforehand' }
    $versions = @("PowerShell $($PSVersionTable.PSVersion), $compiled", ".NET $([Environment]::Version)")
    if (Get-Command aws -ErrorAction Ignore) {
        $versions += "AWS CLI $((aws --version) -replace '^aws-cli/(\S+).*', '$1')"
    }
    if (Get-Command python3 -ErrorAction Ignore) {
        $boto3 = python3 -c 'import boto3, platform; print(f"boto3 {boto3.__version__}, Python {platform.python_version()}")' 2>$null
        if ($boto3) { $versions += $boto3 }
    }
    "$processor, $([Environment]::ProcessorCount) cores, $memory GB, " +
        "$([System.Runtime.InteropServices.RuntimeInformation]::OSDescription); $($versions -join ', ')"
}

function Test-ReadyToRun {
    # Whether an assembly brings machine code along: PowerShell's installers have such, its .NET tool has not.
    param([string] $Path)
    $stream = [System.IO.File]::OpenRead($Path)
    try {
        [System.Reflection.PortableExecutable.PEReader]::new($stream).PEHeaders.CorHeader.ManagedNativeHeaderDirectory.Size -gt 0
    }
    finally {
        $stream.Dispose()
    }
}

function Get-ModulePart {
    # Each assembly and library, largest first; what is neither, together.
    $files = Get-ChildItem $Bench.ModuleFolder -Recurse -File
    $binaries = $files | Where-Object Extension -In '.dll', '.so', '.dylib'
    $parts = @($binaries | ForEach-Object {
            $name = [System.IO.Path]::GetRelativePath($Bench.ModuleFolder, $_.FullName).Replace('\', '/')
            [pscustomobject]@{ Name = "``$name``"; Length = $_.Length }
        })
    $rest = ($files | Where-Object { $_ -notin $binaries } | Measure-Object Length -Sum).Sum
    $parts + [pscustomobject]@{ Name = 'help, views, scripts, licence'; Length = $rest } | Sort-Object Length -Descending
}
