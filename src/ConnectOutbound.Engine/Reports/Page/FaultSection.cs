namespace ConnectOutbound.Engine.Reports.Page;

/// <summary>Faults by kind, each with an example.</summary>
internal static class FaultSection
{
    private const int MostKinds = 50;

    public static void Write(RunReport report, TextWriter writer)
    {
        if (report.Faults.Count == 0)
        {
            writer.Write("<p class=\"empty\">There are no faults.</p>\n");
            return;
        }

        writer.Write(
            "<div class=\"scroll\"><table class=\"cards\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">"
            + "<th role=\"columnheader\" scope=\"col\">Kind</th>");
        writer.Write("<th role=\"columnheader\" scope=\"col\">Status</th><th role=\"columnheader\" scope=\"col\" class=\"number\">Rows</th>");
        writer.Write("<th role=\"columnheader\" scope=\"col\">Example</th></tr></thead>\n<tbody role=\"rowgroup\">\n");
        foreach (ReportFault fault in report.Faults.Take(MostKinds))
        {
            string code = fault.Code.Length == 0 ? "<span class=\"none\">no code</span>" : $"<bdi>{ReportText.Html(fault.Code)}</bdi>";
            writer.Write(
                $"<tr role=\"row\"><td role=\"cell\" class=\"code\" data-label=\"Kind\">{code}</td><td role=\"cell\" data-label=\"Status\">"
                + $"<span class=\"status s-{fault.Status}\">{fault.Status}</span></td>");
            writer.Write(
                $"<td role=\"cell\" class=\"number\" data-label=\"Rows\">{PageText.Count(fault.Count)}</td>"
                + "<td role=\"cell\" class=\"reason\" data-label=\"Example\">");
            writer.Write($"<div><bdi>{ReportText.Html(fault.Example)}</bdi> <small>Row {PageText.Count(fault.RowNumber)}</small></div></td></tr>\n");
        }

        writer.Write("</tbody></table></div>\n");
        if (report.Faults.Count > MostKinds)
            writer.Write($"<p class=\"more\">These are the {MostKinds} most frequent of {PageText.Count(report.Faults.Count)} kinds.</p>\n");
        if (report.Counts.ContainsKey(OutboundStatus.Invalid))
            writer.Write("<p class=\"more\">An Invalid row with several faults is counted by its first; its reason has all of them.</p>\n");
    }
}
