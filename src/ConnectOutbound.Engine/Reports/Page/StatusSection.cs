namespace ConnectOutbound.Engine.Reports.Page;

/// <summary>Counts by status: a table whose bars are a chart.</summary>
internal static class StatusSection
{
    public static void Write(RunReport report, TextWriter writer)
    {
        if (report.Total == 0)
        {
            writer.Write("<p class=\"empty\">There are no rows.</p>\n");
            return;
        }

        long highest = report.Counts.Values.Max();
        writer.Write(
            "<table class=\"counts\">\n<thead><tr><th scope=\"col\">Status</th><th scope=\"col\" class=\"number\">Rows</th>"
            + "<th scope=\"col\" class=\"number\">Share</th>");
        writer.Write("<th scope=\"col\">What it means</th></tr></thead>\n<tbody>\n");
        foreach (OutboundStatus status in ReportStatus.All)
        {
            long count = report.Counts.GetValueOrDefault(status);
            if (count == 0)
                continue;
            writer.Write($"<tr><th scope=\"row\"><span class=\"status s-{status}\">{status}</span></th><td class=\"number\">{PageText.Count(count)}</td>");
            writer.Write($"<td class=\"number\">{PageText.Share(count, report.Total)}</td><td class=\"bar\">");
            writer.Write(
                "<svg width=\"100%\" height=\"10\" aria-hidden=\"true\"><rect class=\"track\" width=\"100%\" height=\"10\" rx=\"2\"/>"
                + $"<rect class=\"f-{status}\" ");
            writer.Write(
                $"width=\"{PageText.Percent(Math.Max((double)count / highest, 0.004))}\" height=\"10\" rx=\"2\"/></svg>"
                + $"<span>{ReportStatus.Meaning(status)}</span></td></tr>\n");
        }

        writer.Write("</tbody>\n</table>\n");
    }
}
