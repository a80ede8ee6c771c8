BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule

    function Invoke-Faulty {
        param([string] $Kind, [hashtable] $With = @{}, [int] $Count = 3, [double] $Rate = 1, [int] $Seed = 0, [object[]] $Row)
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultRate $Rate -FaultKind $Kind -FaultSeed $Seed
        try {
            $run = Invoke-Run @($Row ? $Row : (Get-Row $Count)) (Get-Common $sandbox $With)
            $run | Add-Member NoteProperty Sandbox $sandbox -PassThru
        }
        finally {
            $sandbox | Stop-ConnectOutboundSandbox
        }
    }
}

# The engine's tests have the other kinds.
Describe 'A fault of the service that goes away: <_>' -ForEach 'Throttle', 'CutAfter' {
    It 'costs attempts and no row, and starts nothing twice' {
        $run = Invoke-Faulty $_ -Rate 0.4 -Seed 5 -Count 12 -With @{ MaxAttempts = 12 }
        $run.Results.Count | Should -Be 12
        @($run.Results | Where-Object Status -NE 'Started').Count | Should -Be 0
        $run.Errors | Should -BeNullOrEmpty
        $run.Sandbox.FaultCount | Should -BeGreaterThan 0
        $run.Sandbox.ContactCount | Should -Be 12
        ($run.Results.Attempts | Measure-Object -Sum).Sum | Should -Be $run.Sandbox.RequestCount
        ($run.Results.ContactId | Sort-Object) -join ' ' | Should -BeExactly (($run.Sandbox.Contacts.ContactId | Sort-Object) -join ' ')
    }
}

