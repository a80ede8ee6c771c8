namespace ConnectOutbound.Engine.Reports.Page;

/// <summary>What the run was: names, when, totals.</summary>
internal static class HeadSection
{
    public static void Write(RunReport report, TextWriter writer)
    {
        writer.Write("<dl class=\"facts\">\n");
        Fact(writer, report.RunNames.Count > 1 ? "Runs" : "Run", Names(report.RunNames, "without a name"));
        if (report.Instances.Count > 0)
            Fact(writer, report.Instances.Count > 1 ? "Instances" : "Instance", Names(report.Instances, ""));
        if (report.Channels.Count > 0)
            Fact(writer, report.Channels.Count > 1 ? "Channels" : "Channel", string.Join(", ", report.Channels));
        if (report is { FirstAt: DateTimeOffset first, LastAt: DateTimeOffset last })
            Fact(writer, "Sent", $"{PageText.TimeElement(first)} to {PageText.TimeElement(last)}");
        Fact(writer, "Report made", PageText.TimeElement(report.MadeAt));
        writer.Write("</dl>\n");

        writer.Write("<ul class=\"tiles\">\n");
        Tile(writer, PageText.Count(report.Total), report.Total == 1 ? "row" : "rows", "");
        long started = report.Counts.GetValueOrDefault(OutboundStatus.Started);
        Tile(writer, PageText.Count(started), "started", started > 0 ? "good" : "");
        Tile(writer, PageText.Count(report.NeedSomeone), report.NeedSomeone == 1 ? "needs someone" : "need someone", report.NeedSomeone > 0 ? "bad" : "");
        Tile(writer, PageText.Count(report.Attempts), report.Attempts == 1 ? "request" : "requests", "");
        if (report is { FirstAt: DateTimeOffset from, LastAt: DateTimeOffset to } && to > from)
            Tile(writer, PageText.Length(to - from), "from first to last", "");
        writer.Write("</ul>\n");

        writer.Write(
            "<p class=\"note\"><strong>Started is not delivery.</strong> It means that Amazon Connect created the contact; "
            + "a carrier or WhatsApp may still refuse the message. ");
        writer.Write(report.ShowsNumbers
            ? "<strong>This page holds phone numbers in full:</strong> give it only to those who may have them.</p>\n"
            : "Phone numbers are shown by their last four digits.</p>\n");
    }

    private static void Fact(TextWriter writer, string name, string html) => writer.Write($"<div><dt>{name}</dt><dd>{html}</dd></div>\n");

    private static void Tile(TextWriter writer, string figure, string what, string kind) =>
        writer.Write($"<li class=\"{kind}\"><b>{figure}</b> <span>{what}</span></li>\n");

    private static string Names(IReadOnlyList<string> names, string none) =>
        names.Count == 0 ? none : string.Join(", ", names.Select(name => $"<bdi>{ReportText.Html(name)}</bdi>"));
}
