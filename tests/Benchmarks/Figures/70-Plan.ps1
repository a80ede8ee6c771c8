# Test-ConnectOutboundChat against the cheapest thing that can be done with a CSV.
$plan = Invoke-Measured Plan @{ Csv = Get-BenchCsv 100000; Row = 100000 }
$text = '{0:N2} x ({1:N0}/s, {2:N0}/s)' -f $plan.ratio, $plan.plan_per_second, $plan.foreach_per_second
Get-Figure 'rows/s of Test-ConnectOutboundChat against Import-Csv | ForEach-Object { $_ }' $text '>= 0.4 x' ($plan.ratio -ge 0.4)
