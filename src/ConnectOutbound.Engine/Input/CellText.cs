using System.Globalization;

namespace ConnectOutbound.Engine.Input;

/// <summary>Turns cells into text, the same on every machine whatever its culture.</summary>
public static class CellText
{
    /// <summary>Whether a cell counts as absent: null, or text of blanks only.</summary>
    /// <param name="cell">A cell.</param>
    /// <returns>True for an absent one.</returns>
    public static bool IsEmpty(object? cell) => cell is null or DBNull || (cell is string text && string.IsNullOrWhiteSpace(text));

    /// <summary>The type of a cell, for messages.</summary>
    /// <param name="cell">A converted cell.</param>
    /// <returns>The name of the type that the input had.</returns>
    internal static string TypeName(object? cell) => cell switch
    {
        null => "null",
        PlainObject known => known.TypeName,
        PlainMap => "dictionary",
        PlainList => "list",
        _ => cell.GetType().Name,
    };

    /// <summary>A scalar as text: numbers and dates by the invariant culture, dates in ISO 8601, true and false in lower case.</summary>
    /// <param name="cell">A scalar.</param>
    /// <returns>The text; null where the cell is a dictionary or a list and has no text.</returns>
    public static string? Of(object cell) => cell switch
    {
        string text => text,
        bool value => value ? "true" : "false",
        DateTime value =>
            value.ToString(
                value.TimeOfDay == TimeSpan.Zero && value.Kind == DateTimeKind.Unspecified ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
                CultureInfo.InvariantCulture),
        DateTimeOffset value => value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        double value => value.ToString("0.###############", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable => null,
        _ => cell.ToString(),
    };
}
