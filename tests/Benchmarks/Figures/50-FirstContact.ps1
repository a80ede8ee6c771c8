# One contact, and ten, from a cold start: whole processes, in turn with the AWS CLI.
$standIn = Start-StandIn
try {
    $env:AWS_ACCESS_KEY_ID = 'AKIAEXAMPLE'
    $env:AWS_SECRET_ACCESS_KEY = 'SECRET'
    $env:AWS_EC2_METADATA_DISABLED = 'true'
    $script = Join-Path $PSScriptRoot '../Scripts/Numbers.ps1'
    $module = $Bench.ModuleFolder
    $url = $standIn.Url
    $awsCli = {
        aws connect start-outbound-chat-contact --region us-east-1 --endpoint-url $url `
            --instance-id $Contact.InstanceId --contact-flow-id $Contact.ContactFlowId `
            --source-endpoint "Type=CONNECT_PHONENUMBER_ARN,Address=$($Contact.Source)" --destination-endpoint 'Type=TELEPHONE_NUMBER,Address=+12065550100' `
            --segment-attributes '{"connect:Subtype":{"ValueString":"connect:SMS"}}' `
            --initial-system-message 'ContentType=text/plain,Content=Your order is ready'
    }
    $one = { Invoke-PowerShell -NoProfile -NonInteractive -File $script -ModuleFolder $module -Url $url -Number 1 }
    $ten = { Invoke-PowerShell -NoProfile -NonInteractive -File $script -ModuleFolder $module -Url $url -Number 10 }
    if (Get-Command aws -ErrorAction Ignore) {
        $single = Measure-Process -Round 11 -Command ([ordered]@{ Module = $one; Cli = $awsCli })
        $many = Measure-Process -Round 3 -Command ([ordered]@{ Module = $ten; Cli = { 1..10 | ForEach-Object { & $awsCli } } })
        $ratio = $single.Module / $single.Cli
        $text = '{0:N2} x ({1:N0} ms, {2:N0} ms)' -f $ratio, ($single.Module * 1000), ($single.Cli * 1000)
        Get-Figure 'first contact from a cold pwsh against the AWS CLI, whole processes' $text '<= 1.2 x' ($ratio -le 1.2)
        $ratio = $many.Cli / $many.Module
        $text = '{0:N1} x faster ({1:N0} ms, {2:N0} ms)' -f $ratio, ($many.Module * 1000), ($many.Cli * 1000)
        Get-Figure 'ten contacts from a cold pwsh against ten calls of the AWS CLI' $text '>= 5 x' ($ratio -ge 5)
    }
    else {
        $single = Measure-Process -Round 11 -Command ([ordered]@{ Module = $one })
        Get-Figure 'first contact from a cold pwsh, whole process' ('{0:N0} ms; there is no AWS CLI here' -f ($single.Module * 1000))
    }
}
finally {
    Stop-StandIn $standIn
}
