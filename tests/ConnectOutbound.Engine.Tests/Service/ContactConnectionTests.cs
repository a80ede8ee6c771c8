using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Service;

[Collection(nameof(RunsAlone))]
public sealed class ContactConnectionTests : IDisposable
{
    private static readonly ConnectionSettings s_keys = new() { AccessKey = "AKIAEXAMPLE", SecretKey = "secret", Region = "us-east-1" };
    private readonly string _folder = Directory.CreateTempSubdirectory("connection").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ContactConnection Open(ConnectionSettings settings) => ContactConnection.Open(settings, 4, TimeSpan.FromSeconds(10));

    private static Task<StartedContact> SendAsync(ContactConnection connection) => connection.StartAsync(Given.Valid().Request!, CancellationToken.None);

    private string Profiles(string text)
    {
        string path = Path.Combine(_folder, "credentials");
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public async Task Keys_that_were_given_sign()
    {
        using var environment = new EnvironmentScope();
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free with { AccessKey = "AKIAEXAMPLE", SecretKey = "secret", SessionToken = "session" });
        using ContactConnection connection = Open(s_keys with { EndpointUrl = sandbox.EndpointUrl, SessionToken = "session" });
        Assert.NotNull((await SendAsync(connection)).ContactId);
        Assert.Equal("AKIAEXAMPLE", Assert.Single(sandbox.Contacts).AccessKeyId);
    }

    [Fact]
    public async Task A_named_profile_gives_credentials_and_region()
    {
        using var environment = new EnvironmentScope(("AWS_REGION", "us-west-2"), ("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "s"));
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free);
        string location = Profiles("[sales]\naws_access_key_id = AKIASALES\naws_secret_access_key = secret\nregion = eu-central-1\n");
        using ContactConnection connection = Open(
            new ConnectionSettings { ProfileName = "sales", ProfileLocation = location, EndpointUrl = sandbox.EndpointUrl });
        await SendAsync(connection);
        Assert.Equal(("eu-central-1", "AKIASALES"), (connection.Region, Assert.Single(sandbox.Contacts).AccessKeyId));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", "us-east-1", "loopback")]
    [InlineData("http://127.0.0.1:9090", null, "loopback")]
    [InlineData("http://localhost:1", "eu-central-1", "loopback")]
    [InlineData("http://[::1]:8080", "us-east-1", "loopback")]
    [InlineData("https://127.0.0.2", "us-east-1", "loopback")]
    [InlineData("https://vpce-1.connect.eu-central-1.vpce.amazonaws.com", "eu-central-1", "aws/eu-central-1/")]
    [InlineData(null, "us-east-1", "aws/us-east-1/")]
    [InlineData(null, "cn-north-1", "aws-cn/cn-north-1/")]
    [InlineData(null, "us-gov-west-1", "aws-us-gov/us-gov-west-1/")]
    public void A_connection_and_its_settings_say_the_same_place(string? url, string? region, string place)
    {
        using var environment = new EnvironmentScope();
        ConnectionSettings settings = s_keys with { EndpointUrl = url, Region = region };
        using ContactConnection connection = Open(settings);

        Assert.Equal(place, connection.Place.ToString());
        Assert.Equal(place, ContactConnection.FindPlace(settings)!.ToString());
    }

    [Fact]
    public void The_place_is_found_without_credentials_where_the_settings_or_the_environment_say_it()
    {
        string location = Profiles("[sales]\nregion = eu-central-1\n[local]\nendpoint_url = http://127.0.0.1:8080\n");
        using (new EnvironmentScope())
        {
            Assert.Null(ContactConnection.FindPlace(new ConnectionSettings()));
            Assert.Null(ContactConnection.FindPlace(new ConnectionSettings { ProfileName = "missing", ProfileLocation = location }));
            Assert.Null(ContactConnection.FindPlace(new ConnectionSettings { Region = "nowhere" }));
            Assert.Equal("//", ContactConnection.FindPlace(new ConnectionSettings { EndpointUrl = "https://connect.example" })!.ToString());
            Assert.Equal(
                "aws/eu-central-1/",
                ContactConnection.FindPlace(new ConnectionSettings { ProfileName = "sales", ProfileLocation = location })!.ToString());
            Assert.Equal(
                "loopback",
                ContactConnection.FindPlace(new ConnectionSettings { ProfileName = "local", ProfileLocation = location })!.ToString());
        }

        using (new EnvironmentScope(("AWS_REGION", "us-west-2")))
            Assert.Equal("aws/us-west-2/", ContactConnection.FindPlace(new ConnectionSettings())!.ToString());
        using (new EnvironmentScope(("AWS_REGION", "us-west-2"), ("AWS_ENDPOINT_URL", "http://localhost:4566")))
            Assert.Equal("loopback", ContactConnection.FindPlace(new ConnectionSettings())!.ToString());
        using (new EnvironmentScope(("AWS_REGION", "us-west-2"), ("AWS_ENDPOINT_URL_CONNECT", "http://localhost:4566")))
            Assert.Equal("loopback", ContactConnection.FindPlace(new ConnectionSettings { Region = "us-east-1" })!.ToString());
    }

    [Fact]
    public async Task The_environments_credentials_are_used_where_none_were_given()
    {
        using var environment = new EnvironmentScope(("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_RETRY_MODE", "adaptive"));
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free);
        using ContactConnection connection = Open(new ConnectionSettings { EndpointUrl = sandbox.EndpointUrl });
        await SendAsync(connection);
        Assert.Equal("AKIAENVIRONMENT", Assert.Single(sandbox.Contacts).AccessKeyId);
    }

    [Fact]
    public async Task Without_credentials_nothing_is_sent_and_the_remedy_is_named()
    {
        using var environment = new EnvironmentScope(("AWS_PROFILE", "there-is-none"));
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free);
        using ContactConnection connection = Open(new ConnectionSettings { EndpointUrl = sandbox.EndpointUrl });
        OutboundException e = await Assert.ThrowsAsync<OutboundException>(() => SendAsync(connection));
        Assert.Equal("CredentialsNotFound", e.Id);
        Assert.Contains("-ProfileName", e.Remedy, StringComparison.Ordinal);
        Assert.Equal(0, sandbox.RequestCount);
    }

