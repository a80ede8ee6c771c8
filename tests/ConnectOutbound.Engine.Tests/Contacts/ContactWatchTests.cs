using System.Collections.Concurrent;
using ConnectOutbound.Engine.Contacts;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Contacts;

/// <summary>Waiting for contacts, by a clock that the tests move.</summary>
public class ContactWatchTests
{
    private static readonly DateTimeOffset s_time = new(2026, 5, 4, 10, 30, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(s_time);
    private readonly ConcurrentDictionary<string, int> _looks = new();

    private static ContactReference Contact(string id) => ContactReference.Create(id, Given.Instance);

    private static OutboundContactState State(ContactReference contact, bool ended = false, bool agent = false) => new(null)
    {
        ContactId = contact.ContactId,
        InstanceId = contact.InstanceId,
        State = ended ? OutboundContactStage.Disconnected : OutboundContactStage.Active,
        ConnectedAt = s_time,
        AgentConnectedAt = agent ? s_time : null,
        DisconnectedAt = ended ? s_time : null,
    };

    private static OutboundException Error(FaultKind kind) =>
        ServiceErrors.Translate(new ServiceFault(kind, "Code", "It failed."), ServiceOperation.DescribeContact, "the contact");

    // What a look at a contact gives: the contact, and how often it was looked at.
    private WatchRun Watch(Func<ContactReference, int, OutboundContactState> look, WatchOptions? options = null) => new(
        (contact, cancel) =>
        {
            cancel.ThrowIfCancellationRequested();
            return Task.FromResult(look(contact, _looks.AddOrUpdate(contact.ContactId, 1, (_, count) => count + 1)));
        },
        options ?? new WatchOptions(),
        _time);

    // Moves the clock, in steps, until something comes out.
    private async Task<WatchResult> NextAsync(WatchRun watch, int seconds = 1)
    {
        for (int steps = 0; steps < 20_000; steps++)
        {
            for (int i = 0; i < 5; i++)
            {
                if (watch.TryTake(TimeSpan.Zero, CancellationToken.None, out WatchResult? result))
                    return result;
                await Task.Yield();
            }

            if (watch.TryTake(TimeSpan.FromMilliseconds(1), CancellationToken.None, out WatchResult? late))
                return late;
            _time.Advance(TimeSpan.FromSeconds(seconds));
        }

        throw new TimeoutException("The wait does not end.");
    }

    [Fact]
    public async Task Each_comes_out_once_as_soon_as_it_is_seen_to_have_ended()
    {
        await using WatchRun watch = Watch((contact, look) => State(contact, ended: look >= (contact.ContactId == "slow" ? 4 : 1)));
        watch.Add(Contact("slow"));
        watch.Add(Contact("ended"));

        WatchResult first = await NextAsync(watch), second = await NextAsync(watch);

        Assert.Equal(("ended", WatchEnd.Reached), (first.Contact.ContactId, first.End));
        Assert.Equal(("slow", WatchEnd.Reached, OutboundContactStage.Disconnected), (second.Contact.ContactId, second.End, second.State!.State));
        Assert.Equal((1, 4, 2, 2, 2), (_looks["ended"], _looks["slow"], watch.Count, watch.Ended, watch.Reached));
        Assert.True(_time.GetUtcNow() - s_time >= TimeSpan.FromSeconds(5 + 7.5 + 11.25));
    }

    [Fact]
    public async Task Looks_become_rarer_and_the_last_state_comes_out_when_the_time_is_over()
    {
        await using WatchRun watch = Watch((contact, _) => State(contact));
        watch.Add(Contact("idle"));

        WatchResult result = await NextAsync(watch, seconds: 20);

        Assert.Equal((WatchEnd.TimedOut, OutboundContactStage.Active), (result.End, result.State!.State));
        Assert.True(_time.GetUtcNow() - s_time >= TimeSpan.FromMinutes(30));
        // 5 s, growing by half to a minute: 36 in 30 minutes, where 5 s throughout would be 361.
        Assert.InRange(_looks["idle"], 3, 37);
    }

    [Fact]
    public async Task Who_is_never_waited_for_is_looked_at_once()
    {
        await using WatchRun watch = Watch((contact, _) => State(contact, ended: contact.ContactId == "ended"), new WatchOptions { Timeout = TimeSpan.Zero });
        watch.Add(Contact("idle"));
        WatchResult idle = await NextAsync(watch);
        watch.Add(Contact("ended"));
        WatchResult ended = await NextAsync(watch);
        Assert.Equal((WatchEnd.TimedOut, 1, WatchEnd.Reached, 1), (idle.End, _looks["idle"], ended.End, _looks["ended"]));
    }

    [Theory]
    [InlineData(OutboundContactMilestone.Connected, false, false, WatchEnd.Reached)]
    [InlineData(OutboundContactMilestone.Connected, true, false, WatchEnd.Reached)]
    [InlineData(OutboundContactMilestone.AgentConnected, false, true, WatchEnd.Reached)]
    [InlineData(OutboundContactMilestone.AgentConnected, true, true, WatchEnd.Reached)]
    [InlineData(OutboundContactMilestone.AgentConnected, true, false, WatchEnd.Missed)]
    [InlineData(OutboundContactMilestone.AgentConnected, false, false, WatchEnd.TimedOut)]
    [InlineData(OutboundContactMilestone.Disconnected, false, true, WatchEnd.TimedOut)]
    public async Task A_milestone_is_told_by_its_timestamp(OutboundContactMilestone until, bool ended, bool agent, WatchEnd end)
    {
        await using WatchRun watch = Watch(
            (contact, _) => State(contact, ended, agent),
            new WatchOptions { Until = until, Timeout = TimeSpan.FromSeconds(20) });
        watch.Add(Contact("one"));
        Assert.Equal(end, (await NextAsync(watch)).End);
    }

    [Theory]
    [InlineData(FaultKind.ContactMissing, "ContactNotFound")]
    [InlineData(FaultKind.AccessDenied, "AccessDenied")]
    [InlineData(FaultKind.Unreachable, "EndpointUnreachable")]
    public async Task An_error_that_stays_ends_the_wait_for_that_contact(FaultKind kind, string errorId)
    {
        await using WatchRun watch = Watch((contact, _) => throw Error(kind));
        watch.Add(Contact("one"));
        WatchResult result = await NextAsync(watch);
        Assert.Equal((WatchEnd.Failed, errorId, 1), (result.End, result.Error!.Id, _looks["one"]));
    }

    [Theory]
    [InlineData(FaultKind.ServerError, 1)]
    [InlineData(FaultKind.Throttled, 1)]
    [InlineData(FaultKind.Unreachable, 2)]
    public async Task An_error_that_passes_is_waited_out(FaultKind kind, int at)
    {
        await using WatchRun watch = Watch((contact, look) => look == at ? throw Error(kind) : State(contact, ended: look > at));
        watch.Add(Contact("one"));
        WatchResult result = await NextAsync(watch);
        Assert.Equal((WatchEnd.Reached, at + 1), (result.End, _looks["one"]));
    }

    [Fact]
    public async Task An_error_that_does_not_pass_is_told_when_the_time_is_over()
    {
        await using WatchRun watch = Watch((contact, _) => throw Error(FaultKind.ServerError), new WatchOptions { Timeout = TimeSpan.FromMinutes(1) });
        watch.Add(Contact("one"));
        WatchResult result = await NextAsync(watch);
        Assert.Equal((WatchEnd.Failed, "ContactUnavailable"), (result.End, result.Error!.Id));
        Assert.True(_looks["one"] > 1);
    }

    [Fact]
    public async Task A_last_look_that_hangs_is_given_up_soon_after_the_time_is_over()
    {
        int looks = 0;
        await using var watch = new WatchRun(
            async (contact, cancel) =>
            {
                if (Interlocked.Increment(ref looks) > 1)
                    await Task.Delay(Timeout.Infinite, cancel);
                return State(contact);
            },
            new WatchOptions { Timeout = TimeSpan.FromMinutes(1), PollInterval = TimeSpan.FromMinutes(5) },
            _time);
        watch.Add(Contact("one"));
        WatchResult result = await NextAsync(watch);
        Assert.Equal((WatchEnd.TimedOut, OutboundContactStage.Active, 2), (result.End, result.State!.State, looks));
    }

    [Fact]
    public async Task No_more_are_asked_for_at_the_same_time_than_is_allowed()
    {
        int underWay = 0, most = 0;
        await using var watch = new WatchRun(
            async (contact, _) =>
            {
                int now = Interlocked.Increment(ref underWay);
                lock (_looks)
                    most = Math.Max(most, now);
                await Task.Yield();
                Interlocked.Decrement(ref underWay);
                return State(contact, ended: true);
            },
            new WatchOptions { ThrottleLimit = 3 },
            _time);
        for (int i = 0; i < 200; i++)
            watch.Add(Contact($"contact-{i}"));
        var seen = new HashSet<string>();
        for (int i = 0; i < 200; i++)
            seen.Add((await NextAsync(watch)).Contact.ContactId);
        Assert.Equal(200, seen.Count);
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task It_ends_at_once_when_it_is_stopped()
    {
        var begun = new TaskCompletionSource();
        var watch = new WatchRun(
            async (contact, cancel) =>
            {
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, cancel);
                return State(contact);
            },
            new WatchOptions(),
            _time);
        watch.Add(Contact("one"));
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await watch.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_defect_is_the_error_of_its_contact_alone()
    {
        await using WatchRun watch = Watch(
            (contact, _) => contact.ContactId == "broken" ? throw new NotSupportedException("a defect") : State(contact, ended: true));
        watch.Add(Contact("broken"));
        watch.Add(Contact("whole"));
        WatchResult[] results = [await NextAsync(watch), await NextAsync(watch)];
        WatchResult broken = results.Single(result => result.Contact.ContactId == "broken");
        Assert.Equal((WatchEnd.Failed, ErrorIds.InternalError), (broken.End, broken.Error!.Id));
        Assert.Contains("a defect", broken.Error.Message, StringComparison.Ordinal);
        Assert.Equal(WatchEnd.Reached, results.Single(result => result.Contact.ContactId == "whole").End);
    }
}
