namespace ConnectOutbound.Engine.Reports.Page;

/// <summary>How long rows took and how often they were sent.</summary>
internal static class DurationSection
{
    public static void Write(RunReport report, TextWriter writer)
    {
        if (report.Durations is null && report.Attempts == 0)
        {
            writer.Write("<p class=\"empty\">No request was sent.</p>\n");
            return;
        }

        writer.Write("<dl class=\"figures\">\n");
        if (report.Durations is ReportSpread spread)
        {
            Figure(writer, "Half of the rows took at most", PageText.Length(spread.Median));
            Figure(writer, "19 of 20 took at most", PageText.Length(spread.Percentile95));
            Figure(writer, "The longest took", PageText.Length(spread.Longest));
        }

        Figure(writer, "Requests", PageText.Count(report.Attempts));
        Figure(writer, "Rows with more than one request", PageText.Count(report.Repeated));
        Figure(writer, "The most requests for one row", PageText.Count(report.MostAttempts));
        writer.Write("</dl>\n");
        writer.Write(report.Durations is null
            ? "<p class=\"more\">The results do not say how long rows took; the journal does not keep it.</p>\n"
            : "<p class=\"more\">From the first request of a row to its last answer, pauses between attempts included.</p>\n");
    }

    private static void Figure(TextWriter writer, string what, string figure) => writer.Write($"<div><dt>{what}</dt><dd>{figure}</dd></div>\n");
}