    [Theory]
    [InlineData("AWS_PAGER")]
    [InlineData("HTTP_PROXY")]
    [InlineData("http_proxy")]
    public async Task A_later_run_uses_the_open_connections_of_an_earlier_one_and_no_proxy(string variable)
    {
        await using var proxy = new HostileEndpoint(RawAnswer.Html(502, ""));
        using var environment = new EnvironmentScope((variable, proxy.Url));
        await using var server = new HostileEndpoint(RawAnswer.Json(200, """{"ContactId":"c"}"""));
        for (int i = 0; i < 3; i++)
        {
            using ContactConnection connection = Open(s_keys with { EndpointUrl = server.Url });
            Assert.Equal("c", (await SendAsync(connection)).ContactId);
        }

        Assert.Equal((1, 0), (server.ConnectionCount, proxy.ConnectionCount));
    }

    [Theory]
    [InlineData("AWS_REGION", "ap-southeast-2", "AWS_DEFAULT_REGION", "us-west-2", "ap-southeast-2")]
    [InlineData("AWS_DEFAULT_REGION", "us-west-2", "AWS_PAGER", "", "us-west-2")]
    [InlineData("AWS_DEFAULT_REGION", "us-west-2", "AWS_REGION", "", "us-west-2")]
    [InlineData("AWS_DEFAULT_REGION", "us-west-2", "AWS_REGION", "  ", "us-west-2")]
    public void The_region_comes_from_the_variables_that_other_tools_read(string name, string value, string otherName, string otherValue, string expected)
    {
        using var environment = new EnvironmentScope((name, value), (otherName, otherValue));
        using ContactConnection connection = Open(s_keys with { Region = null });
        Assert.Equal((expected, expected), (connection.Region, connection.Endpoint));
    }

    [Fact]
    public void A_region_that_was_given_comes_before_all_others()
    {
        using var environment = new EnvironmentScope(("AWS_REGION", "ap-southeast-2"));
        using ContactConnection connection = Open(s_keys with { Region = "eu-west-2" });
        Assert.Equal("eu-west-2", connection.Region);
    }

