BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/ElsewhereSupport.ps1"
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
        @{ Where = 'the environment'; Expected = 'AKIAENVIRONMENT00001'
            Environment = @{ AWS_ACCESS_KEY_ID = 'AKIAENVIRONMENT00001'; AWS_SECRET_ACCESS_KEY = 'x' }; Arguments = '' }
        @{ Where = 'a named profile'; Expected = 'AKIAPROFILE000000001'; Environment = @{ AWS_SHARED_CREDENTIALS_FILE = '{profiles}' }
            Arguments = '-ProfileName sender' }
        @{ Where = 'the profile that AWS_PROFILE names'; Expected = 'AKIAPROFILE000000002'
            Environment = @{ AWS_SHARED_CREDENTIALS_FILE = '{profiles}'; AWS_PROFILE = 'other' }; Arguments = '' }
        @{ Where = 'a profile in the file of -ProfileLocation'; Expected = 'AKIAPROFILE000000002'; Environment = @{}
            Arguments = "-ProfileName other -ProfileLocation '{profiles}'" }
        @{ Where = 'arguments, before the environment'; Expected = 'AKIAARGUMENT00000001'
            Environment = @{ AWS_ACCESS_KEY_ID = 'AKIAENVIRONMENT00001'; AWS_SECRET_ACCESS_KEY = 'x' }
            Arguments = '-AccessKey AKIAARGUMENT00000001 -SecretKey y' }
        @{ Where = 'a named profile, before the environment'; Expected = 'AKIAPROFILE000000001'
            Environment = @{
                AWS_ACCESS_KEY_ID = 'AKIAENVIRONMENT00001'
                AWS_SECRET_ACCESS_KEY = 'x'
                AWS_SHARED_CREDENTIALS_FILE = '{profiles}'
            }
            Arguments = '-ProfileName sender' }
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
        Set-Content $file ("[default]`naws_access_key_id = AKIADEFAULT000000001`naws_secret_access_key = $script:TestSecretKey`n" +
            "region = eu-west-1`nendpoint_url = $($script:Sandbox.EndpointUrl)")
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
        Set-Content $file ("[named]`naws_access_key_id = AKIANAMED0000000001`naws_secret_access_key = $script:TestSecretKey`n" +
            "region = eu-west-1`nendpoint_url = $($script:Sandbox.EndpointUrl)")
        $seen = Invoke-Elsewhere @{} "-ProfileName named -ProfileLocation '$file'" -EndpointUrl ''
        $seen.Message | Should -BeNullOrEmpty
        $seen.Status | Should -Be 'Started', 'Started'
        $script:Sandbox.Contacts.AccessKeyId | Sort-Object -Unique | Should -BeExactly 'AKIANAMED0000000001'
    }

    It 'go to the endpoint of the environment before that of the profile' {
        $file = Join-Path $TestDrive 'named-profile'
        Set-Content $file ("[profile named]`naws_access_key_id = AKIANAMED0000000001`naws_secret_access_key = $script:TestSecretKey`n" +
            "region = eu-west-1`nendpoint_url = http://127.0.0.1:1")
        $seen = Invoke-Elsewhere @{ AWS_CONFIG_FILE = $file; AWS_ENDPOINT_URL = $script:Sandbox.EndpointUrl } '-ProfileName named' -EndpointUrl ''
        $seen.Message | Should -BeNullOrEmpty
        $seen.Status | Should -Be 'Started', 'Started'
    }

    It 'are sent nowhere where a blank variable hides the endpoints of a profile''s services' {
        $file = Join-Path $TestDrive 'services-profile'
        Set-Content $file ("[default]`naws_access_key_id = AKIADEFAULT000000001`naws_secret_access_key = $script:TestSecretKey`n" +
            "region = eu-west-1`nservices = local`n`n[services local]`nconnect =`n  endpoint_url = $($script:Sandbox.EndpointUrl)")
        $with = @{ AWS_CONFIG_FILE = $file; AWS_SHARED_CREDENTIALS_FILE = $file }
        (Invoke-Elsewhere $with -EndpointUrl '').Status | Should -Be 'Started', 'Started'
        $seen = Invoke-ChildJson -Environment ($with + @{ AWS_ENDPOINT_URL_CONNECT = '  ' }) -Script @'
try { Get-ConnectOutboundInstance } catch { @{ Id = $_.FullyQualifiedErrorId; Message = "$_" } | ConvertTo-Json -Compress }
'@
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
            Set-Content $config ("[profile role]`nrole_arn = arn:aws:iam::123456789012:role/Outbound`nsource_profile = base`nregion = us-east-1`n`n" +
                "[profile base]`naws_access_key_id = AKIABASE000000000001`naws_secret_access_key = x`nregion = us-east-1")
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

Describe 'Keys that the service does not take' {
    It 'stop the run as CredentialsRejected: <Case>' -ForEach @(
        @{ Case = 'a wrong secret'; With = @{ AccessKey = 'AKIATESTKEY000000001'; SecretKey = 'wrong' } }
        @{ Case = 'an unknown key'; With = @{ AccessKey = 'AKIAUNKNOWN000000001'; SecretKey = 'wrong' } }
        @{ Case = 'a session token that is not wanted'
            With = @{ AccessKey = 'AKIATESTKEY000000001'; SecretKey = 'very/secret+key0123456789abcdefghijklmnop'; SessionToken = 'x' } }
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
