# Contacts a second and CPU per contact, module and peers, on the same endpoint.
$standIn = Start-StandIn
try {
    $bare = Invoke-ClientLoop bare $standIn.Url 400000 64 100000
    $text = '{0:N0} answers/s, {1:N0} us CPU each' -f $bare.per_second, $bare.cpu_us_per_contact
    Get-Figure 'the endpoint itself, asked by a bare HttpClient loop, 64 in flight' $text

    # In turn: the speed of a machine that others use, too, changes within minutes.
    $first = @()
    $warm = @()
    $peer = @()
    $subset = @()
    $signed = @()
    for ($i = 0; $i -lt 5; $i++) {
        $first += Invoke-Measured Send @{ Url = $standIn.Url; Csv = Get-BenchCsv 20000; Row = 20000 }
        $peer += @(Invoke-Python (Join-Path $PSScriptRoot '../Peers/boto3_loop.py'), $standIn.Url, 10000, 32)
        if ($i -ge 3) { continue }
        $warm += Invoke-Measured Send @{ Url = $standIn.Url; Csv = Get-BenchCsv 200000; Row = 200000; From = 100000 }
        $subset += Invoke-ClientLoop subset $standIn.Url 200000 64 100000
        $signed += Invoke-ClientLoop signed $standIn.Url 200000 64 100000
    }
    $firstRate = Get-Median $first.per_second
    $warm = @{ per_second = Get-Median $warm.per_second; cpu_us_per_contact = Get-Median $warm.cpu_us_per_contact }
    if ($peer) {
        $boto3 = @{ per_second = Get-Median $peer.per_second; cpu_us_per_contact = Get-Median $peer.cpu_us_per_contact }
        Get-Figure 'boto3, 32 threads' ('{0:N0} contacts/s, {1:N0} us CPU each' -f $boto3.per_second, $boto3.cpu_us_per_contact)
        $ratio = $firstRate / $boto3.per_second
        Get-Figure 'contacts/s against boto3, the first 20,000 rows of a process' ('{0:N1} x ({1:N0}/s)' -f $ratio, $firstRate) '>= 6 x' ($ratio -ge 6)
        $ratio = $warm.per_second / $boto3.per_second
        Get-Figure 'contacts/s against boto3, rows 100,000 to 200,000' ('{0:N1} x ({1:N0}/s)' -f $ratio, $warm.per_second) '>= 15 x' ($ratio -ge 15)
    }
    else {
        Get-Figure 'contacts/s, the first 20,000 rows of a process' ('{0:N0}/s; there is no Python with boto3 here' -f $firstRate)
        Get-Figure 'contacts/s, rows 100,000 to 200,000' ('{0:N0}/s; there is no Python with boto3 here' -f $warm.per_second)
    }

    $subsetCpu = Get-Median $subset.cpu_us_per_contact
    $signedCpu = Get-Median $signed.cpu_us_per_contact
    $ratio = $warm.cpu_us_per_contact / $subsetCpu
    $text = '{0:N2} x ({1:N0} us, {2:N0} us)' -f $ratio, $warm.cpu_us_per_contact, $subsetCpu
    Get-Figure 'CPU per contact, CSV to result, against a bare loop over the Subset client' $text '<= 1.3 x' ($ratio -le 1.3)
    $ratio = $subsetCpu / $signedCpu
    $text = '{0:N2} x ({1:N0} us, {2:N0} us)' -f $ratio, $subsetCpu, $signedCpu
    Get-Figure 'CPU per contact, Subset client against HttpClient and a signature by hand' $text 'stated'
}
finally {
    Stop-StandIn $standIn
}
