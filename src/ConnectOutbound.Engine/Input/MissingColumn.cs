using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>Says which column was probably meant by a name that no column has.</summary>
internal static class MissingColumn
{
    private const int MaxSuggestions = 3;
    private const int MaxListed = 8;

    /// <summary>The columns that are nearest to a name.</summary>
    /// <param name="name">The name, as <see cref="ColumnName.Normalize"/> makes it.</param>
    /// <param name="columns">The columns that there are.</param>
    /// <returns>The end of a sentence, such as <c>; the nearest is 'Name'</c>; if none is near, the first columns of the row.</returns>
    public static string Suggestion(string name, ColumnSet columns)
    {
        List<string> near = Nearness.Nearest(name, (name.Length + 1) / 3, columns.Names.Select(column => (column, new[] { ColumnName.Normalize(column) })));
        return near switch
        {
            [string one] => $"; the nearest is {DisplayText.Quoted(one)}",
            [_, ..] => $"; the nearest are {List(near, MaxSuggestions)}",
            _ when columns.Count > 0 => $"; it has {List(columns.Names, MaxListed)}",
            _ => "",
        };
    }

    private static string List(IReadOnlyList<string> names, int most) =>
        string.Join(", ", names.Take(most).Select(DisplayText.Quoted)) + (names.Count > most ? ", …" : "");
}
