BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/ElsewhereSupport.ps1"
    Import-StagedModule

    function Get-ProfileText {
        # A profile with these keys, and what else it has.
        param([string] $Name, [string] $AccessKeyId, [string[]] $Line)
        "[$Name]", "aws_access_key_id = $AccessKeyId", "aws_secret_access_key = $script:TestSecretKey" + $Line + '' -join "`n"
    }

    $json = Join-Path $TestDrive 'process.json'
    Set-Content $json "{`"Version`":1,`"AccessKeyId`":`"AKIAPROCESS000000001`",`"SecretAccessKey`":`"$script:TestSecretKey`"}"
    $program = $IsWindows ? "cmd /c type $json" : "/bin/cat $json"
    $script:Service = New-SecurityTokenService
    $located = Join-Path $TestDrive 'located'
    Set-Content $located @(
        Get-ProfileText 'other' 'AKIALOCATED000000001'
        Get-ProfileText 'named' 'AKIANAMED0000000001' -Line 'region = eu-west-1', "endpoint_url = $((Get-Endpoint 'the located profile').EndpointUrl)"
    )
    $credentials = Join-Path $TestDrive 'credentials'
    Set-Content $credentials @(
        Get-ProfileText 'sender' 'AKIAPROFILE000000001' -Line 'region = eu-west-1'
        Get-ProfileText 'other' 'AKIAPROFILE000000002'
    )
    $config = Join-Path $TestDrive 'config'
    Set-Content $config @(
        Get-ProfileText 'profile named' 'AKIANAMED0000000001' -Line 'region = eu-west-1', "endpoint_url = $((Get-Endpoint 'its endpoint_url').EndpointUrl)"
        Get-ProfileText 'profile services' 'AKIANAMED0000000001' -Line 'region = eu-west-1', 'services = local'
        "[services local]`nconnect =`n  endpoint_url = $((Get-Endpoint 'its services').EndpointUrl)"
        # Nobody listens at the endpoint of these.
        Get-ProfileText 'profile closed' 'AKIANAMED0000000001' -Line 'region = eu-west-1', 'endpoint_url = http://127.0.0.1:1'
        "[profile process]`ncredential_process = $program`nregion = us-west-2"
        "[profile broken]`ncredential_process = /nowhere/no-such-program`nregion = us-west-2"
        "[profile role]`nrole_arn = arn:aws:iam::123456789012:role/Outbound`nsource_profile = base`nregion = us-east-1"
        Get-ProfileText 'profile base' 'AKIABASE000000000001' -Line 'region = us-east-1'
    )
    $keys = @{ AWS_ACCESS_KEY_ID = 'AKIAENVIRONMENT00001'; AWS_SECRET_ACCESS_KEY = 'x' }
    $script:Seen = Invoke-Elsewhere -Environment @{ AWS_CONFIG_FILE = $config; AWS_SHARED_CREDENTIALS_FILE = $credentials } -Case ([ordered]@{
            # First, before the SDK holds any.
            'none'                                      = @{}
            'the environment'                           = @{ Environment = $keys }
            'a named profile'                           = @{ Arguments = '-ProfileName sender' }
            'the profile that AWS_PROFILE names'        = @{ Environment = @{ AWS_PROFILE = 'other' } }
            'a profile in the file of -ProfileLocation' = @{ Arguments = "-ProfileName other -ProfileLocation '$located'" }
            'arguments, before the environment'         = @{ Environment = $keys; Arguments = '-AccessKey AKIAARGUMENT00000001 -SecretKey y' }
            'a named profile, before the environment'   = @{ Environment = $keys; Arguments = '-ProfileName sender' }
            'its endpoint_url'                          = @{ Arguments = '-ProfileName named'; EndpointUrl = '' }
            'its services'                              = @{ Arguments = '-ProfileName services'; EndpointUrl = '' }
            'the located profile'                       = @{ Arguments = "-ProfileName named -ProfileLocation '$located'"; EndpointUrl = '' }
            'the endpoint of the environment'           = @{
                Environment = @{ AWS_ENDPOINT_URL = (Get-Endpoint 'the endpoint of the environment').EndpointUrl }
                Arguments   = '-ProfileName closed'
                EndpointUrl = ''
            }
            'a program'                                 = @{ Arguments = '-ProfileName process' }
            'a role'                                    = @{ Environment = @{ AWS_ENDPOINT_URL_STS = $script:Service.Url }; Arguments = '-ProfileName role' }
            'a broken program'                          = @{ Arguments = '-ProfileName broken' }
        })
}

AfterAll {
    Remove-WebServer $script:Service
    Stop-Endpoint
}

