using System.Diagnostics;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Skipping.QuietHours;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Engine.Validation;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Skipping.QuietHours;

public class QuietHoursCheckTests
{
    // 21:30 in Berlin, 15:30 in New York, 05:30 of the next day in Tokyo.
    private static readonly DateTimeOffset s_evening = new(2026, 1, 15, 20, 30, 0, TimeSpan.Zero);
    private static readonly MappingOptions s_options = Given.Options() with { ReadsTimeZone = true };

    [Theory]
    [InlineData("+4930123456", null, OutboundStatus.Deferred)]
    [InlineData("+4930123456", "America/New_York", null)]
    [InlineData("+81312345678", null, OutboundStatus.Deferred)]
    [InlineData("+442079460958", null, null)]
    [InlineData("+12065550100", "America/New_York", null)]
    [InlineData("+12065550100", "Europe/Berlin", OutboundStatus.Deferred)]
    public void The_row_s_zone_counts_and_else_the_one_zone_of_its_country(string number, string? zone, OutboundStatus? held)
    {
        RowDecision? decision = Check(OutboundQuietHoursAction.Defer, "21:00-08:00").Find(Row(number, zone));
        Assert.Equal(held, decision?.Status);
        if (decision is not null)
            Assert.Equal("QuietHours", decision.Value.Code);
    }

    [Theory]
    [InlineData("+12065550100")]
    [InlineData("+61212345678")]
    [InlineData("+80012345678")]
    public void A_row_whose_local_time_is_not_known_is_held_back_and_says_what_to_do(string number)
    {
        RowDecision? decision = Check(OutboundQuietHoursAction.Wait, "03:00-03:01").Find(Row(number, null));
        Assert.Equal((OutboundStatus.Deferred, "TimeZoneUnknown"), (decision!.Value.Status, decision.Value.Code));
        Assert.Contains("-TimeZone", decision.Value.Reason, StringComparison.Ordinal);
        Assert.Null(Check(OutboundQuietHoursAction.Wait, "03:00-03:01", OutboundUnknownTimeZoneAction.Send).Find(Row(number, null)));
    }

    [Fact]
    public void The_reason_says_what_time_it_is_there_and_when_the_hours_end()
    {
        RowDecision decision = Check(OutboundQuietHoursAction.Defer, "21:00-08:00").Find(Row("+4930123456", null))!.Value;
        Assert.Equal("Quiet hours (21:00-08:00): it is 21:30 in Europe/Berlin; they end 2026-01-16 08:00 +01:00.", decision.Reason);
        Assert.Equal(new DateTimeOffset(2026, 1, 16, 7, 0, 0, TimeSpan.Zero), decision.Until);
    }

