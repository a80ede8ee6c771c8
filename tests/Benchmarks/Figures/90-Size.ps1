# What the installed module is made of. A megabyte is 2^20 bytes here, as file managers and du count.
$files = Get-ChildItem $Bench.ModuleFolder -Recurse -File
$total = ($files | Measure-Object Length -Sum).Sum
$native = ($files | Where-Object FullName -Like '*runtimes*' | Measure-Object Length -Sum).Sum
$text = '{0:N1} MB ({1:N0} bytes, {2:N1} MB of it SQLite for each platform)' -f ($total / 1MB), $total, ($native / 1MB)
Get-Figure 'size of the installed module' $text '<= 18 MB' ($total -le 18MB)
