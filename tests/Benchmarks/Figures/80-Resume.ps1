# A named run of 1,000,000 contacts that is repeated: nothing is sent, each row is looked up.
$standIn = Start-StandIn
try {
    $rows = 1000000
    $run = @{ Url = $standIn.Url; Csv = Get-BenchCsv $rows; Row = $rows; RunName = 'benchmark'; JournalPath = Join-Path $Bench.Folder 'journal.db' }
    $sent = Invoke-Measured Send $run
    $before = Invoke-RestMethod $standIn.Url
    $repeated = Invoke-Measured Send ($run + @{ Status = 'AlreadyStarted' })
    $again = (Invoke-RestMethod $standIn.Url) - $before
    $text = '{0:N0}/s, {1:N0} us CPU' -f $sent.per_second, $sent.cpu_us_per_contact
    Get-Figure 'contacts/s of a named run of 1,000,000, each in the journal before it is sent' $text
    $text = '{0:N0}/s, {1}' -f $repeated.per_second, $again
    Get-Figure 'rows/s that a repeated run of 1,000,000 skips, and contacts sent again' $text '>= 100,000, 0' (
        $repeated.per_second -ge 100000 -and $again -eq 0)
}
finally {
    Stop-StandIn $standIn
}