    [Fact]
    public async Task An_endpoint_of_the_environment_is_used_and_signed_for_the_region_that_was_given()
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free);
        using var environment = new EnvironmentScope(("AWS_ENDPOINT_URL_CONNECT", sandbox.EndpointUrl), ("AWS_REGION", "ap-southeast-2"));
        using ContactConnection connection = Open(s_keys with { Region = "eu-west-2" });
        await SendAsync(connection);
        Assert.Equal(("eu-west-2", $"127.0.0.1:{sandbox.Port}", 1), (connection.Region, connection.Endpoint, sandbox.ContactCount));
    }

    public static TheoryData<string, ConnectionSettings, string> Wrong => new()
    {
        { "EndpointUrlInvalid", s_keys with { EndpointUrl = "localhost:8080" }, "localhost:8080" },
        { "EndpointUrlInvalid", s_keys with { EndpointUrl = "ftp://127.0.0.1" }, "ftp" },
        { "EndpointUrlNotEncrypted", s_keys with { EndpointUrl = "http://connect.example.com" }, "unencrypted" },
        { "RegionInvalid", s_keys with { Region = "Frankfurt" }, "Frankfurt" },
        { "RegionInvalid", s_keys with { Region = "us-east-1; x" }, "us-east-1; x" },
        { "ProfileNotFound", new ConnectionSettings { ProfileName = "nobody", Region = "us-east-1" }, "nobody" },
        { "CredentialsIncomplete", s_keys with { SecretKey = null }, "-SecretKey" },
        { "CredentialsIncomplete", s_keys with { AccessKey = null }, "-AccessKey" },
        { "CredentialsIncomplete", new ConnectionSettings { SessionToken = "t", Region = "us-east-1" }, "-SessionToken" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Settings_that_cannot_be_right_are_refused_before_anything_is_sent(string id, ConnectionSettings settings, string says)
    {
        using var environment = new EnvironmentScope();
        OutboundException e = Assert.Throws<OutboundException>(() => Open(settings));
        Assert.Equal(id, e.Id);
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
        Assert.NotEmpty(e.Remedy);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_is_not_there_names_those_that_are()
    {
        using var environment = new EnvironmentScope();
        string location = Profiles("[sales]\naws_access_key_id = A\naws_secret_access_key = s\n[support]\naws_access_key_id = B\naws_secret_access_key = s\n");
        OutboundException e = Assert.Throws<OutboundException>(
            () => Open(new ConnectionSettings { ProfileName = "sale", ProfileLocation = location, Region = "us-east-1" }));
        Assert.Contains("sales, support", e.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_http_endpoint_of_the_environment_is_refused_too()
    {
        using var environment = new EnvironmentScope(("AWS_ENDPOINT_URL", "http://connect.example.com"));
        Assert.Equal("EndpointUrlNotEncrypted", Assert.Throws<OutboundException>(() => Open(s_keys)).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_blank_endpoint_for_the_service_counts_as_not_set(string blank)
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free);
        using var environment = new EnvironmentScope(("AWS_ENDPOINT_URL_CONNECT", blank), ("AWS_ENDPOINT_URL", sandbox.EndpointUrl), ("AWS_PROFILE", blank));
        using ContactConnection connection = Open(s_keys);
        await SendAsync(connection);
        Assert.Equal(1, sandbox.ContactCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void Blank_endpoints_leave_the_regions_own(string blank)
    {
        using var environment = new EnvironmentScope(("AWS_ENDPOINT_URL_CONNECT", blank), ("AWS_ENDPOINT_URL_QCONNECT", blank), ("AWS_ENDPOINT_URL", blank));
        using ContactConnection connection = Open(s_keys);
        using TemplateConnection templates = TemplateConnection.Open(s_keys, 4, TimeSpan.FromSeconds(10));
        Assert.Equal(("us-east-1", "us-east-1"), (connection.Endpoint, templates.Endpoint));
        Assert.Null(connection.Client.Config.ServiceURL);
        Assert.Equal("us-east-1", connection.Client.Config.RegionEndpoint.SystemName);
    }

    [Fact]
    public void An_endpoint_of_the_environment_that_is_no_address_is_named_with_its_variable()
    {
        using var environment = new EnvironmentScope(("AWS_ENDPOINT_URL_CONNECT", "nonsense"));
        OutboundException e = Assert.Throws<OutboundException>(() => Open(s_keys));
        Assert.Equal("EndpointUrlInvalid", e.Id);
        Assert.Contains("AWS_ENDPOINT_URL_CONNECT is 'nonsense'", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_region_the_remedy_is_named(string? blank)
    {
        using var environment = new EnvironmentScope(blank is null ? [] : [("AWS_REGION", blank), ("AWS_DEFAULT_REGION", blank)]);
        OutboundException e = Assert.Throws<OutboundException>(() => Open(s_keys with { Region = null }));
        Assert.Equal("RegionMissing", e.Id);
    }

    [Fact]
    public void Settings_never_show_their_secrets()
    {
        string text = (s_keys with { SessionToken = "very-secret-token" }).ToString();
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AKIAEXAMPLE", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Known_names_come_from_this_machine()
    {
        using var environment = new EnvironmentScope();
        Assert.Contains(KnownNames.Regions(), region => region.Name == "eu-central-1");
        Assert.Equal(
            ["a", "b"],
            KnownNames.Profiles(Profiles("[b]\naws_access_key_id = A\naws_secret_access_key = s\n[a]\naws_access_key_id = B\naws_secret_access_key = s\n")));
    }
}
