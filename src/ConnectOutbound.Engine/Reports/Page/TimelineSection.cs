namespace ConnectOutbound.Engine.Reports.Page;

/// <summary>Rows over time with the quota's line. The drawing stretches to any width, so its words stand around it.</summary>
internal static class TimelineSection
{
    private const double Height = 160;

    // A quota far above all bars would make them flat: then it is told and not drawn.
    private const double FarAbove = 4;

    public static void Write(RunReport report, TextWriter writer)
    {
        if (report.Timeline is not ReportTimeline timeline)
        {
            writer.Write("<p class=\"empty\">No request was sent, or the results do not say when.</p>\n");
            return;
        }

        bool drawn = timeline.Quota <= FarAbove * timeline.Highest;
        double top = Round(1.02 * (drawn ? Math.Max(timeline.Highest, timeline.Quota) : timeline.Highest));
        string width = PageText.Length(timeline.Width);
        string quota = $"{PageText.Figure(report.RequestsPerSecond)} a second, {PageText.Figure(timeline.Quota)} in {width}";
        writer.Write($"<p>Rows by when their first request was sent. Each bar is {width}.</p>\n");
        Legend(timeline, quota, drawn, writer);
        writer.Write("<div class=\"plot\">\n<div class=\"axis\" aria-hidden=\"true\">");
        writer.Write($"<span>{PageText.Figure(top)}</span><span>{PageText.Figure(top / 2)}</span><span>0</span></div>\n");
        Drawing(timeline, top, drawn, writer);
        writer.Write("</div>\n<div class=\"times\" aria-hidden=\"true\">");
        writer.Write($"<span>{PageText.Time(timeline.From)}</span><span>{PageText.Time(timeline.To)}</span></div>\n");
        writer.Write(
            "<p class=\"more\">The quota (L-408DD6C6) counts requests, so attempts that were repeated count, too. "
            + "After a pause a few go at once: a bar may rise above the line by that burst.</p>\n");
        Values(timeline, writer);
    }

    // The next figure that is easily read, above the highest.
    private static double Round(double highest)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(highest, 2))));
        foreach (double step in (ReadOnlySpan<double>)[1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8])
        {
            if (step * power >= Math.Max(highest, 2))
                return step * power;
        }

        return 10 * power;
    }

    private static void Legend(ReportTimeline timeline, string quota, bool drawn, TextWriter writer)
    {
        writer.Write("<ul class=\"legend\">");
        writer.Write("<li><svg width=\"12\" height=\"12\" aria-hidden=\"true\"><rect class=\"f-Started\" width=\"12\" height=\"12\"/></svg> started</li>");
        if (timeline.Bins.Any(bin => bin.Others > 0))
        {
            writer.Write(
                "<li><svg width=\"12\" height=\"12\" aria-hidden=\"true\"><rect class=\"f-others\" width=\"12\" height=\"12\"/>"
                + "</svg> sent and not started, or not known</li>");
        }

        writer.Write(drawn
            ? $"<li><svg width=\"20\" height=\"12\" aria-hidden=\"true\"><line class=\"quota\" x1=\"0\" x2=\"20\" y1=\"6\" y2=\"6\"/></svg> quota: {quota}</li>"
            : $"<li>quota: {quota}; far above all bars, so it is not drawn</li>");
        writer.Write("</ul>\n");
    }

    private static void Drawing(ReportTimeline timeline, double top, bool drawn, TextWriter writer)
    {
        int count = timeline.Bins.Count;
        writer.Write(
            $"<svg class=\"chart\" role=\"img\" aria-label=\"{PageText.Count(timeline.Bins.Sum(bin => (long)bin.Total))} rows in {count} bars, "
            + $"at most {PageText.Count(timeline.Highest)} in one. ");
        writer.Write($"The values are in the table below.\" viewBox=\"0 0 {count * 10} {Height}\" preserveAspectRatio=\"none\">\n");
        writer.Write($"<path class=\"grid\" d=\"M0 0H{count * 10}M0 {Height / 2}H{count * 10}M0 {Height}H{count * 10}\"/>\n");
        for (int i = 0; i < count; i++)
        {
            ReportBin bin = timeline.Bins[i];
            if (bin.Total == 0)
                continue;
            double started = bin.Started / top * Height;
            double others = bin.Others / top * Height;
            writer.Write(
                $"<g><title>{PageText.Time(timeline.Start(i))}: {PageText.Count(bin.Started)} "
                + $"started{(bin.Others > 0 ? $", {PageText.Count(bin.Others)} not" : "")}</title>");
            Bar(writer, "f-Started", i, Height - started, started);
            Bar(writer, "f-others", i, Height - started - others, others);
            writer.Write("</g>\n");
        }

        if (drawn)
        {
            string y = PageText.Figure(Height - timeline.Quota / top * Height);
            // The wider line below keeps it legible across bars.
            writer.Write(
                $"<line class=\"edge\" x1=\"0\" x2=\"{count * 10}\" y1=\"{y}\" y2=\"{y}\"/>"
                + $"<line class=\"quota\" x1=\"0\" x2=\"{count * 10}\" y1=\"{y}\" y2=\"{y}\"/>\n");
        }

        writer.Write("</svg>\n");
    }

    private static void Bar(TextWriter writer, string kind, int place, double y, double height)
    {
        if (height > 0)
            writer.Write($"<rect class=\"{kind}\" x=\"{place * 10 + 1}\" width=\"8\" y=\"{PageText.Figure(y)}\" height=\"{PageText.Figure(height)}\"/>");
    }

    private static void Values(ReportTimeline timeline, TextWriter writer)
    {
        writer.Write(
            "<details><summary>The values</summary>\n<table class=\"values\"><thead><tr><th scope=\"col\">From</th>"
            + "<th scope=\"col\" class=\"number\">Started</th>");
        writer.Write("<th scope=\"col\" class=\"number\">Others</th></tr></thead>\n<tbody>\n");
        for (int i = 0; i < timeline.Bins.Count; i++)
        {
            ReportBin bin = timeline.Bins[i];
            writer.Write(
                $"<tr><td>{PageText.TimeElement(timeline.Start(i))}</td><td class=\"number\">{PageText.Count(bin.Started)}</td>"
                + $"<td class=\"number\">{PageText.Count(bin.Others)}</td></tr>\n");
        }

        writer.Write("</tbody></table>\n</details>\n");
    }
}
