BeforeDiscovery {
    # How people write numbers. Each is looked for by its digits.
    $script:Written = @(
        @{ Number = '+12065550123' }
        @{ Number = '+1 (206) 555-0123' }
        @{ Number = '206.555.0123' }
        @{ Number = '+1/206/555/0123' }
        @{ Number = '011 1 206 555 0123' }
        @{ Number = '+12065550123x22' }
        @{ Number = '+1 206 555 0123 ext. 4' }
        @{ Number = 'tel:+12065550123;ext=4' }
        @{ Number = 'call 12065550123 please' }
        @{ Number = 'tel12065550123' }
        @{ Number = 'whatsapp:12065550123' }
        @{ Number = '+12065550123_old' }
        @{ Number = "206`u{2011}555`u{2011}0123" }
        @{ Number = "206`u{2013}555`u{2013}0123" }
        @{ Number = "206`u{2009}555`u{2009}0123" }
        @{ Number = '206 - 555 - 0123' }
        @{ Number = '[206] 555-0123' }
        @{ Number = '+12065550123, +12065550124' }
        @{ Number = "+12065550123`n+12065550124" }
        @{ Number = '+120655501230000' }
        @{ Number = '=+12065550123' }
    )
}

BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000 -AccessKey $script:TestAccessKey -SecretKey $script:TestSecretKey -SessionToken $script:TestSessionToken

    # What all streams but the results say, as one text.
    function Get-Said {
        param($Run)
        @($Run.Errors + $Run.Warnings + $Run.Verbose + $Run.Debug + $Run.Information | Get-ShownText) -join "`n"
    }

    # Six digits of the number in a row, whatever stands between them.
    function Find-Number {
        param([string] $Text)
        [regex]::Matches(($Text -replace '[^\p{L}\p{N}\n\u2026''"]', ''), '(206555|65550)').Count
    }
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A phone number' {
    It 'written as "<Number>" is in no stream, whatever the row is: <Kind>' -ForEach $(
        foreach ($case in $script:Written) {
            @{ Number = $case.Number; Kind = 'a text'; Make = { $args[0] } }
            @{ Number = $case.Number; Kind = 'an object'; Make = { [pscustomobject]@{ Phone = $args[0]; ChatDuration = 'x'; Agent = 'n' } } }
        }
    ) {
        $row = & $Make $Number
        $with = Get-Common $script:Sandbox @{ Verbose = $true; Debug = $true; Confirm = $false }
        $run = Invoke-Run @($row) $with
        @($run.Results).Count | Should -Be 1
        $said = Get-Said $run
        $said | Should -Not -BeNullOrEmpty
        Find-Number $said | Should -Be 0 -Because "all that was said is: $said"
    }

    It 'is not in the category of an error, which the views NormalView and CategoryView show: <Kind>' -ForEach @(
        @{ Kind = 'a text'; Row = '206 555 0123' }
        @{ Kind = 'an object'; Row = [pscustomobject]@{ Phone = '206 555 0123' } }
    ) {
        $run = Invoke-Run @($Row) (Get-Common $script:Sandbox)
        Find-Number "$($run.Errors[0].CategoryInfo) $($run.Errors[0].CategoryInfo.GetMessage())" | Should -Be 0 -Because "it is: $($run.Errors[0].CategoryInfo)"
    }

    It 'that stands in another column is not shown either' {
        $row = [pscustomobject]@{ Phone = '+12065550100'; Channel = '+12065550101'; ChatDuration = '+12065550102'; 'Segment.bad name' = '+12065550103'; Flow = 'a b +12065550104' }
        $with = Get-Common $script:Sandbox @{ Verbose = $true; Debug = $true; Confirm = $false; Message = 'x' } -Bare
        $with.Remove('ContactFlowId')
        $run = Invoke-Run @($row) $with
        $run.Results[0].Status | Should -Be 'Invalid'
        Find-Number (Get-Said $run) | Should -Be 0 -Because (Get-Said $run)
    }

    It 'that is the header of a file without headers is not shown' {
        $run = Invoke-Run @("+12065550100,Ana`n+12065550101,Bob" | ConvertFrom-Csv) (Get-Common $script:Sandbox @{ Verbose = $true })
        Find-Number (Get-Said $run) | Should -Be 0 -Because (Get-Said $run)
    }

    It 'is not in the progress display' {
        $shell = [powershell]::Create()
        $slow = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -LatencyMilliseconds 300
        try {
            $null = $shell.AddScript('param($module, $rows, $with) Import-Module $module; $rows | Start-ConnectOutboundChat @with').AddArgument($script:ModuleManifest).AddArgument((Get-Row 6)).AddArgument((Get-Common $slow @{ ThrottleLimit = 2 }))
            $shell.Invoke().Count | Should -Be 6
            $text = $shell.Streams.Progress | ForEach-Object { "$($_.Activity) $($_.StatusDescription) $($_.CurrentOperation)" }
            $text | Should -Not -BeNullOrEmpty
            Find-Number ($text -join "`n") | Should -Be 0
        }
        finally {
            $shell.Dispose()
            $slow | Stop-ConnectOutboundSandbox
        }
    }
}

