BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000

    function Get-Body {
        $script:Sandbox.Contacts[-1].Body | ConvertFrom-Json
    }
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A message' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:With = Get-Common $script:Sandbox
    }

    It 'takes its placeholders from the row, however they are spelt' {
        $row = [pscustomobject]@{ Phone = '+12065550100'; 'First Name' = 'Ana'; 'Attribute.OrderId' = 'A-1' }
        $message = 'Dear {first_name}, {Attribute.OrderId} {{literally}} {{{FIRST-NAME}}}'
        $run = Invoke-Run @($row) (Get-Common $script:Sandbox @{ Channel = 'SMS'; Message = $message } -Bare)
        $run.Results[0].Reason | Should -BeNullOrEmpty
        (Get-Body).InitialSystemMessage.Content | Should -BeExactly 'Dear Ana, A-1 {literally} {Ana}'
        $run.Warnings | Should -BeNullOrEmpty -Because 'the message uses the column'
    }

    It 'with a placeholder for <Fault> makes the row Invalid' -ForEach @(
        @{ Fault = 'a column that is not there'; Text = 'Hi {Nobody}'; Reason = "column 'Nobody', which the row does not have" }
        @{ Fault = 'an empty column'; Text = 'Hi {Empty}'; Reason = "column 'Empty', which is empty" }
    ) {
        $run = Invoke-Run @([pscustomobject]@{ Phone = '+12065550100'; Empty = '' }) (Get-Common $script:Sandbox @{ Channel = 'SMS'; Message = $Text } -Bare)
        $run.Results[0].Status | Should -Be 'Invalid'
        $run.Results[0].Reason | Should -Match $Reason
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'with braces that do not pair ends the run before any row' -ForEach 'Hi {Name', 'Hi Name}', 'Hi {}', 'Hi { }', '{a{b}}' {
        $with = Get-Common $script:Sandbox @{ Channel = 'SMS'; Message = $_ } -Bare
        $caught = { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -PassThru
        $caught | Get-ErrorName | Should -BeExactly 'MessageInvalid'
    }

    It 'of a column with braces that do not pair makes that row Invalid and no other' {
        $rows = [pscustomobject]@{ Phone = '+12065550100'; Message = 'Hi {Name' }, [pscustomobject]@{ Phone = '+12065550101'; Message = 'Hi' }
        $run = Invoke-Run $rows (Get-Common $script:Sandbox @{ Channel = 'SMS' } -Bare)
        ($run.Results | Sort-Object RowNumber).Status | Should -Be 'Invalid', 'Started'
    }

    It 'reads no placeholder in what it filled in' {
        $row = [pscustomobject]@{ Phone = '+12065550100'; Name = '{Phone}' }
        $run = Invoke-Run @($row) (Get-Common $script:Sandbox @{ Channel = 'SMS'; Message = 'Hi {Name}' } -Bare)
        $run.Results[0].Reason | Should -BeNullOrEmpty
        (Get-Body).InitialSystemMessage.Content | Should -BeExactly 'Hi {Phone}'
    }

    It 'may hold any character' {
        $text = "Zo`u{EB} `u{1F600} `u{4F60}`u{597D} `"quoted`" \ / `r`n <b>&amp;</b>"
        $run = Invoke-Run @('+12065550100') (Get-Common $script:Sandbox @{ Channel = 'SMS'; Message = $text } -Bare)
        $run.Results[0].Reason | Should -BeNullOrEmpty
        $script:Sandbox.Contacts[0].Message | Should -BeExactly $text
    }
}
