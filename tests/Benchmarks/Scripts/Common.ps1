# What the scripts that run in a process of their own have in common.
$env:AWS_ACCESS_KEY_ID = 'AKIAEXAMPLE'
$env:AWS_SECRET_ACCESS_KEY = 'SECRET'
$env:AWS_EC2_METADATA_DISABLED = 'true'
$WarningPreference = 'SilentlyContinue'

function Get-SendParameter {
    param([string] $Url, [int] $ThrottleLimit = 64, [string] $RunName, [string] $JournalPath)
    $send = @{
        Source            = 'arn:aws:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001'
        InstanceId        = '11111111-2222-3333-4444-555555555555'
        ContactFlowId     = 'f0000000-0000-0000-0000-000000000001'
        Channel           = 'SMS'
        Message           = 'Your order {Attribute.OrderId} is ready'
        Region            = 'us-east-1'
        EndpointUrl       = $Url
        ThrottleLimit     = $ThrottleLimit
        RequestsPerSecond = 1000000
        Burst             = 1000000
    }
    if ($RunName) {
        $send.RunName = $RunName
        $send.JournalPath = $JournalPath
    }
    $send
}

function Start-Meter {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param()
    [pscustomobject]@{
        Clock = [System.Diagnostics.Stopwatch]::StartNew()
        Cpu   = [System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime
    }
}

function Stop-Meter {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param($Meter, [int] $Row)
    $seconds = $Meter.Clock.Elapsed.TotalSeconds
    $process = [System.Diagnostics.Process]::GetCurrentProcess()
    [pscustomobject]@{
        count              = $Row
        seconds            = [Math]::Round($seconds, 3)
        per_second         = [Math]::Round($Row / $seconds, 1)
        cpu_us_per_contact = [Math]::Round(($process.TotalProcessorTime - $Meter.Cpu).TotalMicroseconds / $Row, 1)
        peak_mb            = [Math]::Round($process.PeakWorkingSet64 / 1e6, 1)
    }
}