Describe 'A fault that stays' {
    It 'of the service leaves what may have been started as Unknown: <Kind>' -ForEach @(
        @{ Kind = 'CutAfter'; Code = 'ConnectionLost' }
        @{ Kind = 'TruncatedJson'; Code = 'UnreadableAnswer' }
        @{ Kind = 'InvalidJson'; Code = 'UnreadableAnswer' }
        @{ Kind = 'CutAfterStatusLine'; Code = $null }
        @{ Kind = 'CutBefore'; Code = 'ConnectionLost' }
        @{ Kind = 'InternalError'; Code = 'InternalServiceException' }
        @{ Kind = 'UnavailableHtml'; Code = $null }
    ) {
        $run = Invoke-Faulty $Kind -With @{ MaxAttempts = 2 }
        $run.Results.Count | Should -Be 3
        foreach ($result in $run.Results) {
            $result.Status | Should -Be 'Unknown'
            $result.Attempts | Should -Be 2
            $result.ContactId | Should -BeNullOrEmpty
            $result.ClientToken | Should -Not -BeNullOrEmpty
            if ($Code) { $result.ErrorCode | Should -BeExactly $Code }
        }
        $run.Errors | Get-ErrorName | Should -Be 'ContactUnknown', 'ContactUnknown', 'ContactUnknown'
        $run.Errors[0].FullyQualifiedErrorId | Should -BeExactly 'ContactUnknown,ConnectOutbound.Commands.StartConnectOutboundChatCommand'
        $run.Errors[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
        $run.Errors[0].ErrorDetails.RecommendedAction | Should -Match 'token'
        $run.Sandbox.ContactCount | Should -BeLessOrEqual 3
    }

    It 'of an answer that never comes is Unknown after -TimeoutSec' {
        $run = Invoke-Faulty 'Hang' -With @{ MaxAttempts = 1; TimeoutSec = 1 }
        $run.Results.Status | Should -Be 'Unknown', 'Unknown', 'Unknown'
        $run.Results[0].ErrorCode | Should -BeExactly 'Timeout'
        $run.Results[0].Reason | Should -Not -BeNullOrEmpty
    }

    It 'of a row fails that row and no other: <Kind>' -ForEach @(
        @{ Kind = 'InvalidRequest'; Code = 'InvalidRequestException'; Attempts = 1 }
        @{ Kind = 'Conflict'; Code = 'ConflictException'; Attempts = 2 }
    ) {
        $run = Invoke-Faulty $Kind
        $run.Results.Status | Should -Be 'Failed', 'Failed', 'Failed'
        $run.Results[0].ErrorCode | Should -BeExactly $Code
        $run.Results[0].Attempts | Should -Be $Attempts
        $run.Results[0].RequestId | Should -Not -BeNullOrEmpty
        $run.Errors.FullyQualifiedErrorId | Sort-Object -Unique | Should -BeExactly 'ContactFailed,ConnectOutbound.Commands.StartConnectOutboundChatCommand'
        $run.Errors[0].CategoryInfo.Category | Should -Be 'InvalidOperation'
        $run.Errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $run.Sandbox.ContactCount | Should -Be 0
    }

    It 'that no row can pass stops the run with one error that says what to do: <Kind>' -ForEach @(
        @{ Kind = 'AccessDenied'; Id = 'AccessDenied'; Category = 'PermissionDenied'; Remedy = 'connect:StartOutboundChatContact' }
        @{ Kind = 'ExpiredToken'; Id = 'CredentialsExpired'; Category = 'AuthenticationError'; Remedy = 'Sign in again' }
        @{ Kind = 'NotFound'; Id = 'ResourceNotFound'; Category = 'ObjectNotFound'; Remedy = '-InstanceId' }
    ) {
        $run = Invoke-Faulty $Kind -Count 40 -With @{ ThrottleLimit = 2 }
        $run.Results.Count | Should -Be 40
        @($run.Results | Where-Object Status -NE 'NotSent').Count | Should -Be 0
        $ofRun = @($run.Errors | Where-Object { ($_ | Get-ErrorName) -eq $Id })
        $ofRun.Count | Should -Be 1
        [object]::ReferenceEquals($run.Errors[0], $ofRun[0]) | Should -BeTrue -Because 'the cause comes before what follows from it'
        $ofRun[0].FullyQualifiedErrorId | Should -BeExactly "$Id,ConnectOutbound.Commands.StartConnectOutboundChatCommand"
        $ofRun[0].CategoryInfo.Category | Should -Be $Category
        $ofRun[0].ErrorDetails.RecommendedAction | Should -Match $Remedy
        @($run.Errors | Where-Object { ($_ | Get-ErrorName) -eq 'ContactNotSent' }).Count | Should -Be 40
        $run.Sandbox.RequestCount | Should -BeLessOrEqual 4
    }

    It 'of an instance that the row itself brought fails the row alone' {
        $row = [pscustomobject]@{ Phone = '+12065550100'; InstanceId = '99999999-2222-3333-4444-555555555555' }
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultRate 1 -FaultKind NotFound
        try {
            $with = Get-Common $sandbox
            $with.Remove('InstanceId')
            $run = Invoke-Run @($row) $with
        }
        finally {
            $sandbox | Stop-ConnectOutboundSandbox
        }
        $run.Results[0].Status | Should -Be 'Failed'
        @($run.Errors).Count | Should -Be 1
    }
}

Describe 'An Unknown row' {
    It 'that is sent again by its result is settled without a second contact' {
        $sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -FaultRate 0.5 -FaultKind CutAfter -FaultSeed 3
        try {
            $with = Get-Common $sandbox @{ MaxAttempts = 1 }
            $results = @(Get-Row 12 | Start-ConnectOutboundChat @with -ErrorAction SilentlyContinue)
            $open = @($results | Where-Object Status -EQ 'Unknown')
            $open.Count | Should -BeGreaterThan 0
            for ($i = 0; $open.Count -and $i -lt 20; $i++) {
                $open = @($open | Start-ConnectOutboundChat @with -ErrorAction SilentlyContinue | Where-Object Status -EQ 'Unknown')
            }
            $open.Count | Should -Be 0
            $sandbox.ContactCount | Should -Be 12
        }
        finally {
            $sandbox | Stop-ConnectOutboundSandbox
        }
    }
}
