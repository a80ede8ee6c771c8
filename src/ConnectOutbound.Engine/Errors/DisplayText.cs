using System.Globalization;
using System.Text;

namespace ConnectOutbound.Engine.Errors;

/// <summary>Text of the input and of others as messages show it: short, on one line, without control characters.</summary>
public static class DisplayText
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

            if (Rune.IsControl(rune)
                || rune == Rune.ReplacementChar
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned)
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            }
            else
            {
                text.Append(rune.ToString());
            }
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
}
