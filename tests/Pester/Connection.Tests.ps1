BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    # To the fresh PowerShells below this one is an endpoint like any other: it is not of their session.
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
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

    # A run in a fresh PowerShell; what came of it as JSON.
    function Invoke-Elsewhere {
        param([hashtable] $Environment = @{}, [string] $Arguments = '', [string] $EndpointUrl = $script:Sandbox.EndpointUrl)
        $endpoint = $EndpointUrl ? "-EndpointUrl '$EndpointUrl'" : ''
        $closed = $Environment.Clone()
        if (-not ($closed.Keys -like '*_PROXY')) {
            # A test that fails reaches nobody: what does not go to this computer goes where nobody listens.
            $closed.HTTPS_PROXY = 'http://127.0.0.1:1'
        }
        Invoke-ChildJson -Environment $closed -Script @"
`$said = [System.Collections.Generic.List[string]]::new()
`$results = @('+12065550100', '+12065550101' | Start-ConnectOutboundChat -InstanceId $script:InstanceId -ContactFlowId $script:FlowId -Source $script:SourceArn -Channel SMS -Message x -MaxAttempts 1 $endpoint $Arguments -Verbose -ErrorAction SilentlyContinue -ErrorVariable failures 4>&1 | ForEach-Object { if (`$_ -is [System.Management.Automation.VerboseRecord]) { `$said.Add("`$_") } else { `$_ } })
@{
    Status = @(`$results.Status | ForEach-Object { "`$_" })
    Attempts = @(`$results.Attempts)
    Ids = @(`$failures.FullyQualifiedErrorId)
    Message = "`$(`$failures[0])"
    Remedy = "`$(`$failures[0].ErrorDetails.RecommendedAction)"
    Said = `$said -join ' '
} | ConvertTo-Json -Compress
"@
    }
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'Without credentials' {
    BeforeAll {
        $script:Sandbox.Clear()
        $script:Seen = Invoke-Elsewhere
    }

    It 'one error says so and names the remedies' {
        $script:Seen.Ids[0] | Should -BeExactly 'CredentialsNotFound,ConnectOutbound.Commands.StartConnectOutboundChatCommand'
        $script:Seen.Remedy | Should -Match '-ProfileName'
        @($script:Seen.Ids -match '^CredentialsNotFound').Count | Should -Be 1
    }

    It 'every row comes out as NotSent' {
        $script:Seen.Status | Should -Be 'NotSent', 'NotSent'
        @($script:Seen.Ids -match '^ContactNotSent').Count | Should -Be 2
    }

    It 'no request is sent, and none is counted' {
        $script:Sandbox.RequestCount | Should -Be 0
        $script:Seen.Attempts | Should -Be 0, 0
    }

    It 'a sandbox of the same session takes a placeholder' {
        (Invoke-Run @(Get-Row) (Get-Common $script:Sandbox)).Results[0].Status | Should -Be 'Started'
    }
}

Describe 'Credentials' {
    BeforeEach {
        $script:Sandbox.Clear()
    }

    It 'come from <Where>' -ForEach @(
        @{ Where = 'the environment'; Expected = 'AKIAENVIRONMENT00001'; Environment = @{ AWS_ACCESS_KEY_ID = 'AKIAENVIRONMENT00001'; AWS_SECRET_ACCESS_KEY = 'x' }; Arguments = '' }
        @{ Where = 'a named profile'; Expected = 'AKIAPROFILE000000001'; Environment = @{ AWS_SHARED_CREDENTIALS_FILE = '{profiles}' }; Arguments = '-ProfileName sender' }
        @{ Where = 'the profile that AWS_PROFILE names'; Expected = 'AKIAPROFILE000000002'; Environment = @{ AWS_SHARED_CREDENTIALS_FILE = '{profiles}'; AWS_PROFILE = 'other' }; Arguments = '' }
        @{ Where = 'a profile in the file of -ProfileLocation'; Expected = 'AKIAPROFILE000000002'; Environment = @{}; Arguments = "-ProfileName other -ProfileLocation '{profiles}'" }
        @{ Where = 'arguments, before the environment'; Expected = 'AKIAARGUMENT00000001'; Environment = @{ AWS_ACCESS_KEY_ID = 'AKIAENVIRONMENT00001'; AWS_SECRET_ACCESS_KEY = 'x' }; Arguments = '-AccessKey AKIAARGUMENT00000001 -SecretKey y' }
        @{ Where = 'a named profile, before the environment'; Expected = 'AKIAPROFILE000000001'; Environment = @{ AWS_ACCESS_KEY_ID = 'AKIAENVIRONMENT00001'; AWS_SECRET_ACCESS_KEY = 'x'; AWS_SHARED_CREDENTIALS_FILE = '{profiles}' }; Arguments = '-ProfileName sender' }
    ) {
        $with = @{}
        foreach ($name in $Environment.Keys) { $with[$name] = $Environment[$name].Replace('{profiles}', $script:Profiles) }
        $seen = Invoke-Elsewhere $with $Arguments.Replace('{profiles}', $script:Profiles)
        $seen.Message | Should -BeNullOrEmpty
        $seen.Status | Should -Be 'Started', 'Started'
        $script:Sandbox.Contacts.AccessKeyId | Sort-Object -Unique | Should -BeExactly $Expected
    }

    It 'and Region and endpoint come from the default profile where the variables are <What>' -ForEach @(
        @{ What = 'empty'; Blank = '' }
        @{ What = 'white space'; Blank = '  ' }
    ) {
        $file = Join-Path $TestDrive 'default-profile'
        Set-Content $file "[default]`naws_access_key_id = AKIADEFAULT000000001`naws_secret_access_key = $script:TestSecretKey`nregion = eu-west-1`nendpoint_url = $($script:Sandbox.EndpointUrl)"
        $with = @{ AWS_SHARED_CREDENTIALS_FILE = $file }
        foreach ($name in 'AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_CONNECT') { $with[$name] = $Blank }
        $seen = Invoke-Elsewhere $with -EndpointUrl ''
        $seen.Message | Should -BeNullOrEmpty
        $seen.Status | Should -Be 'Started', 'Started'
        $seen.Said | Should -BeLike '*signing for eu-west-1*'
        $script:Sandbox.Contacts.AccessKeyId | Sort-Object -Unique | Should -BeExactly 'AKIADEFAULT000000001'
    }

    It 'and Region and endpoint come from the profile that -ProfileName names: <What>' -ForEach @(
        @{ What = 'its endpoint_url'; Lines = 'endpoint_url = {0}'; Environment = @{} }
        @{ What = 'its endpoint_url, and not that of AWS_PROFILE'; Lines = 'endpoint_url = {0}'; Environment = @{ AWS_PROFILE = 'other' } }
        @{ What = 'its endpoint_url, where a variable is blank'; Lines = 'endpoint_url = {0}'; Environment = @{ AWS_ENDPOINT_URL = ' ' } }
        @{ What = 'its services'; Lines = "services = local`n`n[services local]`nconnect =`n  endpoint_url = {0}"; Environment = @{} }
    ) {
        $keys = "aws_access_key_id = AKIANAMED0000000001`naws_secret_access_key = $script:TestSecretKey`nregion = eu-west-1"
        $file = Join-Path $TestDrive 'named-profile'
        # The other endpoint is one where nobody listens.
        Set-Content $file ("[profile other]`n$keys`nendpoint_url = http://127.0.0.1:1`n`n[profile named]`n$keys`n" + ($Lines -f $script:Sandbox.EndpointUrl))
        $seen = Invoke-Elsewhere ($Environment + @{ AWS_CONFIG_FILE = $file }) '-ProfileName named' -EndpointUrl ''
        $seen.Message | Should -BeNullOrEmpty
        $seen.Status | Should -Be 'Started', 'Started'
        $seen.Said | Should -BeLike '*signing for eu-west-1*'
        $script:Sandbox.Contacts.AccessKeyId | Sort-Object -Unique | Should -BeExactly 'AKIANAMED0000000001'
    }

    It 'and endpoint come from the profile in the file that -ProfileLocation names' {
        $file = Join-Path $TestDrive 'located-profile'
        Set-Content $file "[named]`naws_access_key_id = AKIANAMED0000000001`naws_secret_access_key = $script:TestSecretKey`nregion = eu-west-1`nendpoint_url = $($script:Sandbox.EndpointUrl)"
        $seen = Invoke-Elsewhere @{} "-ProfileName named -ProfileLocation '$file'" -EndpointUrl ''
        $seen.Message | Should -BeNullOrEmpty
        $seen.Status | Should -Be 'Started', 'Started'
        $script:Sandbox.Contacts.AccessKeyId | Sort-Object -Unique | Should -BeExactly 'AKIANAMED0000000001'
    }

    It 'go to the endpoint of the environment before that of the profile' {
        $file = Join-Path $TestDrive 'named-profile'
        Set-Content $file "[profile named]`naws_access_key_id = AKIANAMED0000000001`naws_secret_access_key = $script:TestSecretKey`nregion = eu-west-1`nendpoint_url = http://127.0.0.1:1"
        $seen = Invoke-Elsewhere @{ AWS_CONFIG_FILE = $file; AWS_ENDPOINT_URL = $script:Sandbox.EndpointUrl } '-ProfileName named' -EndpointUrl ''
        $seen.Message | Should -BeNullOrEmpty
        $seen.Status | Should -Be 'Started', 'Started'
    }

    It 'are sent nowhere where a blank variable hides the endpoints of a profile''s services' {
        $file = Join-Path $TestDrive 'services-profile'
        Set-Content $file "[default]`naws_access_key_id = AKIADEFAULT000000001`naws_secret_access_key = $script:TestSecretKey`nregion = eu-west-1`nservices = local`n`n[services local]`nconnect =`n  endpoint_url = $($script:Sandbox.EndpointUrl)"
        $with = @{ AWS_CONFIG_FILE = $file; AWS_SHARED_CREDENTIALS_FILE = $file }
        (Invoke-Elsewhere $with -EndpointUrl '').Status | Should -Be 'Started', 'Started'
        $seen = Invoke-ChildJson -Environment ($with + @{ AWS_ENDPOINT_URL_CONNECT = '  ' }) -Script 'try { Get-ConnectOutboundInstance } catch { @{ Id = $_.FullyQualifiedErrorId; Message = "$_" } | ConvertTo-Json -Compress }'
        $seen.Id | Should -BeLike 'EndpointUrlInvalid,*'
        $seen.Message | Should -Match 'AWS_ENDPOINT_URL_CONNECT'
        $script:Sandbox.ContactCount | Should -Be 2
    }

    It 'come from the program that a profile names (credential_process)' {
        $config = Join-Path $TestDrive 'config-process'
        $json = Join-Path $TestDrive 'process.json'
        Set-Content $json "{`"Version`":1,`"AccessKeyId`":`"AKIAPROCESS000000001`",`"SecretAccessKey`":`"$script:TestSecretKey`"}"
        $program = $IsWindows ? "cmd /c type $json" : "/bin/cat $json"
        Set-Content $config "[profile process]`ncredential_process = $program`nregion = us-west-2"
        $seen = Invoke-Elsewhere @{ AWS_CONFIG_FILE = $config } '-ProfileName process'
        $seen.Message | Should -BeNullOrEmpty
        $script:Sandbox.Contacts[0].AccessKeyId | Should -BeExactly 'AKIAPROCESS000000001'
        $seen.Said | Should -Match 'us-west-2'
    }

    It 'come from the role that a profile assumes' {
        $service = New-SecurityTokenService
        try {
            $config = Join-Path $TestDrive 'config-role'
            Set-Content $config "[profile role]`nrole_arn = arn:aws:iam::123456789012:role/Outbound`nsource_profile = base`nregion = us-east-1`n`n[profile base]`naws_access_key_id = AKIABASE000000000001`naws_secret_access_key = x`nregion = us-east-1"
            $seen = Invoke-Elsewhere @{ AWS_CONFIG_FILE = $config; AWS_ENDPOINT_URL_STS = $service.Url } '-ProfileName role'
            $seen.Message | Should -BeNullOrEmpty
            $script:Sandbox.Contacts[0].AccessKeyId | Should -BeExactly 'ASIAASSUMEDROLE00001'
            $service.Requests.Count | Should -Be 1 -Because 'the role is assumed once, not once a row'
        }
        finally {
            Remove-WebServer $service
        }
    }

    It 'that a program refuses to give say what the program said, and no row is sent' {
        $config = Join-Path $TestDrive 'config-broken'
        Set-Content $config "[profile broken]`ncredential_process = /nowhere/no-such-program`nregion = us-west-2"
        $seen = Invoke-Elsewhere @{ AWS_CONFIG_FILE = $config } '-ProfileName broken'
        $seen.Status | Should -Be 'NotSent', 'NotSent'
        $seen.Ids[0] | Should -Match '^Credentials'
        $script:Sandbox.RequestCount | Should -Be 0
    }
}

Describe 'A connection that cannot be' {
    It 'ends the run before any row, with an id and a remedy: <Case>' -ForEach @(
        @{ Case = '-AccessKey without -SecretKey'; With = @{ AccessKey = 'AKIA' }; Id = 'CredentialsIncomplete' }
        @{ Case = '-SecretKey without -AccessKey'; With = @{ SecretKey = 'x' }; Id = 'CredentialsIncomplete' }
        @{ Case = '-SessionToken alone'; With = @{ SessionToken = 'x' }; Id = 'CredentialsIncomplete' }
        @{ Case = '-ProfileName with -AccessKey'; With = @{ ProfileName = 'sender'; AccessKey = 'AKIA'; SecretKey = 'x'; ProfileLocation = '{profiles}' }; Id = 'CredentialsIncomplete' }
        @{ Case = 'a profile that is not there'; With = @{ ProfileName = 'nobody'; ProfileLocation = '{profiles}' }; Id = 'ProfileNotFound'; Remedy = 'There are: .*other.*sender' }
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

    It 'on loopback is not reached through a proxy (<_>)' -ForEach 'HTTP_PROXY', 'http_proxy' {
        $script:Sandbox.Clear()
        $proxy = New-WebServer -Status 502
        try {
            $seen = Invoke-Elsewhere @{ $_ = $proxy.Url } '-AccessKey AKIATEST -SecretKey x'
            $proxy.Requests.Count | Should -Be 0
            $seen.Status | Should -Be 'Started', 'Started'
        }
        finally {
            Remove-WebServer $proxy
        }
    }

    It 'may come from the environment (AWS_ENDPOINT_URL_CONNECT)' {
        $script:Sandbox.Clear()
        $seen = Invoke-Elsewhere @{ AWS_ENDPOINT_URL_CONNECT = $script:Sandbox.EndpointUrl; AWS_REGION = 'us-east-1'; AWS_ACCESS_KEY_ID = 'AKIATEST'; AWS_SECRET_ACCESS_KEY = 'x' } -EndpointUrl ''
        $seen.Status | Should -Be 'Started', 'Started'
    }

    It 'of the environment must not be plain http to another computer either' {
        $seen = Invoke-ChildJson -Environment @{ AWS_ENDPOINT_URL = 'http://connect.example.com'; AWS_REGION = 'us-east-1'; AWS_ACCESS_KEY_ID = 'AKIATEST'; AWS_SECRET_ACCESS_KEY = 'x' } -Script @'
try { @() | Start-ConnectOutboundChat; $id = 'none' } catch { $id = $_.FullyQualifiedErrorId }
@{ Id = $id } | ConvertTo-Json -Compress
'@
        $seen.Id | Should -Match '^EndpointUrlNotEncrypted'
    }
}

Describe 'Keys that the service does not take' {
    It 'stop the run as CredentialsRejected: <Case>' -ForEach @(
        @{ Case = 'a wrong secret'; With = @{ AccessKey = 'AKIATESTKEY000000001'; SecretKey = 'wrong' } }
        @{ Case = 'an unknown key'; With = @{ AccessKey = 'AKIAUNKNOWN000000001'; SecretKey = 'wrong' } }
        @{ Case = 'a session token that is not wanted'; With = @{ AccessKey = 'AKIATESTKEY000000001'; SecretKey = 'very/secret+key0123456789abcdefghijklmnop'; SessionToken = 'x' } }
    ) {
        $strict = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -AccessKey $script:TestAccessKey -SecretKey $script:TestSecretKey
        try {
            $run = Invoke-Run @(Get-Row 10) (Get-Common $strict ($With + @{ ThrottleLimit = 2 }))
        }
        finally {
            $strict | Stop-ConnectOutboundSandbox
        }
        $run.Errors[0] | Get-ErrorName | Should -BeExactly 'CredentialsRejected'
        $run.Errors[0].CategoryInfo.Category | Should -Be 'AuthenticationError'
        $run.Errors[0].ErrorDetails.RecommendedAction | Should -Match 'secret key'
        @($run.Results | Where-Object Status -EQ 'NotSent').Count | Should -Be 10
        $strict.ContactCount | Should -Be 0
    }
}

Describe 'The Region' {
    It 'comes from <Where>' -ForEach @(
        @{ Where = '-Region'; Environment = @{ AWS_REGION = 'eu-west-2' }; Arguments = '-Region ap-southeast-2'; Expected = 'ap-southeast-2' }
        @{ Where = 'AWS_REGION'; Environment = @{ AWS_REGION = 'eu-west-2'; AWS_DEFAULT_REGION = 'eu-north-1' }; Arguments = ''; Expected = 'eu-west-2' }
        @{ Where = 'AWS_DEFAULT_REGION'; Environment = @{ AWS_DEFAULT_REGION = 'eu-north-1' }; Arguments = ''; Expected = 'eu-north-1' }
        @{ Where = 'the named profile, before the environment'; Environment = @{ AWS_REGION = 'eu-west-2'; AWS_SHARED_CREDENTIALS_FILE = '{profiles}' }; Arguments = '-ProfileName sender'; Expected = 'eu-west-1' }
        @{ Where = 'the profile that AWS_PROFILE names'; Environment = @{ AWS_PROFILE = 'sender'; AWS_SHARED_CREDENTIALS_FILE = '{profiles}' }; Arguments = ''; Expected = 'eu-west-1' }
    ) {
        # No row: nothing is sent to anybody, and -Verbose says where it would have gone.
        $with = @{}
        foreach ($name in $Environment.Keys) { $with[$name] = $Environment[$name].Replace('{profiles}', $script:Profiles) }
        $child = Invoke-ChildScript -Environment $with "@() | Start-ConnectOutboundChat $Arguments -Verbose 4>&1 | Out-String -Width 300"
        $child.Output | Should -Match "signing for $Expected, sending to $Expected"
    }
}
