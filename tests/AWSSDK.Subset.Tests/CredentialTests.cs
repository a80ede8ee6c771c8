using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.Connect;
using Amazon.Runtime;
using Amazon.Tests.Support;

namespace Amazon.Tests;

/// <summary>The client takes its credentials from every place that the SDK knows, through the SDK's own chain.</summary>
[Collection(EnvironmentTestGroup.Name)]
public sealed class CredentialTests
{
    private const string Role = "arn:aws:iam::111122223333:role/sender";

    [Fact]
    public async Task From_the_environment()
    {
        using var environment = new EnvironmentScope(
            ("AWS_ACCESS_KEY_ID", "AKIAENV"), ("AWS_SECRET_ACCESS_KEY", "env-secret"), ("AWS_SESSION_TOKEN", "env-token"));

        await AssertSignedAsync("AKIAENV", "env-secret", "env-token");
    }

    [Fact]
    public async Task From_the_profile_that_the_environment_names()
    {
        using var environment = new EnvironmentScope(("AWS_PROFILE", "sender"));
        environment.Config("[profile sender]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = profile-secret\n");

        await AssertSignedAsync("AKIAPROFILE", "profile-secret", null);
    }

    [Fact]
    public async Task From_the_profile_that_the_settings_name()
    {
        using var environment = new EnvironmentScope(("AWS_ACCESS_KEY_ID", "AKIAENV"), ("AWS_SECRET_ACCESS_KEY", "env-secret"));
        environment.Config("[profile named]\naws_access_key_id = AKIANAMED\naws_secret_access_key = named-secret\n");

        await AssertSignedAsync("AKIANAMED", "named-secret", null, config => config.Profile = new Profile("named"));
    }

    [Fact]
    public async Task From_a_process()
    {
        using var environment = new EnvironmentScope(("AWS_PROFILE", "process"));
        string file = environment.Write("answer.json", Temporary("ASIAPROCESS", DateTimeOffset.UtcNow.AddHours(1), ("Version", 1)));
        environment.Config($"[profile process]\ncredential_process = {(OperatingSystem.IsWindows() ? "cmd /c type" : "cat")} {file}\n");

        await AssertSignedAsync("ASIAPROCESS", "temporary-secret", "temporary-token");
    }

