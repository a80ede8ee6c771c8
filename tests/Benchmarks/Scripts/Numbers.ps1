<#
.SYNOPSIS
    What somebody does who has a few numbers: imports the module and sends.
#>
param([string] $ModuleFolder, [string] $Url, [int] $Number)
$ErrorActionPreference = 'Stop'
Import-Module $ModuleFolder
$from = @{
    Source        = 'arn:aws:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001'
    InstanceId    = '11111111-2222-3333-4444-555555555555'
    ContactFlowId = 'f0000000-0000-0000-0000-000000000001'
    Channel       = 'SMS'
}
$numbers = for ($i = 0; $i -lt $Number; $i++) { "+120655501$($i + 10)" }
$numbers | Start-ConnectOutboundChat @from -Message 'Your order is ready' -Region us-east-1 -EndpointUrl $Url -RequestsPerSecond 1000 -Burst 1000
