# Scripts in a fresh PowerShell. TestSupport.ps1 dot-sources it.

. "$PSScriptRoot/../../tools/PowerShell.ps1"

function Invoke-ChildScript {
    # Runs a script in a fresh PowerShell. A variable of the environment is removed where its value is null.
    param([string] $Script, [hashtable] $Environment = @{}, [string] $StandardInput, [switch] $NoImport)
    $folder = [System.IO.Directory]::CreateTempSubdirectory('connectoutbound-child-').FullName
    try {
        $file = Join-Path $folder 'child.ps1'
        $import = if ($NoImport) { '' } else { "Import-Module '$script:ModuleManifest'" }
        Set-Content $file -Encoding utf8BOM -Value @(
            '$ProgressPreference = ''SilentlyContinue'''
            '$PSStyle.OutputRendering = ''PlainText'''
            $import
            $Script
        )
        $command = @(Get-PowerShell)
        $start = [System.Diagnostics.ProcessStartInfo]::new($command[0])
        $arguments = @($command | Select-Object -Skip 1) + '-NoProfile'
        if (-not $PSBoundParameters.ContainsKey('StandardInput')) {
            $arguments += '-NonInteractive'
        }
        foreach ($argument in $arguments + @('-File', $file)) {
            $start.ArgumentList.Add($argument)
        }
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        foreach ($name in $Environment.Keys) {
            if ($null -eq $Environment[$name]) {
                $null = $start.Environment.Remove($name)
            }
            else {
                $start.Environment[$name] = $Environment[$name]
            }
        }
        $process = [System.Diagnostics.Process]::Start($start)
        $output = $process.StandardOutput.ReadToEndAsync()
        $errors = $process.StandardError.ReadToEndAsync()
        $process.StandardInput.Write("$StandardInput")
        $process.StandardInput.Close()
        if (-not $process.WaitForExit(120000)) {
            $process.Kill($true)
            throw "The script took longer than two minutes.`n$($output.Result)`n$($errors.Result)"
        }
        $process.WaitForExit()
        [pscustomobject]@{ Output = $output.Result; Error = $errors.Result; ExitCode = $process.ExitCode }
    }
    finally {
        Remove-Item $folder -Recurse -Force
    }
}

function Invoke-ChildJson {
    # The same, where the last line of the script's output is JSON.
    param([string] $Script, [hashtable] $Environment = @{}, [switch] $NoImport)
    $child = Invoke-ChildScript -Script $Script -Environment $Environment -NoImport:$NoImport
    $last = @($child.Output -split '\r?\n' | Where-Object { $_.Trim() })[-1]
    try {
        $last | ConvertFrom-Json -ErrorAction Stop
    }
    catch {
        throw "The script gave no JSON. Output:`n$($child.Output)`nErrors:`n$($child.Error)"
    }
}
