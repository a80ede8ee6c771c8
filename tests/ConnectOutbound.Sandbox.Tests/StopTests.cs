using System.Net.Sockets;
using ConnectOutbound.Sandbox.Tests.Support;

namespace ConnectOutbound.Sandbox.Tests;

public sealed class StopTests
{
    [Fact]
    public async Task Stopping_ends_idle_half_sent_delayed_and_hanging_connections()
    {
        var sandbox = SandboxServer.Start(Sandboxes.NoQuota with
        {
            Latency = TimeSpan.FromHours(1),
            FaultHook = info => info.ClientToken == "hang" ? SandboxFaultKind.Hang : null,
        });
        using RawClient idle = await RawClient.ConnectAsync(sandbox);
        using RawClient halfSent = await RawClient.ConnectAsync(sandbox);
        using RawClient delayed = await RawClient.ConnectAsync(sandbox);
        using RawClient hanging = await RawClient.ConnectAsync(sandbox);
        await halfSent.SendAsync(RawClient.Head("Content-Length: 100\r\n\r\n{"));
        await delayed.SendAsync(RawClient.StartRequest(Bodies.Minimal("a")));
        await hanging.SendAsync(RawClient.StartRequest(Bodies.Minimal("hang")));
        while (sandbox.ContactCount < 2 || sandbox.ConnectionCount < 4)
        {
            await Task.Delay(5);
        }

        Assert.True(sandbox.IsRunning);
        sandbox.Dispose();

        Assert.False(sandbox.IsRunning);
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (sandbox.ConnectionCount > 0)
        {
            // A busy machine may need longer than a stop waits.
            await Task.Delay(5, guard.Token);
        }

        foreach (RawClient client in new[] { idle, halfSent, delayed, hanging })
        {
            Assert.Equal("", await ReadWhatIsLeftAsync(client));
        }
    }

    [Fact]
    public async Task Stopping_completes_when_nothing_runs_any_more()
    {
        var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { FaultHook = _ => SandboxFaultKind.Hang });
        RawClient[] clients = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => RawClient.ConnectAsync(sandbox)));
        foreach (RawClient client in clients)
        {
            await client.SendAsync(RawClient.StartRequest(Bodies.Minimal()));
        }

        await sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(0, sandbox.ConnectionCount);
        Assert.All(clients, client => client.Dispose());
    }

    [Fact]
    public async Task What_was_received_stays_readable_and_a_second_stop_does_nothing()
    {
        var sandbox = SandboxServer.Start(Sandboxes.NoQuota);
        using (var client = new SandboxClient(sandbox))
        {
            await client.StartAsync(Bodies.Minimal("a"));
        }

        sandbox.Dispose();
        sandbox.Dispose();
        await sandbox.DisposeAsync();

        Assert.Equal("a", Assert.Single(sandbox.Contacts).ClientToken);
        Assert.Equal(1, sandbox.RequestCount);
        using var late = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => late.ConnectAsync("127.0.0.1", sandbox.Port));
    }

    [Fact]
    public async Task A_stop_under_load_leaves_no_connection()
    {
        for (int round = 0; round < 5; round++)
        {
            var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { KeepBodies = false });
            using var client = new SandboxClient(sandbox);
            using var end = new CancellationTokenSource();
            Task[] load = [.. Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
            {
                while (!end.IsCancellationRequested)
                {
                    try
                    {
                        await client.StartAsync(Bodies.Minimal());
                    }
                    catch (HttpRequestException)
                    {
                        return;
                    }
                }
            }))];
            while (sandbox.ContactCount < 50)
            {
                await Task.Delay(1);
            }

            await sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
            Assert.Equal(0, sandbox.ConnectionCount);
            await end.CancelAsync();
            await Task.WhenAll(load);
        }
    }

    private static async Task<string> ReadWhatIsLeftAsync(RawClient client)
    {
        try
        {
            return await client.ReadToEndAsync();
        }
        catch (SocketException)
        {
            return "";
        }
    }
}
