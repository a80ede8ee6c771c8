# Time per row and memory as the work grows: 1,000 rows to 1,000,000, to an endpoint that costs nothing.
$standIn = Start-StandIn
try {
    $small = Invoke-Measured Send @{ Url = $standIn.Url; Csv = Get-BenchCsv 1000; Row = 1000 }
    $large = Invoke-Measured Send @{ Url = $standIn.Url; Csv = Get-BenchCsv 1000000; Row = 1000000 }
    $megabytes = $large.peak_mb - $small.peak_mb
    $text = '{0:N0} MB more ({1:N0} MB, {2:N0} MB)' -f $megabytes, $large.peak_mb, $small.peak_mb
    Get-Figure 'peak memory of 1,000,000 rows sent, beyond that of 1,000 rows' $text '<= 60 MB' ($megabytes -le 60)

    $files = 1000, 10000, 100000, 1000000 | ForEach-Object { "$_=$(Get-BenchCsv $_)" }
    $growth = Invoke-Measured Growth @{ Url = $standIn.Url; File = $files -join '|' }
    $times = $growth.us_per_row
    $spread = (($times | Measure-Object -Maximum).Maximum / ($times | Measure-Object -Minimum).Minimum) - 1
    $text = '{0} us: within {1:P0}' -f (($times | ForEach-Object { $_.ToString('N0') }) -join ', '), $spread
    Get-Figure 'time per row of 1k, 10k, 100k, 1M rows, in a process that is warm' $text 'within 15%' ($spread -le 0.15)
}
finally {
    Stop-StandIn $standIn
}
