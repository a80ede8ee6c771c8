# What Import-Module adds to an empty pwsh: medians of whole processes, in turn.
$manifest = Join-Path $Bench.ModuleFolder 'ConnectOutbound.psd1'
$memory = '; [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64'
$peaks = @{ Empty = @(); Module = @() }
$medians = Measure-Process -Round 15 -Command ([ordered]@{
        Empty  = { Invoke-PowerShell -NoProfile -NonInteractive -Command '$null' }
        Module = { Invoke-PowerShell -NoProfile -NonInteractive -Command "Import-Module '$manifest'" }
    })
for ($i = 0; $i -lt 7; $i++) {
    $peaks.Empty += [double](Invoke-PowerShell -NoProfile -NonInteractive -Command "`$null$memory")
    $peaks.Module += [double](Invoke-PowerShell -NoProfile -NonInteractive -Command "Import-Module '$manifest'$memory")
}
$milliseconds = ($medians.Module - $medians.Empty) * 1000
$megabytes = ((Get-Median $peaks.Module) - (Get-Median $peaks.Empty)) / 1e6
$text = '{0:N0} ms (empty {1:N0} ms)' -f $milliseconds, ($medians.Empty * 1000)
Get-Figure 'Import-Module beyond an empty pwsh: time' $text '<= 100 ms' ($milliseconds -le 100)
Get-Figure 'Import-Module beyond an empty pwsh: memory' ('{0:N1} MB' -f $megabytes) '<= 12 MB' ($megabytes -le 12)