Describe 'A secret' {
    It 'is in no stream when all goes well, and neither is the message' {
        $with = Get-Common $script:Sandbox @{ Verbose = $true; Debug = $true; Confirm = $false; AccessKey = $script:TestAccessKey; SecretKey = $script:TestSecretKey; SessionToken = $script:TestSessionToken; Message = 'private words' }
        $run = Invoke-Run @(Get-Row 2) $with
        $run.Results.Status | Should -Be 'Started', 'Started'
        $said = Get-Said $run
        $run.Verbose.Count | Should -BeGreaterThan 2
        $run.Debug.Count | Should -BeGreaterThan 0
        foreach ($secret in $script:TestSecretKey, $script:TestSessionToken, 'private words') {
            $said.Contains($secret) | Should -BeFalse
        }
        Find-Number $said | Should -Be 0
    }

    It 'is in no stream when it is wrong' {
        $with = Get-Common $script:Sandbox @{ Verbose = $true; Debug = $true; Confirm = $false; AccessKey = $script:TestAccessKey; SecretKey = 'wrong/secret+key'; SessionToken = 'wrong//token' }
        $run = Invoke-Run @(Get-Row 2) $with
        $run.Errors | Get-ErrorName | Should -Contain 'CredentialsRejected'
        $said = Get-Said $run
        $said.Contains('wrong/secret+key') | Should -BeFalse
        $said.Contains('wrong//token') | Should -BeFalse
    }

    It 'is in no stream at the fault <_>' -ForEach ([Enum]::GetNames([ConnectOutbound.SandboxFaultKind]) | Where-Object { $_ -notin 'Hang', 'LimitExceeded', 'Throttle', 'RetryAfter' }) {
        $faulty = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultRate 1 -FaultKind $_ -AccessKey $script:TestAccessKey -SecretKey $script:TestSecretKey -SessionToken $script:TestSessionToken
        try {
            $with = Get-Common $faulty @{ Verbose = $true; Debug = $true; Confirm = $false; MaxAttempts = 1; AccessKey = $script:TestAccessKey; SecretKey = $script:TestSecretKey; SessionToken = $script:TestSessionToken }
            $run = Invoke-Run @(Get-Row 2) $with
        }
        finally {
            $faulty | Stop-ConnectOutboundSandbox
        }
        @($run.Results).Count | Should -Be 2
        $said = Get-Said $run
        $said.Contains($script:TestSecretKey) | Should -BeFalse
        $said.Contains($script:TestSessionToken) | Should -BeFalse
        Find-Number $said | Should -Be 0 -Because $said
    }

    It 'in an address is not shown' {
        $with = Get-Common $null @{ EndpointUrl = 'http://user:pa55word@connect.example.com'; Verbose = $true }
        $caught = { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -PassThru
        ($caught | Get-ShownText) -join ' ' | Should -Not -Match 'pa55word'
    }
}

Describe '-Verbose' {
    It 'says where requests go and what became of each row' {
        $with = Get-Common $script:Sandbox @{ Verbose = $true; Region = 'eu-central-1' }
        $run = Invoke-Run @(@(Get-Row) + 'x') $with
        $said = $run.Verbose.Message -join "`n"
        $said | Should -Match 'eu-central-1'
        $said | Should -Match ([regex]::Escape("127.0.0.1:$($script:Sandbox.Port)"))
        $said | Should -Match 'Row 1.*0100.*Started'
        $said | Should -Match 'Row 2.*Invalid'
        $said | Should -Match '2 rows in .*1 Started, 1 Invalid'
    }
}

Describe 'Silence' {
    It 'is what a run without faults says' {
        $run = Invoke-Run @(Get-Row 3) (Get-Common $script:Sandbox)
        Get-Said $run | Should -BeNullOrEmpty
    }
}

Describe 'The progress display' {
    It 'shows counts and rate, and <What>' -ForEach @(
        @{ What = 'with -TotalCount how far it is'; Total = 6; Status = '^\d+ of 6 rows: '; Percent = $true }
        @{ What = 'without -TotalCount no percentage'; Total = 0; Status = '^\d+ rows: '; Percent = $false }
    ) {
        $slow = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -LatencyMilliseconds 300
        $shell = [powershell]::Create()
        try {
            $with = Get-Common $slow @{ ThrottleLimit = 2 }
            if ($Total) { $with.TotalCount = $Total }
            $null = $shell.AddScript('param($module, $rows, $with) Import-Module $module; $rows | Start-ConnectOutboundChat @with').AddArgument($script:ModuleManifest).AddArgument((Get-Row 6)).AddArgument($with)
            $null = $shell.Invoke()
            $records = @($shell.Streams.Progress | Where-Object RecordType -NE 'Completed')
            $records.Count | Should -BeGreaterThan 1
            foreach ($record in $records) {
                $record.Activity | Should -BeExactly 'Starting outbound contacts'
                $record.StatusDescription | Should -Match $Status
                $record.CurrentOperation | Should -Match 'rows/s, \d+ under way'
                ($record.PercentComplete -ge 0) | Should -Be $Percent
            }
            $shell.Streams.Progress[-1].RecordType | Should -Be 'Completed'
        }
        finally {
            $shell.Dispose()
            $slow | Stop-ConnectOutboundSandbox
        }
    }
}
