using System.Globalization;

namespace ConnectOutbound.Engine.Reports.Page;

/// <summary>Figures and times as pages have them: the same whatever the culture.</summary>
internal static class PageText
{
    /// <summary>The culture of all figures.</summary>
    public static CultureInfo Culture => CultureInfo.InvariantCulture;

    /// <summary>A count, its thousands apart.</summary>
    public static string Count(long count) => count.ToString("N0", Culture);

    /// <summary>A rate or a quota, with two places at most.</summary>
    public static string Figure(double figure) => figure.ToString(figure is > 0 and < 0.01 ? "0.####" : "#,##0.##", Culture);

    /// <summary>A part of a whole, for a width.</summary>
    public static string Percent(double part) => (part * 100).ToString("0.##", Culture) + "%";

    /// <summary>A share in words: never 0 % where there is something, never 100 % where something lacks.</summary>
    public static string Share(long count, long total)
    {
        if (total == 0 || count == 0)
            return "0 %";
        double percent = 100.0 * count / total;
        return percent switch
        {
            < 0.1 => "< 0.1 %",
            > 99.9 when count < total => "> 99.9 %",
            _ => percent.ToString("0.#", Culture) + " %",
        };
    }

    /// <summary>One row, many rows.</summary>
    public static string Rows(long count) => count == 1 ? "1 row" : $"{Count(count)} rows";

    /// <summary>A time in ISO 8601, in UTC, with its offset, to the second.</summary>
    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:sszzz", Culture);

    /// <summary>A time element.</summary>
    public static string TimeElement(DateTimeOffset time) => $"<time datetime=\"{Time(time)}\">{Time(time)}</time>";

    /// <summary>A length of time in its two largest units.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalSeconds: < 1 } => string.Create(Culture, $"{Math.Ceiling(length.TotalMilliseconds):0} ms"),
        { TotalMinutes: < 1 } => string.Create(Culture, $"{length.TotalSeconds:0.#} s"),
        { TotalHours: < 1 } => Pair(length.Minutes, "min", length.Seconds, "s"),
        { TotalDays: < 1 } => Pair(length.Hours, "h", length.Minutes, "min"),
        _ => Pair((long)length.TotalDays, "d", length.Hours, "h"),
    };

    private static string Pair(long large, string largeUnit, long small, string smallUnit) =>
        small == 0 ? $"{Count(large)} {largeUnit}" : string.Create(Culture, $"{Count(large)} {largeUnit} {small} {smallUnit}");
}
