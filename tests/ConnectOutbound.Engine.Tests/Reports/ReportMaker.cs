using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectOutbound.Engine.Reports;

namespace ConnectOutbound.Engine.Tests.Reports;

/// <summary>Makes results and reads pages.</summary>
internal static class ReportMaker
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static OutboundContact Contact(
        long row,
        OutboundStatus status = OutboundStatus.Started,
        string? destination = "+12065550100",
        string? reason = null,
        string? code = null,
        double? second = null) => new(null)
        {
            RowNumber = row,
            Destination = destination,
            Channel = OutboundChannel.SMS,
            Status = status,
            Reason = reason,
            ErrorCode = code,
            Attempts = second is null ? 0 : 1,
            StartedAt = second is double s ? Noon.AddSeconds(s) : null,
            Duration = second is null ? null : TimeSpan.FromMilliseconds(100),
            InstanceId = "11111111-2222-3333-4444-555555555555",
            RunName = "spring",
        };

    public static RunReport Of(IEnumerable<OutboundContact> contacts, Func<ReportOptions, ReportOptions>? with = null)
    {
        var options = new ReportOptions { MadeAt = Noon.AddHours(1) };
        var collector = new ReportCollector(with?.Invoke(options) ?? options);
        foreach (OutboundContact contact in contacts)
            collector.Add(contact);
        return collector.Complete();
    }

    public static string Page(IEnumerable<OutboundContact> contacts, Func<ReportOptions, ReportOptions>? with = null) => ReportPage.Build(Of(contacts, with));

    public static string Data(string page) =>
        Regex.Match(page, "<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;

    public static JsonElement RowsOf(string page) => JsonDocument.Parse(Data(page)).RootElement.GetProperty("rows");
}
