# Starts another PowerShell like the one that runs.

function Get-PowerShell {
    # The program and its first arguments. Where PowerShell is a tool of .NET, the process is dotnet and no program is named pwsh.
    $own = [System.Environment]::ProcessPath
    switch ([System.IO.Path]::GetFileNameWithoutExtension($own)) {
        'pwsh' { $own }
        'dotnet' { $own, (Join-Path $PSHOME 'pwsh.dll') }
        default { 'dotnet', (Join-Path $PSHOME 'pwsh.dll') }
    }
}

function Invoke-PowerShell {
    # Runs it with these arguments.
    $program, $first = @(Get-PowerShell)
    $first = @($first | Where-Object { $_ })
    & $program @first @args
}
