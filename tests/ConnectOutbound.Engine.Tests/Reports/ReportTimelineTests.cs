using ConnectOutbound.Engine.Reports;
using static ConnectOutbound.Engine.Tests.Reports.ReportMaker;

namespace ConnectOutbound.Engine.Tests.Reports;

public class ReportTimelineTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(59, 1)]
    [InlineData(61, 2)]
    [InlineData(5_000, 120)]
    [InlineData(86_400, 1_800)]
    [InlineData(14 * 86_400, 21_600)]
    [InlineData(3650 * 86_400L, 61 * 86_400)]
    public void The_stretch_follows_from_the_length_of_the_run(long seconds, int width)
    {
        ReportTimeline timeline = Of([Contact(1, second: 0), Contact(2, second: seconds)]).Timeline!;
        Assert.Equal(TimeSpan.FromSeconds(width), timeline.Width);
        Assert.InRange(timeline.Bins.Count, 1, 61);
        Assert.Equal(2, timeline.Bins.Sum(bin => bin.Total));
        Assert.Equal(1, timeline.Bins[^1].Total);
    }

    [Fact]
    public void Stretches_begin_at_round_times_and_hold_what_was_sent_in_them()
    {
        ReportTimeline timeline = Of(
            [Contact(1, second: 5.5), Contact(2, second: 5.999), Contact(3, OutboundStatus.Failed, second: 6), Contact(4, second: 8), Contact(5)]).Timeline!;
        Assert.Equal(Noon.AddSeconds(5), timeline.From);
        Assert.Equal(Noon.AddSeconds(9), timeline.To);
        Assert.Equal([new ReportBin(2, 0), new ReportBin(0, 1), default, new ReportBin(1, 0)], timeline.Bins);
        Assert.Equal(2, timeline.Highest);
    }

    [Fact]
    public void The_quota_is_that_of_one_stretch()
    {
        RunReport report = Of([Contact(1, second: 0), Contact(2, second: 0), Contact(3, second: 100)], options => options with { RequestsPerSecond = 2.5 });
        Assert.Equal(5, report.Timeline!.Quota);
        Assert.Contains("quota: 2.5 a second, 5 in 2 s</li>", ReportPage.Build(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quota_far_above_the_bars_is_told_and_not_drawn()
    {
        string page = Page([Contact(1, second: 0)], options => options with { RequestsPerSecond = 1000 });
        Assert.Contains("1,000 a second, 1,000 in 1 s; far above all bars", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"edge\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_at_the_ends_of_the_calendar_make_a_page()
    {
        string page = Page(
        [
            new OutboundContact(null) { RowNumber = 1, Status = OutboundStatus.Started, StartedAt = DateTimeOffset.MinValue, Duration = TimeSpan.MinValue },
            new OutboundContact(null) { RowNumber = 2, Status = OutboundStatus.Started, StartedAt = DateTimeOffset.MaxValue, Duration = TimeSpan.MaxValue },
        ]);
        Assert.Contains("9999-12-31T23:59:59+00:00", page, StringComparison.Ordinal);
    }
}
