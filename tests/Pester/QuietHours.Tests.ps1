BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/HeldSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'Quiet hours' {
    BeforeAll {
        # Hours around this moment in UTC, and hours that are far from it.
        $now = [datetime]::UtcNow
        # Noumea is eleven hours ahead of UTC, the whole year.
        $script:FarZone = 'Pacific/Noumea'
        $script:QuietNow = '{0:HH:mm}-{1:HH:mm}' -f $now.AddHours(-2), $now.AddHours(2)
        $script:QuietLater = '{0:HH:mm}-{1:HH:mm}' -f $now.AddHours(4), $now.AddHours(6)
    }

    BeforeEach { $script:Sandbox.Clear() }

    It 'defer a row, by the zone of the run' {
        $run = Get-Held @(Get-Row) @{ QuietHours = $script:QuietNow; TimeZone = 'UTC' }
        $run.Results[0].Status | Should -Be 'Deferred'
        $run.Results[0].ErrorCode | Should -BeExactly 'QuietHours'
        $run.Errors | Should -BeNullOrEmpty
        (Get-Held @(Get-Row) @{ QuietHours = $script:QuietLater; TimeZone = 'UTC' }).Results[0].Status | Should -Be 'Started'
    }

    It 'count by the row''s own zone, and by that of the number''s country where it has one' {
        $rows = @(
            [pscustomobject]@{ Phone = '+12065550100'; TimeZone = 'UTC' }
            [pscustomobject]@{ Phone = '+12065550101'; TimeZone = $script:FarZone }
            [pscustomobject]@{ Phone = '+3545551234'; TimeZone = '' }
        )
        (Get-Held $rows @{ QuietHours = $script:QuietNow }).Results.Status | Should -Be 'Deferred', 'Started', 'Deferred'
    }

    It 'hold back a row whose local time is not known, unless told otherwise' {
        $result = (Get-Held @(Get-Row) @{ QuietHours = $script:QuietLater }).Results[0]
        $result.Status | Should -Be 'Deferred'
        $result.ErrorCode | Should -BeExactly 'TimeZoneUnknown'
        (Get-Held @(Get-Row) @{ QuietHours = $script:QuietLater; UnknownTimeZoneAction = 'Send' }).Results[0].Status | Should -Be 'Started'
    }

    It 'with Wait leave the row planned, and say when it may go' {
        $with = Get-PlanCommon @{ QuietHours = $script:QuietNow; TimeZone = 'UTC'; QuietHoursAction = 'Wait' }
        $plan = Get-Row | Test-ConnectOutboundChat @with
        $plan.WillSend | Should -BeTrue
        $plan.NotBefore | Should -BeGreaterThan ([datetimeoffset]::UtcNow.AddMinutes(110))
    }

    It 'that cannot be read, and zones that do not exist, stop before the first row: <Id>' -ForEach @(
        @{ Id = 'QuietHoursInvalid'; With = @{ QuietHours = '9pm-8am' }; Says = '*21:00-08:00*' }
        @{ Id = 'QuietHoursInvalid'; With = @{ QuietHours = '08:00-08:00' }; Says = '*whole day*' }
        @{ Id = 'QuietHoursInvalid'; With = @{ TimeZone = 'UTC' }; Says = '*-QuietHours*' }
        @{ Id = 'TimeZoneInvalid'; With = @{ QuietHours = '21:00-08:00'; TimeZone = 'Europe/Lodnon' }; Says = '*Europe/London*' }
        @{ Id = 'TimeZoneInvalid'; With = @{ QuietHours = '21:00-08:00'; TimeZone = 'EST' }; Says = '*America/New_York*' }
    ) {
        $with = Get-Common $script:Sandbox $With
        { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId "$Id,*" -ExpectedMessage $Says
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'in a row a zone that does not exist is a fault of the row' {
        $result = (Get-Held @([pscustomobject]@{ Phone = '+12065550100'; TimeZone = 'Nowhere/At_All' }) @{ QuietHours = $script:QuietLater }).Results[0]
        $result.Status | Should -Be 'Invalid'
        $result.ErrorCode | Should -BeExactly 'TimeZoneInvalid'
    }
}
