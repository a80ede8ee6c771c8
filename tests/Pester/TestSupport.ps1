# What the test files share. Dot-source it in BeforeAll.

. "$PSScriptRoot/ChildScript.ps1"

$script:SuiteFolder = $PSScriptRoot
$script:ModuleFolder = if ($env:CONNECTOUTBOUND_TEST_MODULE) {
    $env:CONNECTOUTBOUND_TEST_MODULE
}
else {
    [System.IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../output/ConnectOutbound'))
}
# What is imported: the folder of an installed module has its version for a name, by which nothing is found.
$script:ModuleManifest = Join-Path $script:ModuleFolder 'ConnectOutbound.psd1'
# The folder in which the module is found by its name: an installed one has a folder for its version in between.
$script:ModulePath = Split-Path $script:ModuleFolder
if ((Split-Path $script:ModuleFolder -Leaf) -ne 'ConnectOutbound') {
    $script:ModulePath = Split-Path $script:ModulePath
}
$script:InstanceId = '11111111-2222-3333-4444-555555555555'
$script:FlowId = 'f0000000-0000-0000-0000-000000000001'
$script:SourceArn = 'arn:aws:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001'

# Made up, and looked for in every stream.
$script:TestAccessKey = 'AKIATESTKEY000000001'
$script:TestSecretKey = 'very/secret+key0123456789abcdefghijklmnop'
$script:TestSessionToken = 'session//token+that/nobody+may/read=='

# No test hangs for longer than this, however slow the machine is.
$script:GuardSeconds = 60

function Use-IsolatedEnvironment {
    # Nothing of the machine's own AWS settings reaches the tests, and nobody asks the metadata service.
    param([string] $Folder)
    foreach ($variable in @(Get-ChildItem env: | Where-Object Name -Like 'AWS_*')) {
        Remove-Item "env:$($variable.Name)"
    }
    foreach ($name in 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy') {
        Remove-Item "env:$name" -ErrorAction Ignore
    }
    $config = Join-Path $Folder 'aws-config'
    $credentials = Join-Path $Folder 'aws-credentials'
    Set-Content $config ''
    Set-Content $credentials ''
    $env:AWS_CONFIG_FILE = $config
    $env:AWS_SHARED_CREDENTIALS_FILE = $credentials
    $env:AWS_EC2_METADATA_DISABLED = 'true'
    # Nor do the defaults that somebody keeps here.
    $env:XDG_CONFIG_HOME = $Folder
    $env:CONNECTOUTBOUND_TEST_ISOLATED = '1'
}

if (-not $env:CONNECTOUTBOUND_TEST_ISOLATED) {
    # Invoke-Pester was called without Invoke-Suite.ps1.
    Use-IsolatedEnvironment ([System.IO.Directory]::CreateTempSubdirectory('connectoutbound-').FullName)
}

$global:ProgressPreference = 'SilentlyContinue'

function Import-StagedModule {
    Import-Module $script:ModuleManifest -Global
}

function Get-Common {
    # The parameters that a run needs beside its rows. -Message and -Channel are there unless -Bare.
    param($Sandbox, [hashtable] $With = @{}, [switch] $Bare)
    $common = @{
        InstanceId        = $script:InstanceId
        ContactFlowId     = $script:FlowId
        Source            = $script:SourceArn
        RequestsPerSecond = 100000
        Burst             = 100000
    }
    if (-not $Bare) {
        $common.Channel = 'SMS'
        $common.Message = 'Hello'
    }
    if ($Sandbox) {
        $common.EndpointUrl = $Sandbox.EndpointUrl
    }
    foreach ($key in $With.Keys) {
        $common[$key] = $With[$key]
    }
    $common
}

function Get-PlanCommon {
    # The same for Test-ConnectOutboundChat, which has no use for an endpoint.
    param([hashtable] $With = @{}, [switch] $Bare)
    Get-Common -With $With -Bare:$Bare
}

function Get-Row {
    # Rows as Import-Csv gives them, each with a number of its own from a range that is reserved for fiction.
    param([int] $Count = 1, [int] $First = 0)
    foreach ($i in $First..($First + $Count - 1)) {
        [pscustomobject]@{ PhoneNumber = '+1206555{0:0000}' -f (100 + $i); Name = "Customer $i" }
    }
}

function Start-Contact {
    # Contacts at $script:Sandbox: their results, in the order of the rows.
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of tests.')]
    param([int] $Count = 1, [hashtable] $With = @{})
    $common = Get-Common $script:Sandbox $With
    @(Get-Row $Count | Start-ConnectOutboundChat @common | Sort-Object RowNumber)
}

function Invoke-Run {
    # Runs Start-ConnectOutboundChat and gives its streams apart.
    param([AllowNull()] [object[]] $Row, [hashtable] $With, [string] $Command = 'Start-ConnectOutboundChat')
    $run = @{ Results = @(); Errors = @(); Warnings = @(); Verbose = @(); Debug = @(); Information = @() }
    # -Debug would ask at each warning.
    $all = @($Row | & $Command @With -ErrorAction Continue -WarningAction Continue *>&1)
    foreach ($item in $all) {
        $stream = switch ($item) {
            { $_ -is [System.Management.Automation.ErrorRecord] } { 'Errors'; break }
            { $_ -is [System.Management.Automation.WarningRecord] } { 'Warnings'; break }
            { $_ -is [System.Management.Automation.VerboseRecord] } { 'Verbose'; break }
            { $_ -is [System.Management.Automation.DebugRecord] } { 'Debug'; break }
            { $_ -is [System.Management.Automation.InformationRecord] } { 'Information'; break }
            default { 'Results' }
        }
        $run[$stream] += $item
    }
    [pscustomobject]$run
}

function Get-ErrorName {
    # The part of FullyQualifiedErrorId that the module chooses.
    param([Parameter(ValueFromPipeline)] $ErrorRecord)
    process { ($ErrorRecord.FullyQualifiedErrorId -split ',')[0] }
}

function Get-ShownText {
    # What a record says in words; not the row itself, which TargetObject carries.
    param([Parameter(ValueFromPipeline)] $Record)
    process {
        if ($Record -isnot [System.Management.Automation.ErrorRecord]) {
            return "$Record"
        }
        $Record.ToString()
        $Record.Exception.ToString()
        $Record.ErrorDetails.Message
        $Record.ErrorDetails.RecommendedAction
        $Record.FullyQualifiedErrorId
    }
}

function Wait-Until {
    # Guards, and decides nothing: it ends as soon as the condition holds.
    param([scriptblock] $Condition, [string] $What = 'it')
    $until = [datetime]::UtcNow.AddSeconds($script:GuardSeconds)
    while (-not (& $Condition)) {
        if ([datetime]::UtcNow -gt $until) {
            throw "Waited $script:GuardSeconds s for $What."
        }
        Start-Sleep -Milliseconds 20
    }
}

function Invoke-JournalSql {
    # Changes a journal's file: what cannot be waited for in a test, such as what another clock or another place would have left. By the SQLite that
    # the module has.
    param([string] $Path, [string] $Sql)
    $context = [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'ConnectOutbound'
    $sqlite = $context.LoadFromAssemblyName([System.Reflection.AssemblyName]'Microsoft.Data.Sqlite')
    $connection = [System.Activator]::CreateInstance($sqlite.GetType('Microsoft.Data.Sqlite.SqliteConnection'), "Data Source=$Path;Pooling=False")
    try {
        $connection.Open()
        $command = $connection.CreateCommand()
        $command.CommandText = $Sql
        $null = $command.ExecuteNonQuery()
        $command.Dispose()
    }
    finally {
        $connection.Dispose()
    }
}

function New-BackgroundRun {
    # A pipeline in a runspace of its own, begun: .Shell to stop it, .Output for what came out so far.
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of tests.')]
    param([object[]] $Row, [hashtable] $With, [string] $Script = '$rows | Start-ConnectOutboundChat @with -ErrorAction SilentlyContinue')
    $shell = [powershell]::Create()
    $begin = "param(`$module, `$rows, `$with) Import-Module `$module; $Script"
    $null = $shell.AddScript($begin).AddArgument($script:ModuleManifest).AddArgument($Row).AddArgument($With)
    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $handle = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
    [pscustomobject]@{ Shell = $shell; Output = $output; Handle = $handle }
}

function Stop-BackgroundRun {
    # Stops it as Ctrl+C does; gives the seconds that it took to come back.
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of tests.')]
    param($Run)
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $Run.Shell.Stop()
    $watch.Elapsed.TotalSeconds
    $Run.Shell.Dispose()
}

function Get-FreePort {
    $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $port = $listener.LocalEndpoint.Port
    $listener.Stop()
    $port
}

function New-WebServer {
    # A server on loopback that gives everybody the same answer, from the tests of the engine. .Requests has what it was sent.
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of tests.')]
    param([int] $Status = 200, [string] $ContentType = 'text/html', [string] $Body = '<html><body>It works!</body></html>')
    if (-not ('ConnectOutbound.Engine.Tests.Support.HostileEndpoint' -as [type])) {
        $source = Join-Path $PSScriptRoot '../ConnectOutbound.Engine.Tests/Support'
        $files = @('HostileEndpoint', 'RawAnswer', 'AfterAnswer', 'ReceivedRequest').ForEach{ Join-Path $source "$_.cs" }
        Add-Type -Path $files -CompilerOptions '-nullable:enable', '-langversion:latest'
    }
    [ConnectOutbound.Engine.Tests.Support.HostileEndpoint]::new([ConnectOutbound.Engine.Tests.Support.RawAnswer]::Of($Status, $ContentType, $Body))
}

function Remove-WebServer {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of tests.')]
    param($Server)
    if ($Server) {
        $null = $Server.DisposeAsync().AsTask().GetAwaiter().GetResult()
    }
}

function New-SecurityTokenService {
    # An STS that lets everybody assume the role, for profiles that name one.
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of tests.')]
    param([string] $AccessKeyId = 'ASIAASSUMEDROLE00001')
    $expiration = [datetime]::UtcNow.AddHours(1).ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
    New-WebServer -ContentType 'text/xml' -Body @"
<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleResult>
    <AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/Outbound/test</Arn><AssumedRoleId>AROATEST:test</AssumedRoleId></AssumedRoleUser>
    <Credentials>
      <AccessKeyId>$AccessKeyId</AccessKeyId>
      <SecretAccessKey>$script:TestSecretKey</SecretAccessKey>
      <SessionToken>$script:TestSessionToken</SessionToken>
      <Expiration>$expiration</Expiration>
    </Credentials>
  </AssumeRoleResult>
  <ResponseMetadata><RequestId>00000000-0000-0000-0000-000000000001</RequestId></ResponseMetadata>
</AssumeRoleResponse>
"@
}
