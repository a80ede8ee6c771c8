using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using CsvHelper;

namespace ConnectOutbound.Engine.Skipping.Suppression;

/// <summary>The line of headers of a file with columns.</summary>
internal sealed class SuppressionHeader
{
    private const string Separators = ",;\t|";
    private const int MaxNamed = 12;

    private static readonly IReadOnlyList<string> s_known = FieldColumns.Aliases[ContactField.Destination];

    private SuppressionHeader(char separator, IReadOnlyList<string> names, int[] numberColumns)
    {
        Separator = separator;
        Count = names.Count;
        NumberColumns = numberColumns;
        CountryColumn = FieldColumns.Find(names, ContactField.Country).Column;
    }

    /// <summary>What stands between columns.</summary>
    public char Separator { get; }

    /// <summary>How many columns there are.</summary>
    public int Count { get; }

    /// <summary>The columns that hold numbers, at least one.</summary>
    public IReadOnlyList<int> NumberColumns { get; }

    /// <summary>The column of the country, or -1.</summary>
    public int CountryColumn { get; }

    /// <summary>Whether the numbers stand alone.</summary>
    public bool IsOneColumn => Count == 1;

    /// <summary>Reads the first line of a file.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column that the caller names; null for none.</param>
    /// <param name="given">The separator that the file itself names; null where it does not.</param>
    /// <param name="problem">Why the file cannot be used; null where the line holds headers, and where it is the first of the numbers.</param>
    /// <returns>The headers, or null.</returns>
    public static SuppressionHeader? Find(string line, string? column, char? given, out string? problem)
    {
        problem = null;
        // The one by which a known column comes out; where none does, the one that makes most columns is shown in the message.
        (char Separator, string[] Names)[] ways =
        [
            .. (given is char one ? one.ToString() : Separators)
                .Select(separator => (separator, Split(line, separator)))
                .OrderByDescending(way => way.Item2.Length),
        ];
        foreach ((char separator, string[] names) in ways)
        {
            int[] numbers = NumberColumnsOf(names, column, out problem);
            if (numbers.Length == 0 && problem is null)
                continue;
            if (FieldColumns.Find(names, ContactField.Country) is { IsAmbiguous: true } countries)
                problem ??= $"has the columns {countries.NameRivals(names)}, which both stand for the country; rename one of them";
            return problem is null ? new SuppressionHeader(separator, names, numbers) : null;
        }

        string[] most = ways[0].Names;
        if (most.Length == 1 && line.Any(char.IsAsciiDigit) && given is null)
            return null;
        string known = $"'{ContactField.Destination}', {string.Join(", ", s_known.Select(name => $"'{name}'"))}";
        if (most.Any(LooksLikeNumber))
        {
            problem = $"has several columns but no line of headers above them; put one there that names the column of the numbers (one of {known}, "
                + "or the one that ColumnMap gives for Destination), "
                + "or leave one number a line";
            return null;
        }

        problem = $"has no column that is known to hold the numbers; its columns are {string.Join(", ", most.Take(MaxNamed).Select(DisplayText.Quoted))}"
            + (most.Length > MaxNamed ? $" and {most.Length - MaxNamed} more" : "")
            + (column is null ? "" : $", and none of them is {DisplayText.Quoted(column)}")
            + $". Rename the column to one of {known}, or name it in ColumnMap for Destination";
        return null;
    }

    private static int[] NumberColumnsOf(string[] names, string? column, out string? problem)
    {
        ColumnMatch named = column is null ? ColumnMatch.None : new ColumnSet(names).Find(column);
        problem = named.IsAmbiguous
            ? $"has the columns {named.NameRivals(names)}, which match {DisplayText.Quoted(column!)} of ColumnMap equally well; write the column's name exactly"
            : null;
        if (named.Column >= 0)
            return [named.Column];
        // All of them: whoever is on the list with two numbers is to be left alone at both.
        return
        [
            .. Enumerable.Range(0, names.Length)
                .Where(index => FieldColumns.TryGet(names[index], out ContactField field, out _) && field == ContactField.Destination),
        ];
    }

    private static string[] Split(string line, char separator)
    {
        using CsvReader csv = CsvReader.FromText(line, new CsvReaderOptions { HasHeader = false, Separator = separator });
        return csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetString(index).Trim())] : [];
    }

    private static bool LooksLikeNumber(string field) => field.Count(char.IsAsciiDigit) >= 5;
}
