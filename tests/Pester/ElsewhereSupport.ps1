# Runs in a fresh PowerShell, with its own environment. Dot-source it in BeforeAll, behind TestSupport.ps1.

function Invoke-Elsewhere {
    # Gives what came of a run of two rows.
    param([hashtable] $Environment = @{}, [string] $Arguments = '', [string] $EndpointUrl = $script:Sandbox.EndpointUrl)
    $endpoint = $EndpointUrl ? "-EndpointUrl '$EndpointUrl'" : ''
    $closed = $Environment.Clone()
    if (-not ($closed.Keys -like '*_PROXY')) {
        # A test that fails reaches nobody: what does not go to this computer goes where nobody listens.
        $closed.HTTPS_PROXY = 'http://127.0.0.1:1'
    }
    Invoke-ChildJson -Environment $closed -Script @"
`$said = [System.Collections.Generic.List[string]]::new()
`$with = @{ InstanceId = '$script:InstanceId'; ContactFlowId = '$script:FlowId'; Source = '$script:SourceArn'; Channel = 'SMS'; Message = 'x'; MaxAttempts = 1 }
`$results = @('+12065550100', '+12065550101' |
    Start-ConnectOutboundChat @with $endpoint $Arguments -Verbose -ErrorAction SilentlyContinue -ErrorVariable failures 4>&1 |
    ForEach-Object { if (`$_ -is [System.Management.Automation.VerboseRecord]) { `$said.Add("`$_") } else { `$_ } })
@{
    Status = @(`$results.Status | ForEach-Object { "`$_" })
    Attempts = @(`$results.Attempts)
    Ids = @(`$failures.FullyQualifiedErrorId)
    Message = "`$(`$failures[0])"
    Remedy = "`$(`$failures[0].ErrorDetails.RecommendedAction)"
    Said = `$said -join ' '
} | ConvertTo-Json -Compress
"@
}
