using System.Text;
using ConnectOutbound.Engine.Reports.Page;

namespace ConnectOutbound.Engine.Reports;

/// <summary>Writes a report as one HTML page that needs nothing beside it: no network, no font, no script and no image of another file.</summary>
/// <remarks>
/// Its Content-Security-Policy allows its own style and script, by their hashes, and nothing else. What comes from rows is encoded, or is JSON that
/// the script shows as text.
/// </remarks>
public static class ReportPage
{
    /// <summary>The page as text.</summary>
    /// <param name="report">What it says.</param>
    /// <returns>HTML.</returns>
    public static string Build(RunReport report)
    {
        using var writer = new StringWriter();
        Write(report, writer);
        return writer.ToString();
    }

    /// <summary>Writes the page. It is to be stored as UTF-8.</summary>
    /// <param name="report">What it says.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(RunReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        string style = PageTemplate.Resource("report.css");
        string script = PageTemplate.Resource("report.js");
        PageTemplate.Fill(PageTemplate.Resource("report.html"), writer, part =>
        {
            switch (part)
            {
                case "StyleHash":
                    writer.Write(PageTemplate.Hash(style));
                    break;
                case "ScriptHash":
                    writer.Write(PageTemplate.Hash(script));
                    break;
                case "Style":
                    writer.Write(style);
                    break;
                case "Script":
                    writer.Write(script);
                    break;
                case "Title":
                    writer.Write(ReportText.Html(report.Title));
                    break;
                case "Head":
                    HeadSection.Write(report, writer);
                    break;
                case "Statuses":
                    StatusSection.Write(report, writer);
                    break;
                case "Needing":
                    NeedingSection.Write(report, writer);
                    break;
                case "Faults":
                    FaultSection.Write(report, writer);
                    break;
                case "Timeline":
                    TimelineSection.Write(report, writer);
                    break;
                case "Durations":
                    DurationSection.Write(report, writer);
                    break;
                case "RowsNote":
                    RowsNote(report, writer);
                    break;
                case "Data":
                    RowData.Write(report, writer);
                    break;
                default:
                    throw new InvalidOperationException($"The page has no part {part}.");
            }
        });
    }

    private static void RowsNote(RunReport report, TextWriter writer)
    {
        if (report.LeftOut == 0)
            return;
        var note = new StringBuilder();
        note.Append(
            PageText.Culture,
            $"<p class=\"note\" id=\"left-out\">This page lists {PageText.Count(report.Rows.Count)} of {PageText.Count(report.Total)} rows: "
                + $"those that need someone first, then the others ");
        note.Append(
            PageText.Culture,
            $"in the order in which they came. {PageText.Count(report.LeftOut)} are left out. All counts and charts are of all rows.</p>\n");
        writer.Write(note);
    }
}
