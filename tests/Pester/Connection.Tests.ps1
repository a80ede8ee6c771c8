BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/ElsewhereSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Get-Endpoint 'the same session'
    $script:Profiles = Join-Path $TestDrive 'credentials'
    Set-Content $script:Profiles @"
[sender]
aws_access_key_id = AKIAPROFILE000000001
aws_secret_access_key = $script:TestSecretKey
region = eu-west-1

[other]
aws_access_key_id = AKIAPROFILE000000002
aws_secret_access_key = $script:TestSecretKey
"@
    $keys = @{ AWS_REGION = 'us-east-1'; AWS_ACCESS_KEY_ID = 'AKIATEST'; AWS_SECRET_ACCESS_KEY = 'x' }
    # No row: nothing is sent to anybody, and -Verbose says where it would have gone.
    $said = '@{{ Said = @() | Start-ConnectOutboundChat {0} -Verbose 4>&1 | Out-String -Width 300 }}'
    $script:Seen = Invoke-Elsewhere -Environment @{ AWS_SHARED_CREDENTIALS_FILE = $script:Profiles } -Case ([ordered]@{
            '-Region'                                   = @{ Environment = @{ AWS_REGION = 'eu-west-2' }; Script = $said -f '-Region ap-southeast-2' }
            'AWS_REGION'                                = @{
                Environment = @{ AWS_REGION = 'eu-west-2'; AWS_DEFAULT_REGION = 'eu-north-1' }
                Script      = $said -f ''
            }
            'AWS_DEFAULT_REGION'                        = @{ Environment = @{ AWS_DEFAULT_REGION = 'eu-north-1' }; Script = $said -f '' }
            'the named profile, before the environment' = @{ Environment = @{ AWS_REGION = 'eu-west-2' }; Script = $said -f '-ProfileName sender' }
            'the profile that AWS_PROFILE names'        = @{ Environment = @{ AWS_PROFILE = 'sender' }; Script = $said -f '' }
            'the endpoint of the environment'           = @{
                Environment = $keys + @{ AWS_ENDPOINT_URL_CONNECT = (Get-Endpoint 'the endpoint of the environment').EndpointUrl }
                EndpointUrl = ''
            }
            'plain http in the environment'             = @{
                Environment = $keys + @{ AWS_ENDPOINT_URL = 'http://connect.example.com' }
                Script      = 'try { @() | Start-ConnectOutboundChat; @{ Id = "none" } } catch { @{ Id = $_.FullyQualifiedErrorId } }'
            }
        })
}

AfterAll {
    Stop-Endpoint
}

Describe 'A connection that cannot be' {
    It 'ends the run before any row, with an id and a remedy: <Case>' -ForEach @(
        @{ Case = '-AccessKey without -SecretKey'; With = @{ AccessKey = 'AKIA' }; Id = 'CredentialsIncomplete' }
        @{ Case = '-SecretKey without -AccessKey'; With = @{ SecretKey = 'x' }; Id = 'CredentialsIncomplete' }
        @{ Case = '-SessionToken alone'; With = @{ SessionToken = 'x' }; Id = 'CredentialsIncomplete' }
        @{
            Case = '-ProfileName with -AccessKey'
            With = @{ ProfileName = 'sender'; AccessKey = 'AKIA'; SecretKey = 'x'; ProfileLocation = '{profiles}' }
            Id   = 'CredentialsIncomplete'
        }
        @{
            Case   = 'a profile that is not there'
            With   = @{ ProfileName = 'nobody'; ProfileLocation = '{profiles}' }
            Id     = 'ProfileNotFound'
            Remedy = 'There are: .*other.*sender'
        }
        @{ Case = 'plain http to another computer'; With = @{ EndpointUrl = 'http://connect.example.com' }; Id = 'EndpointUrlNotEncrypted' }
        @{ Case = 'an address without a scheme'; With = @{ EndpointUrl = '127.0.0.1:8080' }; Id = 'EndpointUrlInvalid' }
        @{ Case = 'an address with another scheme'; With = @{ EndpointUrl = 'ftp://127.0.0.1' }; Id = 'EndpointUrlInvalid' }
        @{ Case = 'a port that cannot be'; With = @{ EndpointUrl = 'http://127.0.0.1:99999' }; Id = 'EndpointUrlInvalid' }
        @{ Case = 'nonsense as the address'; With = @{ EndpointUrl = 'nonsense' }; Id = 'EndpointUrlInvalid' }
        @{ Case = 'nonsense as the Region'; With = @{ Region = 'Virginia' }; Id = 'RegionInvalid' }
        @{ Case = 'a Region with a host in it'; With = @{ Region = 'us-east-1.example.com/' }; Id = 'RegionInvalid' }
        @{ Case = 'no Region'; With = @{ EndpointUrl = $null; AccessKey = 'AKIA'; SecretKey = 'x' }; Id = 'RegionMissing' }
    ) {
        $script:Sandbox.Clear()
        $all = Get-Common $script:Sandbox
        foreach ($name in $With.Keys) {
            if ($null -eq $With[$name]) { $all.Remove($name) } else { $all[$name] = $With[$name].Replace('{profiles}', $script:Profiles) }
        }
        $results = [System.Collections.Generic.List[object]]::new()
        $caught = { Get-Row | Start-ConnectOutboundChat @all -MaxAttempts 1 | ForEach-Object { $results.Add($_) } } | Should -Throw -PassThru
        $caught.FullyQualifiedErrorId | Should -BeExactly "$Id,ConnectOutbound.Commands.StartConnectOutboundChatCommand"
        $caught.ErrorDetails.RecommendedAction | Should -Match ($_.Remedy ?? '\w')
        $results.Count | Should -Be 0
        $script:Sandbox.RequestCount | Should -Be 0
    }
}

