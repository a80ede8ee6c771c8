using ConnectOutbound.Engine.Reports;
using static ConnectOutbound.Engine.Tests.Reports.ReportMaker;

namespace ConnectOutbound.Engine.Tests.Reports;

public class ReportCollectorTests
{
    [Fact]
    public void Counts_add_up_to_the_rows()
    {
        RunReport report = Of(
        [
            Contact(1, second: 0), Contact(2, second: 1), Contact(3, OutboundStatus.Unknown, second: 2), Contact(4, OutboundStatus.Invalid),
            Contact(5, OutboundStatus.NotSent),
            Contact(6, OutboundStatus.Duplicate), Contact(7, OutboundStatus.Failed, second: 3),
        ]);
        Assert.Equal(7, report.Total);
        Assert.Equal(report.Total, report.Counts.Values.Sum());
        Assert.Equal(2, report.Counts[OutboundStatus.Started]);
        Assert.Equal(4, report.NeedSomeone);
        Assert.Equal(4, report.Attempts);
        Assert.Equal(Noon, report.FirstAt);
        Assert.Equal(Noon.AddSeconds(3.1), report.LastAt);
        Assert.Equal(["spring"], report.RunNames);
    }

    [Fact]
    public void Faults_are_counted_by_kind_with_the_first_row_as_the_example()
    {
        RunReport report = Of(
        [
            Contact(1, OutboundStatus.Invalid, reason: "one", code: "DestinationInvalid"),
            Contact(2, OutboundStatus.Failed, reason: "two", code: "ConflictException"),
            Contact(3, OutboundStatus.Failed, reason: "three", code: "ConflictException"),
            Contact(4, OutboundStatus.Duplicate, reason: "no fault", code: "Duplicate"),
            Contact(5, OutboundStatus.NotSent, reason: "five"),
        ]);
        Assert.Equal(
            [
                new ReportFault("ConflictException", OutboundStatus.Failed, 2, 2, "two"),
                new ReportFault("", OutboundStatus.NotSent, 1, 5, "five"),
                new ReportFault("DestinationInvalid", OutboundStatus.Invalid, 1, 1, "one"),
            ],
            report.Faults);
    }

    [Fact]
    public void Kinds_without_end_are_summed_up_and_none_is_lost()
    {
        RunReport report = Of(Enumerable.Range(1, 5000).Select(i => Contact(i, OutboundStatus.Failed, code: $"Code{i}")));
        Assert.InRange(report.Faults.Count, 100, 250);
        Assert.Equal(5000, report.Faults.Sum(fault => fault.Count));
    }

    [Fact]
    public void A_page_that_is_too_long_keeps_the_rows_that_need_someone_and_counts_all()
    {
        RunReport report = Of(
            Enumerable.Range(1, 1000).Select(i => Contact(i, i % 100 == 0 ? OutboundStatus.Failed : OutboundStatus.Started, code: "X", second: i)),
            options => options with { MaxRows = 50 });
        Assert.Equal(1000, report.Total);
        Assert.Equal(50, report.Rows.Count);
        Assert.Equal(950, report.LeftOut);
        Assert.Equal(10, report.Rows.Count(row => row.Status == OutboundStatus.Failed));
        Assert.Equal(report.Rows.Select(row => row.RowNumber).Order(), report.Rows.Select(row => row.RowNumber));
        Assert.Equal(1000, report.Timeline!.Bins.Sum(bin => bin.Total));
        Assert.Contains("lists 50 of 1,000 rows", ReportPage.Build(report), StringComparison.Ordinal);
    }

    [Fact]
    public void More_rows_that_need_someone_than_a_page_lists_leave_the_others_out()
    {
        RunReport report = Of(
            Enumerable.Range(1, 100).Select(i => Contact(i, i <= 20 ? OutboundStatus.Started : OutboundStatus.Invalid)),
            options => options with { MaxRows = 50 });
        Assert.Equal(50, report.Rows.Count);
        Assert.All(report.Rows, row => Assert.Equal(OutboundStatus.Invalid, row.Status));
        Assert.Equal(80, report.Faults.Sum(fault => fault.Count));
    }

    [Fact]
    public void A_hundred_thousand_rows_are_all_listed()
    {
        RunReport report = Of(Enumerable.Range(1, 100_000).Select(i => Contact(i, second: i / 20.0)));
        Assert.Equal(0, report.LeftOut);
        Assert.Equal(100_000, RowsOf(ReportPage.Build(report)).GetArrayLength());
    }

    [Fact]
    public void Durations_are_summed_up_by_rank()
    {
        RunReport report = Of(Enumerable.Range(1, 20).Reverse().Select(i => new OutboundContact(null)
        {
            RowNumber = i,
            Status = OutboundStatus.Started,
            Attempts = i > 18 ? 4 : 1,
            StartedAt = Noon,
            Duration = TimeSpan.FromSeconds(i),
        }));
        Assert.Equal(new ReportSpread(20, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(19), TimeSpan.FromSeconds(20)), report.Durations);
        Assert.Equal(2, report.Repeated);
        Assert.Equal(4, report.MostAttempts);
        Assert.Equal(26, report.Attempts);
    }

    [Fact]
    public void A_report_of_nothing_has_nothing()
    {
        RunReport report = Of([]);
        Assert.Equal(0, report.Total);
        Assert.Null(report.Timeline);
        Assert.Null(report.Durations);
        Assert.Equal("Outbound contacts", report.Title);
    }

    [Fact]
    public void The_title_names_the_run_unless_one_is_given()
    {
        Assert.Equal("Outbound contacts: spring", Of([Contact(1)]).Title);
        Assert.Equal("Mine", Of([Contact(1)], options => options with { Title = "Mine" }).Title);
    }
}
