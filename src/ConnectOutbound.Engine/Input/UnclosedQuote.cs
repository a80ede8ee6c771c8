using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Input;

/// <summary>Notices a value that holds further rows of its file: a quotation mark before it was not closed.</summary>
/// <remarks>
/// A line break alone says nothing: addresses and signatures have them, with a telephone line, too. So a further line must have a phone number where
/// this row has its destination. One customer would read the names and numbers of others, and those others would not be written to.
/// </remarks>
internal static class UnclosedQuote
{
    private const string Separators = ",;\t";

    // A postal code is a possible number in some countries: 10115 in DE, 01310-200 in BR.
    private const int MinDigits = 7;

    private static readonly (int Before, int Behind)[] s_postalCodes = [(5, 3), (5, 4), (4, 3), (3, 4)];

    /// <summary>Checks a value that is about to be sent.</summary>
    /// <param name="cells">The row; takes the fault.</param>
    /// <param name="column">The column that the value stands in.</param>
    /// <param name="text">The value.</param>
    public static void Check(CellReader cells, int column, string text)
    {
        // Nearly all values have one line.
        if (!text.AsSpan().ContainsAny('\r', '\n'))
            return;
        string[] lines = text.Split(['\r', '\n'], StringSplitOptions.TrimEntries);
        string? row = lines.Skip(1).FirstOrDefault(line => IsRow(cells, column, line));
        if (row is null && IsRestOfRow(cells, column, text, lines[0]))
            row = lines[0];
        if (row is null)
            return;
        // One column may be used twice.
        cells.FaultOnce(new RowFault(
            ErrorIds.QuoteUnclosed,
            $"The column {DisplayText.Quoted(cells.Row.Columns.Names[column])} holds another row of the file, {DisplayText.Quoted(row)}: "
                + "a quotation mark is not closed. Close it, then import the file again: rows within a value are not read."));
    }

    private static bool IsRow(CellReader cells, int column, string line)
    {
        int place = cells.DestinationColumn;
        int count = cells.Row.Columns.Count;
        bool isLast = column == count - 1;
        // The quotation mark that ended the value belongs to the field that it stands behind.
        int least = HasOddQuote(line) ? 1 : 2;
        foreach (char separator in Separators)
        {
            string[] fields = line.Split(separator);
            if (fields.Length < least)
                continue;
            if (isLast && IsNumber(cells, fields[0]))
                return true;
            // Behind the last column a signature may have a number in any place; a row has all its fields.
            if (place >= 0 && place < fields.Length && (!isLast || fields.Length >= count) && IsNumber(cells, fields[place]))
                return true;
        }

        return false;
    }

    // "Tom,+12065550122 and a line later "Ann",+12065550123: the value took this row's own number, and the row has the next one's.
    private static bool IsRestOfRow(CellReader cells, int column, string text, string first)
    {
        int behind = cells.DestinationColumn - column;
        if (behind <= 0 || !HasOddQuote(text))
            return false;
        foreach (char separator in Separators)
        {
            string[] fields = first.Split(separator);
            if (behind < fields.Length && IsNumber(cells, fields[behind]))
                return true;
        }

        return false;
    }

    private static bool HasOddQuote(string text) => text.AsSpan().Count('"') % 2 == 1;

    private static bool IsNumber(CellReader cells, string field)
    {
        string number = field.Trim().Trim('"');
        return number.Count(char.IsAsciiDigit) >= MinDigits
            && !IsPostalCode(number)
            && PhoneNumber.TryNormalize(number, cells.Country, out _, out _);
    }

    private static bool IsPostalCode(string text) =>
        text.IndexOf('-', StringComparison.Ordinal) is int dash and > 0
            && s_postalCodes.Contains((dash, text.Length - dash - 1))
            && text.All(c => c == '-' || char.IsAsciiDigit(c));
}