Describe 'An endpoint' {
    It 'that nobody listens at stops the run as EndpointUnreachable, and no row was sent' {
        $with = Get-Common $null @{ EndpointUrl = "http://127.0.0.1:$(Get-FreePort)"; AccessKey = 'AKIATEST'; SecretKey = 'x'; MaxAttempts = 1 }
        $run = Invoke-Run @(Get-Row 3) $with
        $run.Errors[0] | Get-ErrorName | Should -BeExactly 'EndpointUnreachable'
        $run.Errors[0].ErrorDetails.RecommendedAction | Should -Match '-EndpointUrl'
        $run.Results.Status | Should -Be 'NotSent', 'NotSent', 'NotSent'
    }

    It 'that is a web server and no Connect is said to be one: it answers <Status> <ContentType>' -ForEach @(
        @{ Status = 404; ContentType = 'text/html'; Body = '<html>Not Found</html>' }
        @{ Status = 404; ContentType = 'application/json'; Body = '{"message":"no such path"}' }
        @{ Status = 405; ContentType = 'text/html'; Body = '<html>Method Not Allowed</html>' }
        @{ Status = 301; ContentType = 'text/html'; Body = '<html>Moved</html>' }
        @{ Status = 200; ContentType = 'text/html'; Body = '<html>It works!</html>' }
    ) {
        $server = New-WebServer -Status $Status -ContentType $ContentType -Body $Body
        try {
            $run = Invoke-Run @(Get-Row 2) (Get-Common $null @{ EndpointUrl = $server.Url; AccessKey = 'AKIATEST'; SecretKey = 'x'; MaxAttempts = 1 })
        }
        finally {
            Remove-WebServer $server
        }
        @($run.Results).Count | Should -Be 2
        $run.Results.Status | Should -Not -Contain 'Started'
        if ($Status -ge 300) {
            # What answers 200 may have started the contact for all that is known; the rest may not.
            $run.Errors[0] | Get-ErrorName | Should -BeExactly 'EndpointNotConnect'
        }
    }

    It 'gets no redirected request: phone numbers go where they were meant to' {
        $server = New-WebServer -Status 307 -Body ''
        try {
            $null = Invoke-Run @(Get-Row) (Get-Common $null @{ EndpointUrl = $server.Url; AccessKey = 'AKIATEST'; SecretKey = 'x'; MaxAttempts = 1 })
            $server.Requests.Count | Should -Be 1
        }
        finally {
            Remove-WebServer $server
        }
    }

    It 'on loopback is not reached through a proxy (HTTP_PROXY, http_proxy)' {
        $proxy = New-WebServer -Status 502
        try {
            # A process of its own: the proxies are read once.
            # Names of a literal differ in more than case.
            $proxies = "{ 'HTTP_PROXY': '$($proxy.Url)', 'http_proxy': '$($proxy.Url)' }" | ConvertFrom-Json -AsHashtable
            $seen = (Invoke-Elsewhere -Environment $proxies -Case ([ordered]@{ proxy = @{ Arguments = '-AccessKey AKIATEST -SecretKey x' } })).proxy
            $proxy.Requests.Count | Should -Be 0
            $seen.Status | Should -Be 'Started', 'Started'
        }
        finally {
            Remove-WebServer $proxy
        }
    }

    It 'may come from the environment (AWS_ENDPOINT_URL_CONNECT)' {
        $script:Seen.'the endpoint of the environment'.Status | Should -Be 'Started', 'Started'
        (Get-Endpoint 'the endpoint of the environment').ContactCount | Should -Be 2
    }

    It 'of the environment must not be plain http to another computer either' {
        $script:Seen.'plain http in the environment'.Id | Should -Match '^EndpointUrlNotEncrypted'
    }
}

Describe 'The Region' {
    It 'comes from <Where>' -ForEach @(
        @{ Where = '-Region'; Expected = 'ap-southeast-2' }
        @{ Where = 'AWS_REGION'; Expected = 'eu-west-2' }
        @{ Where = 'AWS_DEFAULT_REGION'; Expected = 'eu-north-1' }
        @{ Where = 'the named profile, before the environment'; Expected = 'eu-west-1' }
        @{ Where = 'the profile that AWS_PROFILE names'; Expected = 'eu-west-1' }
    ) {
        $script:Seen.$Where.Said | Should -Match "signing for $Expected, sending to $Expected"
    }
}
