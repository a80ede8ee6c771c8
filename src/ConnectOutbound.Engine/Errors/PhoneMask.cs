using System.Text.RegularExpressions;

namespace ConnectOutbound.Engine.Errors;

/// <summary>Masks phone numbers: outside results only their last four digits are shown.</summary>
public static partial class PhoneMask
{
    /// <summary>A phone number by its last four characters, the others as one sign.</summary>
    /// <param name="number">A number as it was written.</param>
    /// <returns>Such as <c>…0100</c>.</returns>
    public static string Mask(string? number) =>
        number is null ? "(no number)" : number.Length <= 4 ? "…" : string.Concat("…", number.AsSpan(number.Length - 4));

    /// <summary>Any text with each phone number in it masked to its last four digits.</summary>
    /// <param name="text">A message.</param>
    /// <returns>The message, fit for a transcript.</returns>
    public static string MaskAll(string text) => NumbersAndIds().Replace(text, static match =>
    {
        if (match.Groups["keep"].Success)
            return match.Value;
        string digits = string.Concat(match.Value.Where(char.IsDigit));
        return "…" + digits[^4..];
    });

    // What is long and no phone number comes first and stays: ids, tokens, ARNs, addresses, dates, row numbers.
    // Then seven to twenty digits with what people write between them.
    [GeneratedRegex(
        @"(?<keep>[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-f]{32,}|arn:[\w:/+=,.@$-]+"
        + @"|https?://[\w.:/\[\]-]+|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])([T ][0-9:.]+Z?)?|[Rr]ows? [0-9]+(?![0-9]))"
        + @"|[+(\[]{0,3}\d([ .()\[\]/\u00A0\u00AD\u00B7\u061C\u2000-\u2015\u2022"
        + @"\u202A-\u202F\u205F-\u2069\u2212\u3000\u30FC\uFEFF\uFF08\uFF09\uFF0D-\uFF0F\uFF3B\uFF3D-]{0,3}\d){6,19}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumbersAndIds();
}
