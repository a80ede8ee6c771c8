# What the figures have in common.

$script:Contact = @{
    Source        = 'arn:aws:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001'
    InstanceId    = '11111111-2222-3333-4444-555555555555'
    ContactFlowId = 'f0000000-0000-0000-0000-000000000001'
}

function Start-StandIn {
    # An endpoint in a process of its own; ended by Stop-StandIn.
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param([int] $Latency = 0)
    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    'exec', (Get-BenchAssembly StandIn), "$Latency" | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    # It answers on the thread that was told of the request: cheaper for both sides.
    $start.Environment['DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS'] = '1'
    $process = [System.Diagnostics.Process]::Start($start)
    [pscustomobject]@{ Process = $process; Url = $process.StandardOutput.ReadLine() }
}

function Stop-StandIn {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param($StandIn)
    $StandIn.Process.StandardInput.Close()
    $null = $StandIn.Process.WaitForExit(5000)
}

function Get-BenchAssembly {
    param([string] $Name)
    Join-Path $Bench.Root "output/build/bin/$Name/release/$Name.dll"
}

function Invoke-Measured {
    # Runs a script of Scripts in a process of its own; its last line is JSON.
    param([string] $Script, [hashtable] $Parameter = @{})
    $arguments = @('-NoProfile', '-NonInteractive', '-File', (Join-Path $PSScriptRoot "Scripts/$Script.ps1"), '-ModuleFolder', $Bench.ModuleFolder)
    foreach ($name in $Parameter.Keys) {
        $arguments += "-$name", "$($Parameter[$name])"
    }
    $lines = Invoke-PowerShell @arguments
    if ($LASTEXITCODE -ne 0) {
        throw "$Script ended with exit code $LASTEXITCODE."
    }
    $lines | Select-Object -Last 1 | ConvertFrom-Json
}

function Invoke-ClientLoop {
    param([string] $Kind, [string] $Url, [int] $Count, [int] $Worker = 64, [int] $From = 0)
    $line = & dotnet exec (Get-BenchAssembly ClientLoop) $Kind $Url $Count $Worker $From
    if ($LASTEXITCODE -ne 0) {
        throw "ClientLoop $Kind ended with exit code $LASTEXITCODE."
    }
    $line | ConvertFrom-Json
}

function Invoke-Python {
    # Null where there is no Python with boto3.
    param([string[]] $Argument)
    if (-not (Get-Command python3 -ErrorAction Ignore)) {
        return
    }
    $line = & python3 @Argument 2>$null
    if ($LASTEXITCODE -eq 0) {
        $line | ConvertFrom-Json
    }
}

function Get-BenchCsv {
    # A file of that many contacts, made once.
    param([int] $Row)
    $path = Join-Path $Bench.Folder "contacts-$Row.csv"
    if (-not (Test-Path $path)) {
        $writer = [System.IO.StreamWriter]::new($path)
        $writer.WriteLine('PhoneNumber,Attribute.OrderId')
        for ($i = 0; $i -lt $Row; $i++) {
            $writer.WriteLine("+1206$(5000000 + $i),$i")
        }
        $writer.Dispose()
    }
    $path
}

function Measure-Process {
    # Seconds of a whole process, each command in turn, that many rounds: @{ name = { command } } gives @{ name = medians }.
    param([System.Collections.Specialized.OrderedDictionary] $Command, [int] $Round)
    $seconds = @{}
    for ($i = 0; $i -lt $Round; $i++) {
        foreach ($name in $Command.Keys) {
            $clock = [System.Diagnostics.Stopwatch]::StartNew()
            $null = & $Command[$name]
            if ($LASTEXITCODE -ne 0) {
                throw "$name ended with exit code $LASTEXITCODE."
            }
            $seconds[$name] += @($clock.Elapsed.TotalSeconds)
        }
    }
    $medians = @{}
    foreach ($name in $Command.Keys) {
        $medians[$name] = Get-Median $seconds[$name]
    }
    $medians
}

function Get-Median {
    param([double[]] $Value)
    $sorted = @($Value | Sort-Object)
    $middle = [Math]::Floor($sorted.Count / 2)
    if ($sorted.Count % 2) { $sorted[$middle] } else { ($sorted[$middle - 1] + $sorted[$middle]) / 2 }
}

function Get-Figure {
    # A line of the table. Reached is null where there is no line to reach, or what it is held against is missing.
    param([string] $Figure, [string] $Measured, [string] $Line = '', [object] $Reached = $null)
    [pscustomobject]@{ Figure = $Figure; Measured = Format-Sign $Measured; Line = Format-Sign $Line; Reached = $Reached }
}

function Format-Sign {
    # The scripts are ASCII; what is read has the signs for at least, at most, times and micro.
    param([string] $Text)
    $signed = $Text.Replace('>=', [string][char]0x2265).Replace('<=', [string][char]0x2264) -replace '(?<=\d) x\b', " $([char]0xD7)"
    $signed -replace '\bus\b', "$([char]0xB5)s"
}
