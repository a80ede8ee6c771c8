# Rows that are not sent, by sending and by planning. Dot-source it in BeforeAll, behind TestSupport.ps1.

function Get-Held {
    # What sending and planning say of rows: the same, or the test fails here.
    param([object[]] $Row, [hashtable] $With = @{}, [switch] $Bare, [string[]] $Without = @())
    $common = Get-Common $script:Sandbox $With -Bare:$Bare
    $plan = Get-PlanCommon $With -Bare:$Bare
    foreach ($name in $Without) {
        $common.Remove($name)
        $plan.Remove($name)
    }
    $planned = Invoke-Run $Row $plan 'Test-ConnectOutboundChat'
    $plans = @($planned.Results)
    $run = Invoke-Run $Row $common
    $results = @($run.Results | Sort-Object RowNumber)
    $results.Count | Should -Be $plans.Count -Because "$($planned.Errors) $($run.Errors)"
    foreach ($i in 0..($plans.Count - 1)) {
        $asSent = if ($results[$i].Status -eq 'Started') { 'Planned' } else { "$($results[$i].Status)" }
        "$($plans[$i].Status)" | Should -BeExactly $asSent -Because "row $($i + 1): $($plans[$i].Problems) / $($results[$i].Reason)"
        if ($results[$i].Status -ne 'Started') {
            "$($plans[$i].Problems)" | Should -BeExactly "$($results[$i].Reason)"
            $plans[$i].ErrorCode | Should -BeExactly $results[$i].ErrorCode
        }
    }
    $run.Results = $results
    $run | Add-Member -NotePropertyMembers @{ Plan = $planned } -PassThru
}
