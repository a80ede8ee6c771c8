# Whatever a row holds, it gives one result, and the command goes on.

BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/FuzzSupport.ps1"
    Import-StagedModule
    $script:sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 1000000

    function Get-FuzzCommon {
        param([hashtable] $With = @{})
        Get-Common $script:sandbox ($With + @{ Message = 'Hello {Greeting}'; AttributeColumn = 'Note'; ThrottleLimit = 50 })
    }

    function Assert-EachRowOnce {
        param([object[]] $Result, [int] $Count, [string] $Property = 'RowNumber')
        $Result.Count | Should -Be $Count
        (@($Result.$Property) | Sort-Object -Unique).Count | Should -Be $Count
    }
}

AfterAll {
    $script:sandbox | Stop-ConnectOutboundSandbox
}

Describe 'Rows that no reader expects' {
    It 'give one plan each' {
        $common = Get-FuzzCommon
        $common.Remove('EndpointUrl')
        $common.Remove('ThrottleLimit')
        $plans = @((Get-HostileRow 1).Make(500, $false) | Test-ConnectOutboundChat @common -WarningAction Ignore)
        Assert-EachRowOnce $plans 500
        $plans.Status | Should -Contain 'Planned'
        $plans.ErrorCode | Should -Contain 'CellUnreadable'
        $plans.ErrorCode | Should -Contain 'RowUnreadable'
    }

    It 'give one result each' {
        $common = Get-FuzzCommon
        $results = @((Get-HostileRow 2).Make(400, $false) | Start-ConnectOutboundChat @common -WarningAction Ignore -ErrorAction SilentlyContinue)
        Assert-EachRowOnce $results 400
        $results.Status | Should -Contain 'Started'
    }

    It 'come out with their outcome beside them' {
        $common = Get-FuzzCommon @{ PassThru = $true }
        $results = @((Get-HostileRow 3).Make(400, $false) | Start-ConnectOutboundChat @common -WarningAction Ignore -ErrorAction SilentlyContinue)
        $results.Count | Should -Be 400
        $results.ConnectStatus | Where-Object { $_ -notin [ConnectOutbound.OutboundStatus].GetEnumNames() } | Should -BeNullOrEmpty
    }

    It 'give one result each in a named run' {
        $common = Get-FuzzCommon @{ RunName = 'fuzz'; JournalPath = Join-Path $TestDrive 'fuzz.db' }
        $results = @((Get-HostileRow 4).Make(300, $false) | Start-ConnectOutboundChat @common -WarningAction Ignore -ErrorAction SilentlyContinue)
        Assert-EachRowOnce $results 300
    }

    It 'give one result each with -RequireAllValid, where <Name>' -ForEach @(
        @{ Name = 'all are valid'; IsValid = $true; Status = 'Started' }
        @{ Name = 'some are invalid'; IsValid = $false; Status = 'NotSent' }
    ) {
        $common = Get-FuzzCommon @{ RequireAllValid = $true }
        $results = @((Get-HostileRow 5).Make(200, $IsValid) | Start-ConnectOutboundChat @common -WarningAction Ignore -ErrorAction SilentlyContinue)
        Assert-EachRowOnce $results 200
        $results.Status | Should -Contain $Status
        $results.Status -contains 'Started' | Should -Be $IsValid
    }
}
