BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
    $script:File = Join-Path ([System.Environment]::GetFolderPath('ApplicationData')) 'ConnectOutbound/defaults.json'
    # The folder is the user's own where the environment does not say another: such a file is left alone.
    $script:Isolated = $env:XDG_CONFIG_HOME -and $script:File.StartsWith($env:XDG_CONFIG_HOME)
    $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl; Message = 'Hello' }
    $script:All = @{ InstanceId = $script:InstanceId; ContactFlowId = $script:FlowId; Source = $script:SourceArn; Channel = 'SMS' }
}

AfterAll {
    Stop-ConnectOutboundSandbox
    Clear-ConnectOutboundDefault
}

Describe 'A default' {
    BeforeEach {
        $script:Sandbox.Clear()
        Clear-ConnectOutboundDefault
    }

    It 'is taken where neither an argument nor a column says something' {
        Set-ConnectOutboundDefault @All
        (Get-Row | Start-ConnectOutboundChat @To).Status | Should -Be 'Started'
        $body = $script:Sandbox.Contacts[0].Body | ConvertFrom-Json
        $body.InstanceId | Should -BeExactly $script:InstanceId
        $body.SourceEndpoint.Address | Should -BeExactly $script:SourceArn
        (Get-Row | Test-ConnectOutboundChat -Message Hello).WillSend | Should -BeTrue
    }

    It 'gives way to an argument, and to a column that is not empty' {
        Set-ConnectOutboundDefault @All
        $other = 'f0000000-0000-0000-0000-000000000002'
        $null = Get-Row | Start-ConnectOutboundChat @To -ContactFlowId $other
        $rows = [pscustomobject]@{ Phone = '+12065550101'; Flow = $other }, [pscustomobject]@{ Phone = '+12065550102'; Flow = '' }
        $null = $rows | Start-ConnectOutboundChat @To
        ($script:Sandbox.Contacts.Body | ConvertFrom-Json | Sort-Object { $_.DestinationEndpoint.Address }).ContactFlowId |
            Should -Be $other, $other, $script:FlowId
    }

    It 'of the rate is the run''s rate, unless -RequestsPerSecond is given' {
        Set-ConnectOutboundDefault -RequestsPerSecond 4 -Burst 1
        $with = Get-PlanCommon
        $with.Remove('RequestsPerSecond')
        $with.Remove('Burst')
        (Get-Row 9 | Test-ConnectOutboundChat @with -Summary).Duration | Should -Be ([timespan]::FromSeconds(2))
        (Get-Row 9 | Test-ConnectOutboundChat @with -Summary -RequestsPerSecond 8).Duration | Should -Be ([timespan]::FromSeconds(1))
    }

    It 'of the Region and the profile is used for the connection' {
        Set-ConnectOutboundDefault -Region nowhere
        $with = Get-Common $script:Sandbox
        { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'RegionInvalid,*' -ExpectedMessage '*nowhere*'
        Set-ConnectOutboundDefault -ProfileName 'nobody has this one' -Region eu-central-1
        $elsewhere = Get-Common -With @{ EndpointUrl = 'http://127.0.0.1:9' }
        { Get-Row | Start-ConnectOutboundChat @elsewhere } | Should -Throw -ExpectedMessage '*nobody has this one*'
        # A sandbox has no use for a profile.
        (Get-Row | Start-ConnectOutboundChat @with).Status | Should -Be 'Started'
    }

    It 'of -ThrottleLimit is taken by runs, and by commands about contacts as far as they go' {
        Set-ConnectOutboundDefault @All -ThrottleLimit 300
        (Invoke-Run @(Get-Row) ($To + @{ Debug = $true; Confirm = $false })).Debug | Should -BeLike '*300 rows under way*'
        (Invoke-Run @(Get-Row) ($To + @{ Debug = $true; Confirm = $false; ThrottleLimit = 7 })).Debug | Should -BeLike '*7 rows under way*'
        $id = $script:Sandbox.Contacts[0].ContactId
        (Get-ConnectOutboundContact $id -EndpointUrl $script:Sandbox.EndpointUrl).ContactId | Should -BeExactly $id
        Set-ConnectOutboundDefault -ThrottleLimit 3
        { Set-ConnectOutboundDefault -ThrottleLimit 0 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'of the rate is what a report holds a run against, unless it is told' {
        Set-ConnectOutboundDefault -RequestsPerSecond 17
        $with = Get-Common $script:Sandbox
        $results = @(Get-Row 3 | Start-ConnectOutboundChat @with)
        $file = Join-Path $TestDrive 'report.html'
        $said = @($results | Export-ConnectOutboundReport $file -Verbose 4>&1)
        "$said" | Should -BeLike '*RequestsPerSecond = 17*'
        "$($results | Export-ConnectOutboundReport $file -RequestsPerSecond 5 -Verbose 4>&1)" | Should -Not -BeLike '*RequestsPerSecond*'
    }

    It 'is shown by -Verbose, its numbers masked' {
        Set-ConnectOutboundDefault @All
        $run = Invoke-Run @(Get-Row) ($To + @{ Verbose = $true })
        @($run.Verbose | Where-Object { "$_" -like "*Defaults*InstanceId = $($script:InstanceId) (Session)*" }).Count | Should -Be 1
    }
}

Describe 'A default in <Name>' -ForEach @(
    @{ Name = 'Start-ConnectOutboundChat'; With = @{ Destination = '+12065550100'; Message = 'x' }; TakesInstance = $true }
    @{ Name = 'Test-ConnectOutboundChat'; With = @{ Destination = '+12065550100'; Message = 'x' }; TakesInstance = $true }
    @{ Name = 'Get-ConnectOutboundContact'; With = @{ ContactId = '{contact}' }; TakesInstance = $true }
    @{ Name = 'Wait-ConnectOutboundContact'; With = @{ ContactId = '{contact}'; Until = 'Connected' }; TakesInstance = $true }
    @{ Name = 'Stop-ConnectOutboundContact'; With = @{ ContactId = '{contact}' }; TakesInstance = $true }
    @{ Name = 'Get-ConnectOutboundFlow'; With = @{}; TakesInstance = $true }
    @{ Name = 'Get-ConnectOutboundPhoneNumber'; With = @{}; TakesInstance = $true }
    @{ Name = 'Get-ConnectOutboundInstance'; With = @{}; TakesInstance = $false }
    @{ Name = 'Get-ConnectOutboundTemplate'; With = @{}; TakesInstance = $false }
) {
    # A sandbox for each test: five requests go at once to one, further lists at two a second.
    BeforeEach {
        Clear-ConnectOutboundDefault
        $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
        $script:Rest = @{ ContactFlowId = $script:FlowId; Source = $script:SourceArn; Channel = 'SMS' }
        # Ids: names are looked up at 2 requests a second.
        $script:Id = $script:Sandbox.Instances[0].InstanceId
        $started = Start-ConnectOutboundChat -Destination +12065550199 -Message x -InstanceId $script:Id -EndpointUrl $script:Sandbox.EndpointUrl @Rest
        $script:Call = $With + @{}
        if ($With.ContactId) { $script:Call.ContactId = $started.ContactId }
        $script:Here = @{ EndpointUrl = $script:Sandbox.EndpointUrl; ErrorAction = 'Stop' }
    }

    AfterEach {
        $script:Sandbox | Stop-ConnectOutboundSandbox
    }

    It 'is the Region, unless -Region is given, and -Verbose says so' {
        Set-ConnectOutboundDefault -Region nowhere -InstanceId sandbox @Rest
        { & $Name @Call @Here } | Should -Throw -ErrorId 'RegionInvalid,*' -ExpectedMessage '*nowhere*'
        Set-ConnectOutboundDefault -InstanceId $script:Id
        "$(& $Name @Call @Here -Region us-east-1 -Verbose 4>&1)" | Should -Not -Match 'Region = nowhere'
        Set-ConnectOutboundDefault -Region eu-central-1
        "$(& $Name @Call @Here -Verbose 4>&1)" | Should -Match 'Defaults, .*Region = eu-central-1 \(Session\)'
    }

    It 'is the profile, unless -ProfileName or a key is given' {
        Set-ConnectOutboundDefault -ProfileName 'nobody has this one' -InstanceId sandbox @Rest
        $elsewhere = @{ EndpointUrl = 'http://127.0.0.1:9'; ErrorAction = 'Stop' }
        { & $Name @Call @elsewhere } | Should -Throw -ErrorId 'ProfileNotFound,*' -ExpectedMessage '*nobody has this one*'
        { & $Name @Call @elsewhere -ProfileName 'nor this' } | Should -Throw -ErrorId 'ProfileNotFound,*' -ExpectedMessage '*nor this*'
        Set-ConnectOutboundDefault -InstanceId $script:Id
        "$(& $Name @Call @Here -Verbose 4>&1)" | Should -Not -Match 'nobody' -Because 'a sandbox has no use for a profile'
    }

    It 'is the instance, where the command takes one, unless -InstanceId is given' {
        (Get-Command $Name).Parameters.ContainsKey('InstanceId') | Should -Be $TakesInstance
        Set-ConnectOutboundDefault -InstanceId $script:Id @Rest
        $said = "$(& $Name @Call @Here -Verbose 4>&1)"
        $said -match "InstanceId = $script:Id \(Session\)" | Should -Be $TakesInstance
        if ($TakesInstance) {
            Set-ConnectOutboundDefault -InstanceId sandbos
            { & $Name @Call @Here } | Should -Throw -ErrorId 'InstanceNotFound,*'
            "$(& $Name @Call @Here -InstanceId $script:Id -Verbose 4>&1)" | Should -Not -Match 'sandbos'
        }
    }
}

Describe 'Defaults' {
    It 'are tried above with every command that takes a Region, and each default is a parameter of one' {
        $tried = [regex]::Matches((Get-Content -Raw $PSCommandPath), "@\{ Name = '(?<name>\w+-ConnectOutbound\w+)'") |
            ForEach-Object { $_.Groups['name'].Value }
        $taking = (Get-Command -Module ConnectOutbound |
            Where-Object { $_.Parameters.ContainsKey('Region') -and $_.Name -ne 'Set-ConnectOutboundDefault' }).Name
        $tried | Sort-Object | Should -Be @($taking | Sort-Object)
    }
}

Describe 'A default of the user' {
    BeforeEach {
        if (-not $script:Isolated) { Set-ItResult -Skipped -Because 'the folder for defaults cannot be moved on this platform' }
        Clear-ConnectOutboundDefault
        Remove-Item $script:File -ErrorAction Ignore
    }

    AfterEach {
        if ($script:Isolated) { Remove-Item $script:File -ErrorAction Ignore }
    }

    It 'in a file that is damaged stops a run, and names the file: <Text>' -ForEach @(
        @{ Text = '{'; Says = '*no JSON*' }
        @{ Text = '[]'; Says = '*no JSON object*' }
        @{ Text = '{ "SecretKey": "x" }'; Says = '*SecretKey*' }
        @{ Text = '{ "Channel": "Fax" }'; Says = '*Fax*' }
    ) {
        $null = New-Item (Split-Path $script:File) -ItemType Directory -Force
        Set-Content $script:File $Text
        $with = Get-Common $script:Sandbox
        { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'DefaultsInvalid,*' -ExpectedMessage $Says
        { Get-ConnectOutboundDefault } | Should -Throw -ErrorId 'DefaultsInvalid,*' -ExpectedMessage '*defaults.json*'
    }
}
