namespace ConnectOutbound.Engine.Reports.Page;

/// <summary>The rows that need someone, and what to do. Written out, so that it is read where scripts do not run.</summary>
internal static class NeedingSection
{
    // So many at once; the others open. What follows is not pushed out of sight.
    private const int FirstRows = 10;
    private const int MostRows = 100;

    // Up to here a number stays on one line. What stands in its place may be longer.
    private const int WholeLength = 20;

    public static void Write(RunReport report, TextWriter writer)
    {
        if (report.NeedSomeone == 0)
        {
            writer.Write(
                report.Total == 0
                    ? "<p class=\"empty\">There are no rows.</p>\n"
                    : "<p class=\"empty\">No row needs anybody: none is Unknown, Failed, Invalid or NotSent.</p>\n");
            return;
        }

        ILookup<OutboundStatus, ReportRow> rows = report.Rows.Where(row => ReportStatus.NeedsSomeone(row.Status)).ToLookup(row => row.Status);
        foreach (OutboundStatus status in ReportStatus.Needing)
        {
            long count = report.Counts.GetValueOrDefault(status);
            if (count > 0)
                WriteStatus(status, count, rows[status], writer);
        }
    }

    private static void WriteStatus(OutboundStatus status, long count, IEnumerable<ReportRow> rows, TextWriter writer)
    {
        writer.Write(
            $"<section class=\"needing\" data-status=\"{status}\">\n<h3><span class=\"status s-{status}\">{status}</span> {PageText.Rows(count)}</h3>\n");
        writer.Write($"<p>{ReportStatus.Meaning(status)} {ReportStatus.Remedy(status)}</p>\n");
        ReportRow[] listed = [.. rows.Take(MostRows)];
        WriteTable(status, listed.Take(FirstRows), writer);
        if (listed.Length > FirstRows)
        {
            writer.Write($"<details><summary>{listed.Length - FirstRows} more</summary>\n");
            WriteTable(status, listed.Skip(FirstRows), writer);
            writer.Write("</details>\n");
        }

        if (count > listed.Length)
            writer.Write($"<p class=\"more\">These are the first {listed.Length}. <a href=\"#status={status}\">The list of rows has the others</a>.</p>\n");
        writer.Write("</section>\n");
    }

    private static void WriteTable(OutboundStatus status, IEnumerable<ReportRow> rows, TextWriter writer)
    {
        writer.Write($"<div class=\"scroll\"><table class=\"cards\" role=\"table\" aria-label=\"{status} rows\">\n<thead role=\"rowgroup\"><tr role=\"row\">");
        writer.Write("<th role=\"columnheader\" scope=\"col\" class=\"number\">Row</th><th role=\"columnheader\" scope=\"col\">Number</th>");
        writer.Write(
            "<th role=\"columnheader\" scope=\"col\">Kind</th><th role=\"columnheader\" scope=\"col\">Reason</th></tr>"
            + "</thead>\n<tbody role=\"rowgroup\">\n");
        foreach (ReportRow row in rows)
            WriteRow(row, writer);
        writer.Write("</tbody></table></div>\n");
    }

    private static void WriteRow(ReportRow row, TextWriter writer)
    {
        string number = row.Destination.Length == 0
            ? "<span class=\"none\">none</span>"
            : $"<bdi{(row.Destination.Length <= WholeLength ? " class=\"whole\"" : "")}>{ReportText.Html(row.Destination)}</bdi>";
        writer.Write(
            $"<tr role=\"row\"><td role=\"cell\" class=\"number\" data-label=\"Row\">{PageText.Count(row.RowNumber)}</td>"
            + $"<td role=\"cell\" class=\"phone\" data-label=\"Number\">{number}</td>");
        writer.Write(
            $"<td role=\"cell\" class=\"code\" data-label=\"Kind\">{Text(row.ErrorCode)}</td><td role=\"cell\" class=\"reason\" data-label=\"Reason\">"
            + $"<div>{Text(row.Reason)}");
        if (row.ContactId is not null)
            writer.Write($"<small>Contact {Text(row.ContactId)}</small>");
        if (row.RequestId is not null)
            writer.Write($"<small>Request {Text(row.RequestId)}</small>");
        writer.Write("</div></td></tr>\n");
    }

    private static string Text(string? text) => text is null ? "" : $"<bdi>{ReportText.Html(text)}</bdi>";
}
