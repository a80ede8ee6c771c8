# What Examples.Tests.ps1 needs: reading the examples of the help, a world for them to run in, and running them. Dot-source it.

$script:HelpFolder = [System.IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../docs/en-US'))
$script:SampleFile = [System.IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../samples/contacts.csv'))

# The help shows output as a window of this width does.
$script:HelpWidth = 120

function Get-FencedText {
    # The texts of the blocks of one language.
    param([string] $Markdown, [string] $Language)
    [regex]::Matches($Markdown, "(?ms)^``````$Language\n(.*?)^``````\s*$") | ForEach-Object { $_.Groups[1].Value.TrimEnd() }
}

function Get-HelpExample {
    # The examples of a cmdlet's page, in their order: Command, Number, Title, Code, Output.
    param([Parameter(ValueFromPipeline)] [System.IO.FileInfo] $File)
    process {
        $text = (Get-Content $File.FullName -Raw) -replace '\r'
        $section = [regex]::Match($text, '(?ms)^## EXAMPLES\n(.*?)(?=^## )').Groups[1].Value
        foreach ($part in $section -split '(?m)^### ' | Select-Object -Skip 1) {
            $title = ($part -split '\n')[0]
            @{
                Command = $File.BaseName
                Number  = [int][regex]::Match($title, '\d+').Value
                Title   = $title
                Id      = "$($File.BaseName) $([int][regex]::Match($title, '\d+').Value)"
                Code    = @(Get-FencedText $part powershell) -join "`n"
                Output  = @(Get-FencedText $part output) -join "`n`n"
            }
        }
    }
}

function Get-TopicBlock {
    # The indented blocks of an about topic, without their indent.
    param([string] $Text)
    $block = [System.Collections.Generic.List[string]]::new()
    foreach ($line in ($Text -replace '\r') -split '\n') {
        if ($line -match '^ {8}\S' -or ($block.Count -gt 0 -and $line -match '^ {9,}\S')) {
            $block.Add($line.Substring(8))
        }
        elseif ($block.Count -gt 0) {
            $block -join "`n"
            $block.Clear()
        }
    }
}

function Get-TopicExample {
    # Those that are commands: they begin with one, or with an assignment.
    param([Parameter(ValueFromPipeline)] [System.IO.FileInfo] $File)
    process {
        $topic = $File.Name -replace '\.help\.txt$'
        $number = 0
        foreach ($code in Get-TopicBlock (Get-Content $File.FullName -Raw)) {
            if ($code -cmatch '^(\$\w+ = |[A-Z][a-z]+-[A-Z]\w+\b|\$\w+ \|)') {
                $number++
                @{
                    Command = $topic
                    Number  = $number
                    Title   = "Block ${number}: $(($code -split '\n')[0])"
                    Id      = "$topic $number"
                    Code    = $code
                    Output  = ''
                }
            }
        }
    }
}

function New-ExampleFolder {
    # The files that the examples read.
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of tests.')]
    param([string] $Path)
    $null = New-Item $Path -ItemType Directory
    Copy-Item $script:SampleFile $Path
    Set-Content (Join-Path $Path 'customers.csv') 'Handy;First name;City;OrderId', '+4915112345678;Bea;Berlin;480101', '+12065550101;Ana;Seattle;480102'
    Set-Content (Join-Path $Path 'orders.csv') 'PhoneNumber,Template.OrderId', '+12065550100,A-1', '+12065550101,A-2'
    Set-Content (Join-Path $Path 'excel.csv') 'PhoneNumber,Name', '12065550100,Ana', '447700900101,Ben'
}

function New-ExampleWorld {
    # A place of its own for the examples of one page: folder, sandbox, journal, and a session that lasts from the first to the last.
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of tests.')]
    param([string] $Path, [switch] $WithoutSandbox)
    if (-not ('ConnectOutbound.Examples.ExampleHost' -as [type])) {
        Add-Type -Path (Join-Path $PSScriptRoot 'data/ExampleHost.cs')
    }
    New-ExampleFolder $Path
    $world = @{ Path = $Path; Sandbox = $null; Host = [ConnectOutbound.Examples.ExampleHost]::new(); Environment = @{} }
    $variables = @{ AWS_ACCESS_KEY_ID = $script:TestAccessKey; AWS_SECRET_ACCESS_KEY = $script:TestSecretKey; AWS_REGION = 'us-east-1' }
    # Nothing listens there: what forgets its endpoint does not leave this computer.
    $variables.AWS_ENDPOINT_URL = 'http://127.0.0.1:9'
    if (-not $WithoutSandbox) {
        $world.Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $variables.AWS_ENDPOINT_URL = $world.Sandbox.EndpointUrl
    }
    foreach ($name in $variables.Keys) {
        $world.Environment[$name] = [System.Environment]::GetEnvironmentVariable($name)
        [System.Environment]::SetEnvironmentVariable($name, $variables[$name])
    }
    $world.Runspace = [runspacefactory]::CreateRunspace($world.Host)
    $world.Runspace.Open()
    $prepared = Invoke-Example -World $world -Argument $script:ModuleManifest, $Path -Code {
        param($module, $folder)
        Import-Module $module
        Set-Location $folder
        $global:ProgressPreference = 'SilentlyContinue'
        # The journal is a file of the page's own; where an example gives no rate or pause, it goes as fast as the sandbox. What it says itself holds.
        $journal = Join-Path $folder 'journal.db'
        $named = { if ($args[0].BoundParameters -contains 'RunName') { $journal } }.GetNewClosure()
        $global:PSDefaultParameterValues = @{
            'Start-ConnectOutboundChat:RequestsPerSecond' = 100000
            'Start-ConnectOutboundChat:Burst'             = 100000
            'Wait-ConnectOutboundContact:PollInterval'    = 1
            'Start-ConnectOutboundChat:JournalPath'       = $named
            'Test-ConnectOutboundChat:JournalPath'        = $named
            'Get-ConnectOutboundContact:JournalPath'      = $named
            'Export-ConnectOutboundReport:JournalPath'    = $named
            '*-ConnectOutboundRun:JournalPath'            = $journal
        }
        # For what is done before an example; the examples do not know it.
        Set-Variable common @{
            Source        = 'arn:aws:connect:us-east-1:111122223333:phone-number/0b8d2a4e-1f7c-4f6a-9b58-3d1c7e2a9f10'
            InstanceId    = '5c1e7f3a-2b9d-4e86-8a47-6f0d9c3b1e25'
            ContactFlowId = '9d4b6e21-7a3c-4f58-b0e9-1c2d3a4b5f67'
            Channel       = 'SMS'
            Message       = 'Hello {Name}'
        }
        function global:Get-Unsettled {
            $lossy = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultKind CutAfter
            $quiet = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
            Import-Csv contacts.csv | Select-Object -First 2 |
                Start-ConnectOutboundChat @common @args @quiet -EndpointUrl $lossy.EndpointUrl -MaxAttempts 1
        }
        # There is no desktop here.
        function global:Invoke-Item { [CmdletBinding()] param([Parameter(ValueFromPipeline)] $File) process { Get-Content $File -TotalCount 1 } }
    }
    if ($prepared.Errors) {
        throw "The world of the examples could not be made: $($prepared.Errors -join ' ')"
    }
    $world
}

function Remove-ExampleWorld {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of tests.')]
    param($World)
    if ($World) {
        $World.Runspace.Dispose()
        foreach ($name in $World.Environment.Keys) {
            [System.Environment]::SetEnvironmentVariable($name, $World.Environment[$name])
        }
    }
    Clear-ConnectOutboundDefault
    # On Windows no example keeps any: that folder would be the user's own.
    if (-not $IsWindows) {
        Clear-ConnectOutboundDefault -Scope User
    }
    Stop-ConnectOutboundSandbox
}

function Get-FileState {
    # What the folder holds, but for the journal, which is written to without the example's doing.
    param([string] $Path)
    Get-ChildItem $Path -File | Where-Object { $_.Name -notlike 'journal.db*' -and $_.Length -gt 0 } |
        ForEach-Object { "$($_.Name) $($_.Length) $($_.LastWriteTimeUtc.Ticks)" }
}

function Invoke-Example {
    # Runs a text at the world's prompt. Gives what it showed, its errors and warnings, and whether it did anything that can be seen.
    param($World, $Code, [object[]] $Argument = @())
    $null = $World.Host.TakeText()
    $files = @(Get-FileState $World.Path)
    $requests = if ($World.Sandbox) { $World.Sandbox.RequestCount } else { 0 }
    $shell = [powershell]::Create()
    try {
        $shell.Runspace = $World.Runspace
        $null = $shell.AddScript("$Code")
        $Argument | ForEach-Object { $null = $shell.AddArgument($_) }
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $errors = @()
        $handle = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
        try {
            if (-not $handle.AsyncWaitHandle.WaitOne([timespan]::FromSeconds($script:GuardSeconds))) {
                $shell.Stop()
                throw "The example took longer than $script:GuardSeconds s."
            }
            $null = $shell.EndInvoke($handle)
        }
        catch [System.Management.Automation.RuntimeException] {
            $errors = @($_.Exception.InnerException.ErrorRecord ?? $_)
        }
        $shown = $World.Host.TakeText()
        [pscustomobject]@{
            Text     = $shown + ($output | Out-String -Width $script:HelpWidth)
            Objects  = $output.Count
            Errors   = @($shell.Streams.Error) + $errors
            Warnings = @($shell.Streams.Warning | ForEach-Object Message)
            DidSome  = $output.Count -gt 0 -or $shown -or $World.Sandbox.RequestCount -gt $requests -or
                @(Get-FileState $World.Path | Where-Object { $_ -notin $files }).Count -gt 0
        }
    }
    finally {
        $shell.Dispose()
    }
}

function ConvertTo-StableText {
    # The lines that are not blank, without what differs from run to run: ids, times, durations, rates, ports, and the width of columns.
    param([string] $Text, [string] $Without)
    $Text = $Text -replace '\x1b\[[0-9;]*m' -replace '\r'
    $Text = $Text -replace '(?i)\b(?!9d4b6e21|5c1e7f3a|0b8d2a4e|2d8e4f60|7c6b5a49)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b', 'GUID'
    $Text = $Text -replace '\b\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d:\d\d( [AP]M)?( [+-]\d\d:\d\d)?|\b\d{4}-\d\d-\d\d \d\d:\d\d\b(?!:)|\b\d{4}-\d\d-\d\dT[\d:.]+Z', 'TIME'
    $Text = $Text -replace '\b\d+(\.\d+)?(?=\s+TIME)', 'RATE' -replace '\b00:00:\d\d\.\d{7}', 'DURATION' -replace '127\.0\.0\.1:\d+', '127.0.0.1:PORT'
    $lines = ($Text -split '\n').ForEach({ ($_ -replace '\s+', ' ' -replace '-{2,}', '--').Trim() }).Where({ $_ })
    if ($Without) {
        $lines = @($lines) -notmatch $Without
    }
    $lines -join "`n"
}
