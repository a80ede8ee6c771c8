using System.Net;
using System.Net.Sockets;
using ConnectOutbound.Sandbox.Tests.Support;

namespace ConnectOutbound.Sandbox.Tests;

public sealed class OptionsTests
{
    public static TheoryData<string, Func<SandboxOptions, SandboxOptions>> Impossible => new()
    {
        { "negative port", options => options with { Port = -1 } },
        { "large port", options => options with { Port = 65536 } },
        { "negative rate", options => options with { RequestsPerSecond = -1 } },
        { "rate that is no number", options => options with { RequestsPerSecond = double.NaN } },
        { "burst of none", options => options with { Burst = 0 } },
        { "negative chats", options => options with { ConcurrentChats = -1 } },
        { "fault rate above one", options => options with { FaultRate = 1.1 } },
        { "fault rate that is no number", options => options with { FaultRate = double.NaN } },
        { "faults of no kind", options => options with { FaultRate = 0.1, FaultKinds = [] } },
        { "negative Retry-After", options => options with { RetryAfter = TimeSpan.FromSeconds(-1) } },
        { "unknown fault", options => options with { FaultKinds = [(SandboxFaultKind)99] } },
        { "negative latency", options => options with { Latency = TimeSpan.FromTicks(-1) } },
        { "very long latency", options => options with { Latency = TimeSpan.FromDays(2) } },
        { "negative skew", options => options with { AllowedClockSkew = TimeSpan.FromTicks(-1) } },
        { "key without secret", options => options with { AccessKey = "A" } },
        { "secret without key", options => options with { SecretKey = "s" } },
        { "token without key", options => options with { SessionToken = "t" } },
    };

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void An_impossible_option_is_refused(string name, Func<SandboxOptions, SandboxOptions> change)
    {
        Assert.NotEmpty(name);
        Assert.ThrowsAny<ArgumentException>(() => SandboxServer.Start(change(new SandboxOptions())).Dispose());
    }

    [Fact]
    public void Impossible_quotas_are_refused_while_it_runs()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions());

        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.SetQuota(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.SetQuota(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.SetConcurrentChats(-1));
    }

    [Fact]
    public void Options_as_text_hold_no_secret()
    {
        string text = new SandboxOptions { AccessKey = "AKID", SecretKey = "sesame", SessionToken = "tokentext" }.ToString();

        Assert.DoesNotContain("sesame", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tokentext", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_listens_on_loopback_alone()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions());
        Assert.Equal($"http://127.0.0.1:{sandbox.Port}", sandbox.EndpointUrl);

        foreach (IPAddress address in (await Dns.GetHostAddressesAsync(Dns.GetHostName())).Where(address => !IPAddress.IsLoopback(address)))
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await Assert.ThrowsAsync<SocketException>(async () => await socket.ConnectAsync(address, sandbox.Port));
        }
    }

    [Fact]
    public void A_port_that_is_taken_is_named()
    {
        using var first = SandboxServer.Start(new SandboxOptions());

        IOException exception = Assert.Throws<IOException>(() => SandboxServer.Start(new SandboxOptions { Port = first.Port }).Dispose());

        Assert.Contains($"{first.Port}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_can_be_chosen_and_is_free_again_after_a_stop()
    {
        int port;
        using (var first = SandboxServer.Start(Sandboxes.NoQuota))
        {
            port = first.Port;
            using var client = new SandboxClient(first);
            await client.StartAsync(Bodies.Minimal());
        }

        using var second = SandboxServer.Start(Sandboxes.NoQuota with { Port = port });
        using var again = new SandboxClient(second);

        Assert.Equal(port, second.Port);
        Assert.Equal(HttpStatusCode.OK, (await again.StartAsync(Bodies.Minimal())).Status);
    }
}