    [Fact]
    public async Task From_a_role_that_the_profile_assumes()
    {
        await using var sts = StsStandIn.Start();
        using var environment = new EnvironmentScope(("AWS_PROFILE", "role"), ("AWS_ENDPOINT_URL_STS", sts.Url), ("AWS_REGION", Clients.Region));
        environment.Config(
            $"[profile role]\nrole_arn = {Role}\nsource_profile = base\nrole_session_name = outbound\n\n" +
            "[profile base]\naws_access_key_id = AKIABASE\naws_secret_access_key = base-secret\n");

        await AssertSignedAsync("ASIAASSUMED", "temporary-secret", "temporary-token");

        var call = Assert.Single(sts.Requests);
        Assert.Contains("Action=AssumeRole&", call.Text, StringComparison.Ordinal);
        Assert.Contains($"RoleArn={Uri.EscapeDataString(Role)}", call.Text, StringComparison.Ordinal);
        Assert.StartsWith("AKIABASE/", SigV4.Parts(call)["Credential"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_a_web_identity_that_the_environment_names()
    {
        await using var sts = StsStandIn.Start();
        using var environment = new EnvironmentScope(("AWS_ROLE_ARN", Role), ("AWS_ENDPOINT_URL_STS", sts.Url), ("AWS_REGION", Clients.Region));
        environment.Set("AWS_WEB_IDENTITY_TOKEN_FILE", environment.Write("token", "web-token"));

        await AssertSignedAsync("ASIAWEB", "temporary-secret", "temporary-token");

        Assert.Contains("WebIdentityToken=web-token", Assert.Single(sts.Requests).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_a_web_identity_that_the_profile_names()
    {
        await using var sts = StsStandIn.Start();
        using var environment = new EnvironmentScope(("AWS_PROFILE", "web"), ("AWS_ENDPOINT_URL_STS", sts.Url), ("AWS_REGION", Clients.Region));
        environment.Config($"[profile web]\nrole_arn = {Role}\nweb_identity_token_file = {environment.Write("token", "web-token")}\n");

        await AssertSignedAsync("ASIAWEB", "temporary-secret", "temporary-token");
    }

    [Fact]
    public async Task From_a_container()
    {
        await using var agent = new HostileEndpoint(
            RawAnswer.Json(
                200,
                Temporary("ASIACONTAINER", DateTimeOffset.UtcNow.AddHours(1), ("RoleArn", Role)).Replace("SessionToken", "Token", StringComparison.Ordinal)));
        using var environment = new EnvironmentScope(
            ("AWS_CONTAINER_CREDENTIALS_FULL_URI", $"{agent.Url}/credentials"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "container-token"));

        await AssertSignedAsync("ASIACONTAINER", "temporary-secret", "temporary-token");

        Assert.All(agent.Requests, request => Assert.Equal(("/credentials", "container-token"), (request.Target, request.Header("Authorization"))));
    }

    [Fact]
    public async Task Without_credentials_nothing_is_sent_and_the_client_says_so()
    {
        using var environment = new EnvironmentScope();

        var error = await FailUnsentAsync<AmazonClientException>();

        Assert.Contains("credentials", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_profile_that_does_not_exist_is_named()
    {
        using var environment = new EnvironmentScope(("AWS_PROFILE", "nobody"));

        Assert.Contains("nobody", (await FailUnsentAsync<Exception>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_fails_is_reported_with_what_it_wrote()
    {
        using var environment = new EnvironmentScope(("AWS_PROFILE", "failing"));
        environment.Config("[profile failing]\ncredential_process = dotnet no-such-command-of-mine\n");

        var error = await FailUnsentAsync<Exception>();

        Assert.Equal("ProcessAWSCredentialException", error.GetType().Name);
    }

    [Fact]
    public async Task Expired_credentials_of_a_process_are_not_used()
    {
        using var environment = new EnvironmentScope(("AWS_PROFILE", "expired"));
        string file = environment.Write("answer.json", Temporary("ASIAOLD", DateTimeOffset.UtcNow.AddHours(-1), ("Version", 1)));
        environment.Config($"[profile expired]\ncredential_process = {(OperatingSystem.IsWindows() ? "cmd /c type" : "cat")} {file}\n");

        Assert.Contains("expired", (await FailUnsentAsync<AmazonClientException>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_the_service_calls_expired_keeps_its_code()
    {
        await using var server = new HostileEndpoint(
            RawAnswer.Json(403, """{"message":"The security token included in the request is expired"}""", ("x-amzn-ErrorType", "ExpiredTokenException")));
        using var client = new AmazonConnectClient(new SessionAWSCredentials("ASIAOLD", "old-secret", "old-token"), Clients.Config(server));

        var error = await Assert.ThrowsAsync<AmazonConnectException>(() => client.StartOutboundChatContactAsync(SampleRequests.Minimal()));

        Assert.Equal("ExpiredTokenException", error.ErrorCode);
    }

    private static async Task AssertSignedAsync(string accessKey, string secret, string? token, Action<AmazonConnectConfig>? change = null)
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, """{"ContactId":"c-1"}"""));
        var config = Clients.Config(server);
        change?.Invoke(config);
        using var client = new AmazonConnectClient(config);

        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        var request = Assert.Single(server.Requests);
        var authorization = SigV4.Parts(request);
        Assert.Equal(accessKey, authorization["Credential"].Split('/')[0]);
        Assert.Equal(SigV4.Signature(request, secret, Clients.Region, "connect"), authorization["Signature"]);
        Assert.Equal(token, request.Header("X-Amz-Security-Token"));
    }

    private static async Task<TException> FailUnsentAsync<TException>()
        where TException : Exception
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, """{"ContactId":"c-1"}"""));

        var error = await Assert.ThrowsAnyAsync<TException>(async () =>
        {
            using var client = new AmazonConnectClient(Clients.Config(server));
            await client.StartOutboundChatContactAsync(SampleRequests.Minimal());
        });

        Assert.Empty(server.Requests);
        return error;
    }

    private static string Temporary(string accessKey, DateTimeOffset expires, (string Name, JsonNode Value) further) => new JsonObject
    {
        [further.Name] = further.Value,
        ["AccessKeyId"] = accessKey,
        ["SecretAccessKey"] = "temporary-secret",
        ["SessionToken"] = "temporary-token",
        ["Expiration"] = expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    }.ToJsonString();
}
