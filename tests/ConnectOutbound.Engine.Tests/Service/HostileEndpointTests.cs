using System.Collections.Concurrent;
using System.Diagnostics;
using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Contacts;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Contacts;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Service;

/// <summary>However an endpoint answers, each row and each contact has one result, in time and in little memory.</summary>
[Collection(nameof(RunsAlone))]
public sealed class HostileEndpointTests : IDisposable
{
    private const int Count = 2;
    private const int AtOnce = 12;
    private const long MostMemory = 300L << 20;
    // Two attempts, a contact that is asked for after it could not be stopped, and time for a busy computer.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(15);

    private static readonly RetryPolicy s_retry = new()
    {
        MaxAttempts = 2,
        FirstDelay = TimeSpan.FromMilliseconds(1),
        LongestDelay = TimeSpan.FromMilliseconds(5),
        ThrottleWait = TimeSpan.FromMilliseconds(50),
        QuotaWait = TimeSpan.FromMilliseconds(50),
    };

    private readonly ConcurrentQueue<string> _broken = new();
    private readonly SemaphoreSlim _slots = new(AtOnce);

    public void Dispose() => _slots.Dispose();

    [Fact]
    public async Task Every_kind_of_answer_gives_each_row_and_each_contact_one_result_in_time_and_in_little_memory()
    {
        Assert.True(HostileAnswers.All.Count >= 30);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using var done = new CancellationTokenSource();
        Task<long> peak = PeakAsync(done.Token);

        await Task.WhenAll(HostileAnswers.All.Select(TryAllAsync));

        await done.CancelAsync();
        Assert.True(_broken.IsEmpty, string.Join('\n', _broken));
        Assert.InRange(await peak - before, 0, MostMemory);
    }

    private static async Task<long> PeakAsync(CancellationToken done)
    {
        long peak = 0;
        while (!done.IsCancellationRequested)
        {
            // What is in use: when the collector runs by itself depends on the computer.
            GC.Collect();
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            await Task.Delay(50, CancellationToken.None);
        }

        return peak;
    }

    private async Task TryAllAsync(HostileAnswer answer)
    {
        await _slots.WaitAsync();
        try
        {
            await TryAsync(answer);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task TryAsync(HostileAnswer answer)
    {
        await using var server = new HostileEndpoint(answer.Of);
        using ContactConnection connection = SandboxRun.Connect(server.Url, answer.Timeout);
        using ContactConnection lists = ContactConnection.OpenForLists(
            new ConnectionSettings { EndpointUrl = server.Url, AccessKey = "AKIAEXAMPLE", SecretKey = "secret", Region = "us-east-1" }, 4, answer.Timeout);
        using var directory = new ContactDirectory(connection.Client, new Pacer(TimeProvider.System), new Pacer(TimeProvider.System), s_retry);
        using var resources = new ResourceDirectory(lists.Client, new Pacer(TimeProvider.System), s_retry);
        await Task.WhenAll(
            TimedAsync(answer, "Start", () => StartAsync(answer, connection)),
            TimedAsync(answer, "Get", () => CallAsync(directory.DescribeAsync)),
            TimedAsync(answer, "Wait", () => WatchAsync(directory)),
            TimedAsync(answer, "Stop", () => CallAsync(directory.StopAsync)),
            TimedAsync(answer, "list", () => ListAsync(resources)));
    }

    private async Task TimedAsync(HostileAnswer answer, string what, Func<Task<int>> call)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            int results = await Task.Run(call).WaitAsync(s_longest);
            if (results != Count)
                _broken.Enqueue($"{answer}, {what}: {results} results of {Count}");
        }
#pragma warning disable CA1031 // Whatever is thrown is a finding.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _broken.Enqueue($"{answer}, {what}: {e.GetType().Name} after {clock.Elapsed.TotalSeconds:F1} s: {e.Message}");
        }
    }

    private async Task<int> StartAsync(HostileAnswer answer, ContactConnection connection)
    {
        (List<OutboundContact> results, _) = await SandboxRun.SendAsync(connection, Count, SandboxRun.Fast with { Retry = s_retry });
        foreach (OutboundContact result in results)
        {
            if ((answer.Start ?? result.Status, answer.Code ?? result.ErrorCode) == (result.Status, result.ErrorCode))
                continue;
            _broken.Enqueue($"{answer}, Start: {result.Status} ({result.ErrorCode}: {result.Reason})");
        }

        return results.Select(result => result.RowNumber).Distinct().Count();
    }

    private static ContactReference[] Contacts() => [.. Enumerable.Range(1, Count).Select(i => ContactReference.Create($"c-{i}", Given.Instance))];

    private static async Task<int> CallAsync<T>(Func<ContactReference, CancellationToken, Task<T>> call)
    {
        await using BoundedWorker<ContactReference, ContactAnswer<T>> calls = ContactWorker.Create(call, Count);
        foreach (ContactReference contact in Contacts())
            calls.Submit(contact);
        var seen = new HashSet<string>();
        while (calls.Outstanding > 0)
        {
            seen.Add((await calls.TakeAsync(CancellationToken.None)).Contact.ContactId);
        }

        return seen.Count;
    }

    private static async Task<int> WatchAsync(ContactDirectory directory)
    {
        var options = new WatchOptions { Timeout = TimeSpan.FromSeconds(1), PollInterval = TimeSpan.FromMilliseconds(200) };
        await using var watch = new WatchRun(directory.DescribeAsync, options, TimeProvider.System);
        foreach (ContactReference contact in Contacts())
            watch.Add(contact);
        var seen = new HashSet<string>();
        while (watch.Ended < watch.Count)
        {
            if (watch.TryTake(TimeSpan.Zero, CancellationToken.None, out WatchResult? result))
                seen.Add(result.Contact.ContactId);
            else
                await Task.Delay(10);
        }

        return seen.Count;
    }

    private static async Task<int> ListAsync(ResourceDirectory resources)
    {
        try
        {
            await foreach (OutboundInstance instance in resources.InstancesAsync())
                Assert.Equal("i", instance.InstanceId);
        }
        catch (OutboundException)
        {
            // An error is a result.
        }

        return Count;
    }
}
