using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ConnectOutbound.Engine.Rows;

/// <summary>How values of the input appear in messages: short, on one line, and masked where the message leaves the results.</summary>
public static partial class Shown
{
    private const int MaxLength = 60;

    /// <summary>A value in quotes, cut to 60 characters, its control characters and lone surrogates written as escapes.</summary>
    /// <param name="value">Any text of the input.</param>
    /// <returns>Text that is safe to print.</returns>
    public static string Quoted(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder("'");
        foreach (Rune rune in value.EnumerateRunes())
        {
            if (text.Length > MaxLength)
            {
                text.Append('…');
                break;
            }

            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned)
                text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            else
                text.Append(rune.ToString());
        }

        return text.Append('\'').ToString();
    }

    /// <summary>What somebody else's error said, as the end of a sentence: one line, cut to 200 characters.</summary>
    /// <param name="message">Its message.</param>
    /// <returns>Text that ends with a full stop.</returns>
    public static string Clause(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        string line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = new string([.. line.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]);
        return (line.Length > 200 ? line[..200] + "…" : line.TrimEnd('.')) + ".";
    }

    /// <summary>A count with its noun.</summary>
    /// <param name="count">The count.</param>
    /// <param name="noun">The noun for one.</param>
    /// <returns>Such as <c>1 row</c>, <c>2 rows</c>.</returns>
    public static string Count(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A phone number by its last four characters, the others as one sign.</summary>
    /// <param name="number">A number as it was written.</param>
    /// <returns>Such as <c>…0100</c>.</returns>
    public static string Masked(string? number) => number is null ? "(no number)" : number.Length <= 4 ? "…" : string.Concat("…", number.AsSpan(number.Length - 4));

    /// <summary>Any text with each phone number in it masked to its last four digits.</summary>
    /// <param name="text">A message.</param>
    /// <returns>The message, fit for a transcript.</returns>
    public static string WithNumbersMasked(string text) => NumbersAndIds().Replace(text, static match =>
    {
        if (match.Groups["keep"].Success)
            return match.Value;
        string digits = string.Concat(match.Value.Where(char.IsDigit));
        return "…" + digits[^4..];
    });

    // What is long and no phone number comes first and stays: ids, tokens, ARNs, addresses, dates, row numbers.
    // Then seven to twenty digits with what people write between them.
    [GeneratedRegex(
        @"(?<keep>[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-f]{32,}|arn:[\w:/+=,.@$-]+|https?://[\w.:/\[\]-]+|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])([T ][0-9:.]+Z?)?|[Rr]ows? [0-9]+(?![0-9]))"
        + @"|[+(\[]{0,3}\d([ .()\[\]/\u00A0\u00AD\u00B7\u061C\u2000-\u2015\u2022\u202A-\u202F\u205F-\u2069\u2212\u3000\u30FC\uFEFF\uFF08\uFF09\uFF0D-\uFF0F\uFF3B\uFF3D-]{0,3}\d){6,19}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumbersAndIds();
}
