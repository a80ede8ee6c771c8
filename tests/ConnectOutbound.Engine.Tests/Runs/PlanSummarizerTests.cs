using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Tests.Skipping.Duplicates;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Tests.Runs;

public class PlanSummarizerTests
{
    [Fact]
    public void Rows_are_counted_by_what_would_become_of_them()
    {
        OutboundPlanSummary sum = Sum(
            new SkipOptions { Suppression = DuplicateCheckTests.Suppressing("+12065550104") },
            ("+12065550101", "60"), ("+12065550102", "60"), ("+12065550101", "60"), ("+12065550104", "60"), ("nobody", "soon"), ("nothing", "60"));
        Assert.Equal((6, 2, 2, 1, 1, 0), (sum.RowCount, sum.WillSend, sum.Invalid, sum.Duplicate, sum.Suppressed, sum.Deferred));
        Assert.Equal(2, sum.DestinationCount);
    }

    [Fact]
    public void Each_kind_of_fault_comes_once_with_its_first_row_the_most_frequent_first()
    {
        OutboundPlanSummary sum = Sum(new SkipOptions(), ("+12065550101", "60"), ("nobody", "soon"), ("nothing", "60"), ("+12065550101", "60"));
        Assert.Equal(["DestinationInvalid: 2 (row 2)", "ChatDurationInvalid: 1 (row 2)", "Duplicate: 1 (row 4)"], sum.Fault.Select(fault => fault.ToString()));
        Assert.Contains("'nobody'", sum.Fault[0].Example, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_are_counted_in_parts_and_characters_outside_the_alphabet_are_named()
    {
        OutboundPlanSummary sum = Summarize(
            Given.Options((ContactField.Message, "Hello {Nick}")), new SkipOptions(),
            Row(1, ("Phone", "+12065550101"), ("Nick", "Ana")),
            Row(2, ("Phone", "+12065550102"), ("Nick", "Łucja’s")),
            Row(3, ("Phone", "+12065550103"), ("Nick", new string('x', 301))));
        Assert.Equal((5, 2, 1), (sum.MessageParts, sum.Gsm7Count, sum.Ucs2Count));
        Assert.Equal(["Ł (U+0141)", "’ (U+2019)"], sum.Ucs2Character);
        Assert.Contains("U+2019", Assert.Single(sum.Advice), StringComparison.Ordinal);
    }

    [Fact]
    public void Time_at_the_rate_counts_what_goes_at_once()
    {
        Assert.Equal(TimeSpan.Zero, Many(5, 60).Duration);
        Assert.Equal(TimeSpan.FromSeconds(47.5), Many(100, 60).Duration);
    }

    [Theory]
    [InlineData(500, 60, 500, null)]
    [InlineData(501, 60, 501, 248.0)]
    [InlineData(2000, 1500, 2000, 248.0)]
    public void Chats_that_stay_open_meet_the_quota_at_the_row_after_the_last_that_fits(int rows, int minutes, long peak, double? fullAfter)
    {
        OutboundPlanSummary sum = Many(rows, minutes);
        Assert.Equal(peak, sum.PeakConcurrentChats);
        Assert.Equal(fullAfter, sum.QuotaFullAfter?.TotalSeconds);
        Assert.Equal(fullAfter is null, sum.FitsConcurrentChatQuota);
        Assert.Equal(fullAfter is null ? 0 : 1, sum.Advice.Count(text => text.Contains("L-D4BA6F6E", StringComparison.Ordinal)));
    }

    [Fact]
    public void Chats_that_end_make_room()
    {
        // At 0.1/s and 60 minutes 360 are open at most, and a few that go at once, however many there are.
        var load = new ChatLoad();
        for (int i = 0; i < 5000; i++)
            load.Start(TimeSpan.FromSeconds(i * 10), 60);
        Assert.InRange(load.Peak, 360, 367);
    }

    [Fact]
    public void Chats_of_two_instances_do_not_meet()
    {
        OutboundPlanSummary sum = Summarize(
            Given.Options(),
            new SkipOptions(),
            [.. Enumerable.Range(0, 10).Select(i => Row(i + 1, ("Phone", $"+1206555010{i}")))]);
        Assert.Equal(10, sum.PeakConcurrentChats);
        var two = new MappingOptions
        {
            Arguments = Given.Arguments()
                .Where(argument => argument.Key != ContactField.InstanceId)
                .ToDictionary(argument => argument.Key, argument => argument.Value),
        };
        sum = Summarize(
            two,
            new SkipOptions(),
            [.. Enumerable.Range(0, 10).Select(i => Row(i + 1, ("Phone", $"+1206555010{i}"), ("InstanceId", $"instance-{i % 2}")))]);
        Assert.Equal(5, sum.PeakConcurrentChats);
    }

    [Fact]
    public void Nothing_gives_a_summary_too()
    {
        OutboundPlanSummary sum = Sum(new SkipOptions());
        Assert.Equal((0, 0, 0, TimeSpan.Zero), (sum.RowCount, sum.WillSend, sum.PeakConcurrentChats, sum.Duration));
        Assert.Empty(sum.Advice);
    }

    private static OutboundPlanSummary Many(int rows, int minutes) =>
        Sum(new SkipOptions(), [.. Enumerable.Range(0, rows).Select(i => ($"+1206{5_000_000 + i}", $"{minutes}"))]);

    private static OutboundPlanSummary Sum(SkipOptions gates, params (string Phone, string Duration)[] rows) =>
        Summarize(Given.Options(), gates, [.. rows.Select((row, i) => Row(i + 1, ("Phone", row.Phone), ("ChatDuration", row.Duration)))]);

    private static OutboundPlanSummary Summarize(MappingOptions options, SkipOptions gates, params Row[] rows)
    {
        var reader = new RowReader(options);
        var planner = new RunPlanner(skip: gates);
        var sum = new PlanSummarizer(new PaceLimit(2, 5), 500);
        foreach (CheckedRow row in rows.Select(reader.Read))
            sum.Add(row, planner.Plan(row));
        return sum.ToSummary();
    }

    private static Row Row(long number, params (string Column, object? Cell)[] cells) => Given.Row(number, cells);
}