Describe 'Without credentials' {
    It 'one error says so and names the remedies' {
        $script:Seen.none.Ids[0] | Should -BeExactly 'CredentialsNotFound,ConnectOutbound.Commands.StartConnectOutboundChatCommand'
        $script:Seen.none.Remedy | Should -Match '-ProfileName'
        @($script:Seen.none.Ids -match '^CredentialsNotFound').Count | Should -Be 1
    }

    It 'every row comes out as NotSent' {
        $script:Seen.none.Status | Should -Be 'NotSent', 'NotSent'
        @($script:Seen.none.Ids -match '^ContactNotSent').Count | Should -Be 2
    }

    It 'no request is sent, and none is counted' {
        (Get-Endpoint 'none').RequestCount | Should -Be 0
        $script:Seen.none.Attempts | Should -Be 0, 0
    }

    It 'a sandbox of the same session takes a placeholder' {
        (Invoke-Run @(Get-Row) (Get-Common (Get-Endpoint 'the same session'))).Results[0].Status | Should -Be 'Started'
    }
}

Describe 'Credentials' {
    It 'come from <Where>' -ForEach @(
        @{ Where = 'the environment'; Expected = 'AKIAENVIRONMENT00001' }
        @{ Where = 'a named profile'; Expected = 'AKIAPROFILE000000001' }
        @{ Where = 'the profile that AWS_PROFILE names'; Expected = 'AKIAPROFILE000000002' }
        @{ Where = 'a profile in the file of -ProfileLocation'; Expected = 'AKIALOCATED000000001' }
        @{ Where = 'arguments, before the environment'; Expected = 'AKIAARGUMENT00000001' }
        @{ Where = 'a named profile, before the environment'; Expected = 'AKIAPROFILE000000001' }
    ) {
        $seen = $script:Seen.$Where
        $seen.Message | Should -BeNullOrEmpty
        $seen.Status | Should -Be 'Started', 'Started'
        (Get-Endpoint $Where).Contacts.AccessKeyId | Sort-Object -Unique | Should -BeExactly $Expected
    }

    It 'and Region and endpoint come from the default profile where the variables are <What>' -ForEach @(
        @{ What = 'empty'; Blank = '' }
        @{ What = 'white space'; Blank = '  ' }
    ) {
        $file = Join-Path $TestDrive 'default-profile'
        Set-Content $file (Get-ProfileText 'default' 'AKIADEFAULT000000001' -Line 'region = eu-west-1', "endpoint_url = $((Get-Endpoint $What).EndpointUrl)")
        $with = @{ AWS_SHARED_CREDENTIALS_FILE = $file }
        foreach ($name in 'AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_CONNECT') { $with[$name] = $Blank }
        # A process of its own: the SDK holds the Region of the default profile, and an empty variable can only be given to a new one.
        $seen = (Invoke-Elsewhere -Environment $with -Case ([ordered]@{ $What = @{ EndpointUrl = '' } })).$What
        $seen.Message | Should -BeNullOrEmpty
        $seen.Status | Should -Be 'Started', 'Started'
        $seen.Said | Should -BeLike '*signing for eu-west-1*'
        (Get-Endpoint $What).Contacts.AccessKeyId | Sort-Object -Unique | Should -BeExactly 'AKIADEFAULT000000001'
    }

    It 'and Region and endpoint come from the profile that -ProfileName names: <_>' -ForEach 'its endpoint_url', 'its services' {
        $seen = $script:Seen.$_
        $seen.Message | Should -BeNullOrEmpty
        $seen.Status | Should -Be 'Started', 'Started'
        $seen.Said | Should -BeLike '*signing for eu-west-1*'
        (Get-Endpoint $_).Contacts.AccessKeyId | Sort-Object -Unique | Should -BeExactly 'AKIANAMED0000000001'
    }

    It 'and Region and endpoint come from the profile that -ProfileName names: its endpoint_url, <What>' -ForEach @(
        @{ What = 'and not that of AWS_PROFILE'; Environment = @{ AWS_PROFILE = 'other' } }
        @{ What = 'where a variable is blank'; Environment = @{ AWS_ENDPOINT_URL = ' ' } }
    ) {
        $file = Join-Path $TestDrive 'named-profile'
        # The other endpoint is one where nobody listens.
        Set-Content $file @(
            Get-ProfileText 'profile other' 'AKIANAMED0000000001' -Line 'region = eu-west-1', 'endpoint_url = http://127.0.0.1:1'
            Get-ProfileText 'profile named' 'AKIANAMED0000000001' -Line 'region = eu-west-1', "endpoint_url = $((Get-Endpoint $What).EndpointUrl)"
        )
        # A process of its own: the SDK looks at these variables once.
        $with = $Environment + @{ AWS_CONFIG_FILE = $file }
        $seen = (Invoke-Elsewhere -Environment $with -Case ([ordered]@{ $What = @{ Arguments = '-ProfileName named'; EndpointUrl = '' } })).$What
        $seen.Message | Should -BeNullOrEmpty
        $seen.Status | Should -Be 'Started', 'Started'
        $seen.Said | Should -BeLike '*signing for eu-west-1*'
        (Get-Endpoint $What).Contacts.AccessKeyId | Sort-Object -Unique | Should -BeExactly 'AKIANAMED0000000001'
    }

    It 'and endpoint come from the profile in the file that -ProfileLocation names' {
        $seen = $script:Seen.'the located profile'
        $seen.Message | Should -BeNullOrEmpty
        $seen.Status | Should -Be 'Started', 'Started'
        (Get-Endpoint 'the located profile').Contacts.AccessKeyId | Sort-Object -Unique | Should -BeExactly 'AKIANAMED0000000001'
    }

    It 'go to the endpoint of the environment before that of the profile' {
        $seen = $script:Seen.'the endpoint of the environment'
        $seen.Message | Should -BeNullOrEmpty
        $seen.Status | Should -Be 'Started', 'Started'
        (Get-Endpoint 'the endpoint of the environment').ContactCount | Should -Be 2
    }

    It 'are sent nowhere where a blank variable hides the endpoints of a profile''s services' {
        $file = Join-Path $TestDrive 'services-profile'
        $sandbox = Get-Endpoint 'services'
        Set-Content $file @(
            Get-ProfileText 'default' 'AKIADEFAULT000000001' -Line 'region = eu-west-1', 'services = local'
            "[services local]`nconnect =`n  endpoint_url = $($sandbox.EndpointUrl)"
        )
        $script = 'try { Get-ConnectOutboundInstance; @{} } catch { @{ Id = $_.FullyQualifiedErrorId; Message = "$_" } }'
        $seen = Invoke-Elsewhere -Environment @{ AWS_CONFIG_FILE = $file; AWS_SHARED_CREDENTIALS_FILE = $file } -Case ([ordered]@{
                hidden = @{ Environment = @{ AWS_ENDPOINT_URL_CONNECT = '  ' }; Script = $script }
                shown  = @{ EndpointUrl = '' }
            })
        $seen.hidden.Id | Should -BeLike 'EndpointUrlInvalid,*'
        $seen.hidden.Message | Should -Match 'AWS_ENDPOINT_URL_CONNECT'
        $seen.shown.Status | Should -Be 'Started', 'Started'
        $sandbox.ContactCount | Should -Be 2
        $sandbox.RequestCount | Should -Be 2
    }

    It 'come from the program that a profile names (credential_process)' {
        $seen = $script:Seen.'a program'
        $seen.Message | Should -BeNullOrEmpty
        (Get-Endpoint 'a program').Contacts[0].AccessKeyId | Should -BeExactly 'AKIAPROCESS000000001'
        $seen.Said | Should -Match 'us-west-2'
    }

    It 'come from the role that a profile assumes' {
        $seen = $script:Seen.'a role'
        $seen.Message | Should -BeNullOrEmpty
        (Get-Endpoint 'a role').Contacts[0].AccessKeyId | Should -BeExactly 'ASIAASSUMEDROLE00001'
        $script:Service.Requests.Count | Should -Be 1 -Because 'the role is assumed once, not once a row'
    }

    It 'that a program refuses to give say what the program said, and no row is sent' {
        $seen = $script:Seen.'a broken program'
        $seen.Status | Should -Be 'NotSent', 'NotSent'
        $seen.Ids[0] | Should -Match '^Credentials'
        (Get-Endpoint 'a broken program').RequestCount | Should -Be 0
    }
}

Describe 'Keys that the service does not take' {
    It 'stop the run as CredentialsRejected: <Case>' -ForEach @(
        @{ Case = 'a wrong secret'; With = @{ AccessKey = 'AKIATESTKEY000000001'; SecretKey = 'wrong' } }
        @{ Case = 'an unknown key'; With = @{ AccessKey = 'AKIAUNKNOWN000000001'; SecretKey = 'wrong' } }
        @{
            Case = 'a session token that is not wanted'
            With = @{ AccessKey = 'AKIATESTKEY000000001'; SecretKey = 'very/secret+key0123456789abcdefghijklmnop'; SessionToken = 'x' }
        }
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
