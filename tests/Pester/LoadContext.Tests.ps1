BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule

    # What a script with another AWS SDK in its session wants: both work, whoever came first.
    $script:Body = @"
function Use-Module {
    Import-Module '$script:ModuleManifest'
    `$sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
    `$with = @{ EndpointUrl = `$sandbox.EndpointUrl; InstanceId = '$script:InstanceId'; ContactFlowId = '$script:FlowId'; Source = '$script:SourceArn' }
    `$result = '+12065550100' | Start-ConnectOutboundChat @with -Channel SMS -Message x
    "`$(`$result.Status)"
}
function Get-Core { process { if (`$_.GetName().Name -eq 'AWSSDK.Core') { "`$(`$_.GetName().Version)" } } }
function Get-Other { [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies | Get-Core }
function Get-Own { ([System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'ConnectOutbound').Assemblies | Get-Core }
"@

    function Test-LoadOrder {
        # Loads the other assembly before and after, uses something of it, and gives what both then are.
        param([string] $Path, [string] $Probe)
        $load = "`$null = [System.Runtime.Loader.AssemblyLoadContext]::Default.LoadFromAssemblyPath('$Path')"
        foreach ($order in "$load; `$status = Use-Module", "`$status = Use-Module; $load") {
            $seen = Invoke-ChildJson -NoImport ("$script:Body`n$order`n" +
                "@{ Status = `$status; Other = Get-Other; Own = Get-Own; Probe = `"`$($Probe)`"; Again = Use-Module } | ConvertTo-Json -Compress")
            $seen
        }
    }
}

Describe 'Another AWS SDK in the session' {
    It 'that is a fake of version 3.3 disturbs nobody and is not disturbed, whichever is loaded first' {
        $fake = Join-Path $TestDrive 'AWSSDK.Core.dll'
        Add-Type -AssemblyName Microsoft.CodeAnalysis.CSharp
        $tree = [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText(
            '[assembly: System.Reflection.AssemblyVersion("3.3.0.0")] ' +
            'namespace Amazon { public class RegionEndpoint { public static string Name => "fake"; } }')
        $options = [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new([Microsoft.CodeAnalysis.OutputKind]::DynamicallyLinkedLibrary)
        $core = [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile([object].Assembly.Location)
        $compilation = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create(
            'AWSSDK.Core', [Microsoft.CodeAnalysis.SyntaxTree[]]@($tree), [Microsoft.CodeAnalysis.MetadataReference[]]@($core), $options)
        $stream = [System.IO.File]::Create($fake)
        $null = $compilation.Emit($stream)
        $stream.Dispose()
        [System.Reflection.AssemblyName]::GetAssemblyName($fake).FullName | Should -Match '^AWSSDK.Core, Version=3.3.0.0'
        $seen = @(Test-LoadOrder $fake '[Amazon.RegionEndpoint]::Name')
        $seen.Count | Should -Be 2
        foreach ($one in $seen) {
            $one.Status | Should -BeExactly 'Started'
            $one.Again | Should -BeExactly 'Started'
            $one.Other | Should -BeExactly '3.3.0.0'
            $one.Own | Should -BeExactly '4.0.0.0'
            $one.Probe | Should -BeExactly 'fake'
        }
    }

    It 'that is a real one of version 3.7 disturbs nobody and is not disturbed, whichever is loaded first' {
        $project = Join-Path $TestDrive 'other'
        $null = New-Item $project -ItemType Directory
        # The package is looked for where the user's own packages come from; without a network it is not to be had.
        Set-Content (Join-Path $project 'other.csproj') (
            '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>' +
            '<ItemGroup><PackageReference Include="AWSSDK.Core" Version="3.7.*" /></ItemGroup></Project>')
        $restored = (Get-Command dotnet -ErrorAction Ignore) -and $(
            $streams = @{ RedirectStandardOutput = Join-Path $project 'out'; RedirectStandardError = Join-Path $project 'err' }
            $arguments = 'restore', $project, '--packages', (Join-Path $project 'packages'), '--verbosity', 'quiet'
            $restore = Start-Process dotnet -ArgumentList $arguments -PassThru @streams
            # Without its handle at hand, a process that has ended tells no exit code.
            $null = $restore.Handle
            if (-not $restore.WaitForExit(60000)) { $restore.Kill($true) }
            $restore.ExitCode -eq 0
        )
        $real = Get-ChildItem (Join-Path $project 'packages/awssdk.core/*/lib/net8.0/AWSSDK.Core.dll') -ErrorAction Ignore | Select-Object -First 1
        if (-not $restored -or -not $real) {
            Set-ItResult -Skipped -Because 'AWSSDK.Core 3.7 could not be restored: there is no package feed to be reached, or none that has it'
            return
        }
        $seen = @(Test-LoadOrder $real.FullName "[Amazon.RegionEndpoint]::GetBySystemName('eu-west-1').SystemName")
        $seen.Count | Should -Be 2
        foreach ($one in $seen) {
            $one.Status | Should -BeExactly 'Started'
            $one.Again | Should -BeExactly 'Started'
            $one.Other | Should -Match '^3\.'
            $one.Own | Should -BeExactly '4.0.0.0'
            $one.Probe | Should -BeExactly 'eu-west-1'
        }
    }
}

Describe 'Several runspaces' {
    BeforeAll {
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 10000
    }

    AfterAll {
        $script:Sandbox | Stop-ConnectOutboundSandbox
    }

    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
        $script:Manifest = $script:ModuleManifest
    }

    It 'of ForEach-Object -Parallel send side by side' {
        $results = @(0..3 | ForEach-Object -ThrottleLimit 4 -Parallel {
                $with = $using:With
                Import-Module $using:Manifest
                $group = $_
                1..5 | ForEach-Object { "+1206555$(1000 + $group * 10 + $_)" } | Start-ConnectOutboundChat @with
            })
        $results.Count | Should -Be 20
        @($results | Where-Object Status -EQ 'Started').Count | Should -Be 20
        $script:Sandbox.ContactCount | Should -Be 20
    }

    It 'of Start-ThreadJob send, and their results are the objects themselves' {
        $job = Start-ThreadJob { $with = $using:With; Import-Module $using:Manifest; '+12065550100' | Start-ConnectOutboundChat @with }
        $result = $job | Receive-Job -Wait -AutoRemoveJob
        $result | Should -BeOfType ([ConnectOutbound.OutboundContact])
        $result.Status | Should -Be 'Started'
    }

    It 'of Start-Job send to a sandbox of another process, with keys' {
        $script:With += @{ AccessKey = 'AKIATEST'; SecretKey = 'x' }
        $job = Start-Job { $with = $using:With; Import-Module $using:Manifest; '+12065550100' | Start-ConnectOutboundChat @with }
        $result = $job | Receive-Job -Wait -AutoRemoveJob
        "$($result.Status)" | Should -BeExactly 'Started'
    }
}
