using ConnectOutbound.Engine.Sending.Pacing;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Sending.Pacing;

public class PacerTests
{
    private readonly FakeTimeProvider _time = new();

    // In line: when the clock has moved, all that it lets happen has happened.
    private Pacer NewPacer() => new(_time, inline: true);

    private void Advance(TimeSpan span) => InLine(() => _time.Advance(span));

    // With a context of its own, the test's thread would hand continuations to others.
    private static void InLine(Action action)
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        action();
        SynchronizationContext.SetSynchronizationContext(context);
    }

    // Advances in small steps, as a clock does, until the task is done; gives the time that passed.
    private async Task<TimeSpan> TimeUntil(Task task, double limitSeconds = 1000)
    {
        DateTimeOffset began = _time.GetUtcNow();
        while (!task.IsCompleted)
        {
            Assert.True(_time.GetUtcNow() - began < TimeSpan.FromSeconds(limitSeconds), "the wait does not end");
            Advance(TimeSpan.FromMilliseconds(5));
        }

        await task;
        return _time.GetUtcNow() - began;
    }

    [Fact]
    public async Task After_a_pause_a_burst_goes_at_once_and_the_next_waits_for_the_rate()
    {
        using PacerLease lease = NewPacer().Join(new PaceLimit(2, 5));
        for (int i = 0; i < 5; i++)
        {
            Assert.True(lease.AcquireAsync(CancellationToken.None).AsTask().IsCompletedSuccessfully);
            lease.Answered(throttled: false);
        }

        TimeSpan waited = await TimeUntil(lease.AcquireAsync(CancellationToken.None).AsTask());
        Assert.InRange(waited.TotalSeconds, 0.49, 0.6);
    }

    [Fact]
    public async Task The_refill_begins_with_the_first_answer_because_the_service_counts_arrivals()
    {
        using PacerLease lease = NewPacer().Join(new PaceLimit(2, 1));
        await lease.AcquireAsync(CancellationToken.None);
        Task second = lease.AcquireAsync(CancellationToken.None).AsTask();
        Advance(TimeSpan.FromMilliseconds(400));
        Assert.False(second.IsCompleted);
        InLine(() => lease.Answered(throttled: false));
        Assert.InRange((await TimeUntil(second)).TotalSeconds, 0.48, 0.6);
    }

    [Fact]
    public async Task The_refill_waits_for_the_last_of_a_burst_for_until_then_the_services_bucket_may_be_full()
    {
        using PacerLease lease = NewPacer().Join(new PaceLimit(2, 5));
        for (int i = 0; i < 5; i++)
            await lease.AcquireAsync(CancellationToken.None);
        Task sixth = lease.AcquireAsync(CancellationToken.None).AsTask();
        for (int i = 0; i < 4; i++)
            lease.Answered(throttled: false);
        Advance(TimeSpan.FromMilliseconds(900));
        Assert.False(sixth.IsCompleted);
        InLine(() => lease.Answered(throttled: false));
        Assert.InRange((await TimeUntil(sixth)).TotalSeconds, 0.48, 0.6);
    }

    [Fact]
    public async Task An_answer_that_never_comes_holds_the_refill_for_five_seconds_only()
    {
        using PacerLease lease = NewPacer().Join(new PaceLimit(2, 1));
        await lease.AcquireAsync(CancellationToken.None);
        Assert.InRange((await TimeUntil(lease.AcquireAsync(CancellationToken.None).AsTask())).TotalSeconds, 5.4, 5.7);
    }

    [Fact]
    public async Task Over_any_stretch_of_time_no_more_is_sent_than_burst_and_rate_allow()
    {
        var random = new Random(20261122);
        using PacerLease lease = NewPacer().Join(new PaceLimit(10, 5));
        var sent = new List<double>();
        DateTimeOffset began = _time.GetUtcNow();
        for (int i = 0; i < 120; i++)
        {
            await TimeUntil(lease.AcquireAsync(CancellationToken.None).AsTask());
            sent.Add((_time.GetUtcNow() - began).TotalSeconds);
            lease.Answered(throttled: false);
            if (random.NextDouble() < 0.05)
                Advance(TimeSpan.FromSeconds(random.NextDouble()));
        }

        for (int from = 0; from < sent.Count; from++)
        {
            for (int to = from; to < sent.Count; to++)
                Assert.True(to - from + 1 <= 5 + (10 * (sent[to] - sent[from])) + 1e-6, $"{to - from + 1} requests in {sent[to] - sent[from]} s");
        }
    }

    [Fact]
    public async Task Throttling_slows_everybody_down_once_and_the_rate_comes_back_slowly()
    {
        Pacer pacer = NewPacer();
        using PacerLease one = pacer.Join(new PaceLimit(10, 5));
        using PacerLease other = pacer.Join(new PaceLimit(10, 5));
        await one.AcquireAsync(CancellationToken.None);
        one.Answered(throttled: true);
        other.Answered(throttled: true);
        double slowed = other.CurrentRate;
        Assert.InRange(slowed, 4.9, 5.1);
        Advance(TimeSpan.FromSeconds(60));
        Assert.InRange(other.CurrentRate, slowed + 1, 9);
        for (int minute = 0; minute < 10; minute++)
        {
            Advance(TimeSpan.FromMinutes(1));
            Assert.InRange(one.CurrentRate, slowed, 10);
        }

        Assert.Equal(10, one.CurrentRate, 6);
    }

    [Fact]
    public async Task The_rate_of_a_quota_that_is_lower_than_asked_for_is_found_with_few_requests_throttled()
    {
        using PacerLease lease = NewPacer().Join(new PaceLimit(2, 5));
        double quota = 5;
        int sent = 0, throttled = 0;
        DateTimeOffset began = _time.GetUtcNow(), before = began;
        while (sent < 120)
        {
            await TimeUntil(lease.AcquireAsync(CancellationToken.None).AsTask());
            quota = Math.Min(5, quota + (_time.GetUtcNow() - before).TotalSeconds);
            before = _time.GetUtcNow();
            bool refused = quota < 1;
            quota -= refused ? 0 : 1;
            throttled += refused ? 1 : 0;
            sent++;
            lease.Answered(refused);
        }

        // A quota of 1 a second, burst 5.
        double possible = 5 + (_time.GetUtcNow() - began).TotalSeconds;
        Assert.True(throttled < 0.05 * sent, $"{throttled} of {sent} throttled");
        Assert.True(sent - throttled > 0.9 * possible, $"{sent - throttled} of {possible} used");
    }

    [Fact]
    public async Task A_wait_that_the_service_asks_for_holds_for_everybody()
    {
        Pacer pacer = NewPacer();
        using PacerLease one = pacer.Join(new PaceLimit(100, 50));
        using PacerLease other = pacer.Join(new PaceLimit(100, 50));
        await one.AcquireAsync(CancellationToken.None);
        one.Answered(throttled: true, TimeSpan.FromSeconds(3));
        Assert.InRange((await TimeUntil(other.AcquireAsync(CancellationToken.None).AsTask())).TotalSeconds, 2.99, 3.2);
    }

    [Fact]
    public async Task Two_senders_share_one_quota_and_the_lower_limit_holds_for_both()
    {
        Pacer pacer = NewPacer();
        using PacerLease fast = pacer.Join(new PaceLimit(100, 50));
        PacerLease slow = pacer.Join(new PaceLimit(1, 1));
        Assert.Equal(1, fast.CurrentRate);
        await fast.AcquireAsync(CancellationToken.None);
        fast.Answered(throttled: false);
        Task second = slow.AcquireAsync(CancellationToken.None).AsTask();
        Assert.False(second.IsCompleted);
        Assert.InRange((await TimeUntil(second)).TotalSeconds, 0.9, 1.2);
        slow.Dispose();
        Assert.Equal(100, fast.CurrentRate);
    }

    [Fact]
    public async Task Leaving_and_joining_again_gives_no_new_burst()
    {
        Pacer pacer = NewPacer();
        using (PacerLease first = pacer.Join(new PaceLimit(1, 3)))
        {
            for (int i = 0; i < 3; i++)
            {
                await first.AcquireAsync(CancellationToken.None);
                first.Answered(throttled: false);
            }
        }

        using PacerLease second = pacer.Join(new PaceLimit(1, 3));
        Assert.False(second.AcquireAsync(CancellationToken.None).AsTask().IsCompleted);
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_spends_nothing()
    {
        using PacerLease lease = NewPacer().Join(new PaceLimit(1, 1));
        await lease.AcquireAsync(CancellationToken.None);
        lease.Answered(throttled: false);
        using var cancel = new CancellationTokenSource();
        Task given = lease.AcquireAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.InRange((await TimeUntil(lease.AcquireAsync(CancellationToken.None).AsTask())).TotalSeconds, 0.9, 1.2);
    }

    [Fact]
    public void The_same_account_and_endpoint_share_a_pacer_and_others_do_not()
    {
        Assert.Same(SharedPacers.For("us-east-1", "1"), SharedPacers.For("US-EAST-1", "1"));
        Assert.NotSame(SharedPacers.For("us-east-1", "1"), SharedPacers.For("us-east-1", "2"));
        Assert.NotSame(SharedPacers.For("us-east-1", "1"), SharedPacers.For("us-west-2", "1"));
    }
}
