using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Service;

/// <summary>Credentials of the SDK's chain, as they come, change and go during a run.</summary>
[Collection(nameof(RunsAlone))]
public sealed class CheckedCredentialsTests : IDisposable
{
    private static readonly (string, string)[] s_first = [("AWS_ACCESS_KEY_ID", "AKIAFIRST"), ("AWS_SECRET_ACCESS_KEY", "s")];
    private static readonly (string, string)[] s_second = [("AWS_ACCESS_KEY_ID", "AKIASECOND"), ("AWS_SECRET_ACCESS_KEY", "s")];

    private readonly SandboxServer _sandbox = SandboxServer.Start(SandboxRun.Free);
    private readonly FakeTimeProvider _time = new();
    private int _rows;

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData(999, "AKIAFIRST")]
    [InlineData(1000, "AKIASECOND")]
    public async Task Credentials_that_change_during_a_run_sign_from_the_next_second_on(int milliseconds, string expected)
    {
        using ContactConnection connection = Open();
        using (new EnvironmentScope(s_first))
            await SendAsync(connection);
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        using (new EnvironmentScope(s_second))
            await SendAsync(connection);
        Assert.Equal(["AKIAFIRST", expected], Keys());
    }

    [Fact]
    public async Task Credentials_that_go_during_a_run_end_it_and_nothing_more_is_sent()
    {
        using ContactConnection connection = Open();
        using (new EnvironmentScope(s_first))
            await SendAsync(connection);
        _time.Advance(TimeSpan.FromSeconds(1));
        using (new EnvironmentScope(("AWS_PROFILE", "there-is-none")))
        {
            OutboundException e = await Assert.ThrowsAsync<OutboundException>(() => SendAsync(connection));
            Assert.Equal("CredentialsNotFound", e.Id);
        }

        Assert.Equal(1, _sandbox.RequestCount);
    }

    [Fact]
    public async Task A_profile_that_is_not_there_is_named()
    {
        using var environment = new EnvironmentScope(("AWS_PROFILE", "there-is-none"));
        using ContactConnection connection = Open();
        OutboundException e = await Assert.ThrowsAsync<OutboundException>(() => connection.CheckCredentialsAsync(CancellationToken.None));
        Assert.Equal("No AWS credentials were found: Unable to find the \"there-is-none\" profile.", e.Message);
    }

    [Fact]
    public async Task Credentials_that_come_after_all_are_used()
    {
        using ContactConnection connection = Open();
        using (new EnvironmentScope(("AWS_PROFILE", "there-is-none")))
            await Assert.ThrowsAsync<OutboundException>(() => connection.CheckCredentialsAsync(CancellationToken.None));
        using (new EnvironmentScope(s_first))
            await SendAsync(connection);
        Assert.Equal(["AKIAFIRST"], Keys());
    }

    [Fact]
    public async Task A_call_of_the_client_itself_finds_them_too()
    {
        using var environment = new EnvironmentScope(s_first);
        using ContactConnection connection = Open();
        await connection.Client.StartOutboundChatContactAsync(Given.Valid().Request!);
        Assert.Equal(["AKIAFIRST"], Keys());
    }

    [Fact]
    public async Task A_call_of_the_client_itself_says_that_there_are_none()
    {
        using var environment = new EnvironmentScope(("AWS_PROFILE", "there-is-none"));
        using ContactConnection connection = Open();
        OutboundException e = await Assert.ThrowsAsync<OutboundException>(() => connection.Client.StartOutboundChatContactAsync(Given.Valid().Request!));
        Assert.Equal(("CredentialsNotFound", 0), (e.Id, _sandbox.RequestCount));
    }

    [Fact]
    public async Task The_wait_for_credentials_ends_with_the_run()
    {
        using var environment = new EnvironmentScope();
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();
        using ContactConnection connection = Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.StartAsync(Given.Valid().Request!, ended.Token));
        Assert.Equal(0, _sandbox.RequestCount);
    }

    private ContactConnection Open() =>
        ContactConnection.Open(new ConnectionSettings { Region = "us-east-1", EndpointUrl = _sandbox.EndpointUrl }, 4, TimeSpan.FromSeconds(10), _time);

    private Task<StartedContact> SendAsync(ContactConnection connection) => connection.StartAsync(Given.ValidRow(++_rows).Request!, CancellationToken.None);

    private string[] Keys() => [.. _sandbox.Contacts.Select(contact => contact.AccessKeyId)];
}
