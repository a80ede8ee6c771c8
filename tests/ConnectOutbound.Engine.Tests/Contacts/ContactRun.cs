using ConnectOutbound.Engine.Contacts;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Contacts;

/// <summary>A sandbox with contacts, and a directory of them over real HTTP.</summary>
internal sealed class ContactRun : IDisposable
{
    private readonly ContactConnection _connection;

    public ContactRun(SandboxOptions? options = null)
    {
        Sandbox = SandboxServer.Start(options ?? SandboxRun.Free);
        _connection = SandboxRun.Connect(Sandbox);
        Directory = new ContactDirectory(_connection.Client, new Pacer(TimeProvider.System), new Pacer(TimeProvider.System), Quick);
    }

    public static RetryPolicy Quick { get; } = new()
    {
        MaxAttempts = 4,
        FirstDelay = TimeSpan.FromMilliseconds(1),
        LongestDelay = TimeSpan.FromMilliseconds(5),
    };

    public SandboxServer Sandbox { get; }

    public ContactDirectory Directory { get; }

    public async Task<ContactReference[]> StartAsync(int count)
    {
        (List<OutboundContact> results, _) = await SandboxRun.SendAsync(Sandbox, count);
        return [.. results.Select(result => ContactReference.Create(result.ContactId!, result.InstanceId, result))];
    }

    public void Dispose()
    {
        Directory.Dispose();
        _connection.Dispose();
        Sandbox.Dispose();
    }
}