    [Fact]
    public void A_zone_that_does_not_exist_makes_the_row_invalid()
    {
        CheckedRow row = Given.Read(s_options, ("Phone", Given.Number), ("TimeZone", "Europe/Lodnon"));
        Assert.Equal(["TimeZoneInvalid"], Given.Kinds(row));
        Assert.Contains("Europe/London", row.Faults[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_for_all_rows_that_does_not_exist_is_a_wrong_argument()
    {
        var options = Given.Options((ContactField.TimeZone, "Mars/Olympus")) with { ReadsTimeZone = true };
        Assert.Equal("TimeZone", Assert.Throws<OutboundException>(() => new RowReader(options)).Parameter);
    }

    [Fact]
    public void Without_quiet_hours_a_column_with_zones_is_like_any_other()
    {
        var warnings = new List<string>();
        CheckedRow row = Given.Read(Given.Options() with { Warn = warnings.Add }, ("Phone", Given.Number), ("TimeZone", "no zone at all"));
        Assert.True(row.IsValid);
        Assert.Contains("'TimeZone'", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_to_wait_is_sent_when_the_hours_are_over()
    {
        var time = new FakeTimeProvider(s_evening);
        var client = new ScriptedClient((request, _) => Task.FromResult(ScriptedClient.Started(request)));
        await using OutboundRun run = Run(client, time, OutboundQuietHoursAction.Wait, "21:00-08:00");
        run.Submit(Row("+4930123456", null));
        Assert.True(SpinWait.SpinUntil(() => run.WaitingForQuietHours == 1, TimeSpan.FromSeconds(60)), "It does not wait.");
        DateTimeOffset end = s_evening.AddHours(10.5);
        while (time.GetUtcNow() <= end)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            if (time.GetUtcNow() < end)
                Assert.Empty(client.Requests);
        }

        // Its wait may have begun while the clock went on.
        long began = Stopwatch.GetTimestamp();
        while (!run.TryTake(TimeSpan.FromMilliseconds(50), CancellationToken.None, out _))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60), "It was not sent after the quiet hours.");
            time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Single(client.Requests);
    }

    [Fact]
    public async Task A_row_that_waits_is_not_sent_when_the_run_stops()
    {
        var client = new ScriptedClient((request, _) => Task.FromResult(ScriptedClient.Started(request)));
        await using OutboundRun run = Run(client, new FakeTimeProvider(s_evening), OutboundQuietHoursAction.Wait, "21:00-08:00");
        run.Submit(Row("+4930123456", null));
        await run.StopAsync();
        Assert.True(run.TryTake(out OutboundContact? contact));
        Assert.Equal(OutboundStatus.NotSent, contact.Status);
        Assert.Empty(client.Requests);
    }

    [Fact]
    public async Task Hours_that_begin_while_a_row_stands_in_line_hold_it_back()
    {
        // The first takes the only turn; the second's comes two minutes later, and the hours begin after one.
        var time = new FakeTimeProvider(s_evening);
        var client = new ScriptedClient((request, _) => Task.FromResult(ScriptedClient.Started(request)));
        await using OutboundRun run = Run(client, time, OutboundQuietHoursAction.Defer, "21:31-08:00", new PaceLimit(1 / 120.0, 1));
        run.Submit(Row("+4930123456", null));
        // It goes at once: the clock stands still until it has.
        Assert.True(run.TryTake(TimeSpan.FromSeconds(60), CancellationToken.None, out OutboundContact? first));
        var results = new List<OutboundContact> { first };
        run.Submit(Row("+4930123457", null));
        while (results.Count < 2)
        {
            if (run.TryTake(TimeSpan.FromMilliseconds(1), CancellationToken.None, out OutboundContact? contact))
                results.Add(contact);
            else
                time.Advance(TimeSpan.FromSeconds(5));
            Assert.True(time.GetUtcNow() < s_evening.AddHours(1), "The second row did not come out.");
        }

        Assert.Equal([OutboundStatus.Started, OutboundStatus.Deferred], results.Select(contact => contact.Status));
        Assert.Single(client.Requests);
    }

    private static QuietHoursCheck Check(
        OutboundQuietHoursAction action,
        string hours,
        OutboundUnknownTimeZoneAction unknown = OutboundUnknownTimeZoneAction.Defer) =>
        new(new QuietHoursRule(QuietHoursSchedule.Parse(hours), action, unknown), new FakeTimeProvider(s_evening));

    private static OutboundRun Run(IContactClient client, FakeTimeProvider time, OutboundQuietHoursAction action, string hours, PaceLimit? pace = null)
    {
        var pacer = new Pacer(time);
        var gates = new SkipOptions { QuietHours = new QuietHoursRule(QuietHoursSchedule.Parse(hours), action) };
        return new OutboundRun(client, _ => pacer, SandboxRun.Fast with { Pace = pace ?? SandboxRun.Fast.Pace }, time, null, gates);
    }

    private static CheckedRow Row(string number, string? zone)
    {
        CheckedRow row = Given.Read(s_options, ("Phone", number), ("TimeZone", zone));
        Assert.True(row.IsValid, string.Join(' ', row.Faults));
        return row;
    }
}
