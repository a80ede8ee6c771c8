using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Support;

/// <summary>A run against a sandbox over real HTTP, fast and without pauses that count.</summary>
internal static class SandboxRun
{
    public static SandboxOptions Free { get; } = new() { RequestsPerSecond = double.PositiveInfinity, ConcurrentChats = int.MaxValue };

    public static RunOptions Fast { get; } = new()
    {
        Pace = new PaceLimit(100_000, 1000),
        Retry = new RetryPolicy { FirstDelay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(20), MaxAttempts = 3 },
        Random = new Random(1),
    };

    public static ContactConnection Connect(OutboundSandbox sandbox, TimeSpan? timeout = null) => Connect(sandbox.EndpointUrl, timeout);

    public static ContactConnection Connect(string url, TimeSpan? timeout = null) => ContactConnection.Open(
        new ConnectionSettings { EndpointUrl = url, AccessKey = "AKIAEXAMPLE", SecretKey = "secret", Region = "us-east-1" },
        64,
        timeout ?? TimeSpan.FromSeconds(20));

    public static OutboundRun NewRun(IContactClient client, RunOptions? options = null, SkipOptions? skip = null)
    {
        var pacer = new Pacer(TimeProvider.System);
        return new OutboundRun(client, _ => pacer, options ?? Fast, skip: skip);
    }

    public static async Task<(List<OutboundContact> Results, OutboundRun Run)> SendAsync(
        OutboundSandbox sandbox,
        int rows,
        RunOptions? options = null,
        TimeSpan? timeout = null)
    {
        using ContactConnection connection = Connect(sandbox, timeout);
        return await SendAsync(connection, rows, options);
    }

    public static async Task<(List<OutboundContact> Results, OutboundRun Run)> SendAsync(IContactClient client, int rows, RunOptions? options = null)
    {
        await using OutboundRun run = NewRun(client, options);
        var results = new List<OutboundContact>();
        IEnumerable<Row> source = Enumerable.Range(1, rows).Select(i => Given.Row(i, ("Phone", $"+1206{5_000_000 + i}")));
        await foreach (OutboundContact contact in run.SendAsync(source, new RowReader(Given.Options())))
            results.Add(contact);
        return (results, run);
    }
}
