BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/HeldSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'A national number' {
    BeforeEach { $script:Sandbox.Clear() }

    It '<Number> of <Country> is <Expected>' -ForEach @(
        @{ Number = '(206) 555-0102'; Country = 'US'; Expected = '+12065550102' }
        @{ Number = '1-206-555-0102'; Country = 'US'; Expected = '+12065550102' }
        @{ Number = '011 44 20 7946 0958'; Country = 'US'; Expected = '+442079460958' }
        @{ Number = '020 7946 0958'; Country = 'GB'; Expected = '+442079460958' }
        @{ Number = '+44 (0)20 7946 0958'; Country = 'US'; Expected = '+442079460958' }
        @{ Number = '00 1 206 555 0102'; Country = 'de'; Expected = '+12065550102' }
        @{ Number = '030 23125 012'; Country = 'DE'; Expected = '+493023125012' }
        @{ Number = '06 12345678'; Country = 'IT'; Expected = '+390612345678' }
    ) {
        (Get-Held @([pscustomobject]@{ Phone = $Number }) @{ DefaultCountry = $Country }).Results[0].Destination | Should -BeExactly $Expected
        (Get-Held @([pscustomobject]@{ Phone = $Number; Country = $Country })).Results[0].Destination | Should -BeExactly $Expected
    }

    It 'of the row''s country is read by that, and by -DefaultCountry where the row names none' {
        $rows = [pscustomobject]@{ Phone = '020 7946 0958'; Country = 'GB' }, [pscustomobject]@{ Phone = '206 555 0102'; Country = '' }
        (Get-Held $rows @{ DefaultCountry = 'US' }).Results.Destination | Should -Be '+442079460958', '+12065550102'
    }

    It 'without a country is invalid and says what to do' {
        $result = (Get-Held @('206 555 0102')).Results[0]
        $result.Status | Should -Be 'Invalid'
        $result.Reason | Should -BeLike '*-DefaultCountry*'
        $script:Sandbox.RequestCount | Should -Be 0
    }

    It 'of a country that does not exist is invalid; a number with its country code is not' {
        $rows = [pscustomobject]@{ Phone = '206 555 0102'; Country = 'Narnia' }, [pscustomobject]@{ Phone = '+12065550103'; Country = 'Narnia' }
        $results = (Get-Held $rows).Results
        $results.Status | Should -Be 'Invalid', 'Started'
        $results[0].Reason | Should -BeLike '*Narnia*'
    }

    It 'a -DefaultCountry that does not exist stops before the first row' {
        $with = Get-Common $script:Sandbox @{ DefaultCountry = 'UK' }
        { Get-Row | Start-ConnectOutboundChat @with } | Should -Throw -ErrorId 'DefaultCountryInvalid,*' -ExpectedMessage '*GB*'
    }
}

Describe 'The library of phone numbers' {
    It 'is not loaded for numbers in E.164, and is for the first other one' {
        $loaded = '[bool]([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq "PhoneNumbers" })'
        $seen = Invoke-ChildJson @"
`$with = @{ InstanceId = '$script:InstanceId'; ContactFlowId = '$script:FlowId'; Source = '$script:SourceArn'; Channel = 'SMS'; Message = 'x' }
`$plain = '+12065550100', '+4915123456789', '+5511987654321' | Test-ConnectOutboundChat @with
`$before = $loaded
`$other = '(206) 555-0101' | Test-ConnectOutboundChat @with -DefaultCountry US
@{ Status = @(`$plain.Status + `$other.Status | ForEach-Object { "`$_" }); Before = `$before; After = $loaded } | ConvertTo-Json -Compress
"@
        $seen.Status | Should -Be 'Planned', 'Planned', 'Planned', 'Planned'
        $seen.Before | Should -BeFalse
        $seen.After | Should -BeTrue
    }
}

Describe 'A file with national numbers' {
    It 'has each row read by its country, one duplicate found, and every fault named' {
        $rows = Import-Csv "$PSScriptRoot/data/national.csv" -Delimiter ';'
        $script:Sandbox.Clear()
        $run = Get-Held $rows @{ Channel = 'SMS'; DefaultCountry = 'US'; ColumnMap = @{ Country = 'Land' }; Message = 'Hello {Customer Name}' } -Bare
        @($run.Results | Where-Object Status -EQ 'Started').RowNumber | Should -Be 1, 2, 6, 7, 12
        @($run.Results | Where-Object Status -EQ 'Duplicate').RowNumber | Should -Be 3
        @($run.Results | Where-Object Status -EQ 'Invalid').RowNumber | Should -Be 4, 5, 8, 9, 10, 11, 13
        $run.Results[5].Destination, $run.Results[6].Destination | Should -Be '+442079460124', '+442079460125'
        $run.Results[2].Reason | Should -BeExactly 'Row 2 has the same destination.'
        $run.Results[9].Reason | Should -BeLike '*later*call me*'
        @($run.Warnings | Where-Object { "$_" -like '*Remark*' }).Count | Should -Be 1
        $script:Sandbox.ContactCount | Should -Be 5
    }
}
