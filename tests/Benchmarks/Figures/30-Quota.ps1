# How much of the service's quota is used, at the sandbox, which keeps it as the service does.
$sent = Invoke-Measured Quota @{ Csv = Get-BenchCsv 245; Row = 245 }
$part = $sent.ideal / $sent.seconds
$text = '{0:P1}, {1} of {2}' -f $part, $sent.throttled, $sent.count
Get-Figure 'at the quota (2/s, burst 5): part used, and requests throttled' $text '>= 99%, 0' ($part -ge 0.99 -and $sent.throttled -eq 0)
