# What 64 rows in flight make of an endpoint that takes 100 ms.
$standIn = Start-StandIn -Latency 100
try {
    $rows = 19200
    $sent = Invoke-Measured Send @{ Url = $standIn.Url; Csv = Get-BenchCsv $rows; Row = $rows }
    $part = $sent.per_second / 640
    Get-Figure 'at 100 ms latency, ThrottleLimit 64: part of the ideal 640/s' ('{0:P1} ({1:N0}/s)' -f $part, $sent.per_second) '>= 95%' ($part -ge 0.95)
}
finally {
    Stop-StandIn $standIn
}
