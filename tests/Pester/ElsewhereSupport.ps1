# Runs in a fresh PowerShell, with its own environment. Dot-source it in BeforeAll, behind TestSupport.ps1.

function Get-Endpoint {
    # A sandbox for each name: what one case sends is not counted for another. To a fresh PowerShell it is an endpoint like any other.
    param([string] $Name)
    if (-not $script:Endpoints) {
        $script:Endpoints = @{}
    }
    $script:Endpoints[$Name] ??= Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
    $script:Endpoints[$Name]
}

function Get-RunScript {
    # A run of two rows, and what came of it.
    param([string] $Arguments, [string] $EndpointUrl)
    $endpoint = $EndpointUrl ? "-EndpointUrl '$EndpointUrl'" : ''
    @"
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
}
"@
}

function Invoke-Elsewhere {
    # Runs cases one after the other in one fresh PowerShell, in their order, and gives what came of each by its name.
    # A case has an Environment, over that of the process, and Arguments for a run at the sandbox of its name, or a Script.
    # AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE and the proxies are read once in a process: they are of the process.
    param([System.Collections.Specialized.OrderedDictionary] $Case, [hashtable] $Environment = @{})
    $cases = foreach ($name in $Case.Keys) {
        $one = $Case[$name]
        $endpoint = if ($one.Contains('EndpointUrl')) { $one.EndpointUrl } else { (Get-Endpoint $name).EndpointUrl }
        @{ Name = $name; Environment = $one.Environment ?? @{}; Script = $one.Script ?? (Get-RunScript $one.Arguments $endpoint) }
    }
    $closed = $Environment.Clone()
    if (-not ($closed.Keys -like '*_PROXY')) {
        # A test that fails reaches nobody: what does not go to this computer goes where nobody listens.
        $closed.HTTPS_PROXY = 'http://127.0.0.1:1'
    }
    Invoke-ChildJson -Environment $closed -Script @"
`$cases = ConvertFrom-Json -AsHashtable @'
$(ConvertTo-Json @($cases) -Compress -Depth 4)
'@
`$seen = @{}
foreach (`$case in `$cases) {
    `$before = @{}
    foreach (`$name in `$case.Environment.Keys) {
        `$before[`$name] = (Get-Item "env:`$name" -ErrorAction Ignore).Value
        Set-Item "env:`$name" `$case.Environment[`$name]
    }
    try {
        `$seen[`$case.Name] = & ([scriptblock]::Create(`$case.Script))
    }
    catch {
        `$seen[`$case.Name] = @{ Ids = @(`$_.FullyQualifiedErrorId); Message = "`$_" }
    }
    finally {
        foreach (`$name in `$before.Keys) {
            if (`$null -eq `$before[`$name]) { Remove-Item "env:`$name" } else { Set-Item "env:`$name" `$before[`$name] }
        }
    }
}
`$seen | ConvertTo-Json -Compress -Depth 4
"@
}

function Stop-Endpoint {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of tests.')]
    param()
    if ($script:Endpoints) {
        $script:Endpoints.Values | Stop-ConnectOutboundSandbox
    }
}
