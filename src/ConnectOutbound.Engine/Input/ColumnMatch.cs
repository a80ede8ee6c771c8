using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>The column that a name or a field means: one, none, or several that match equally well, of which none is chosen.</summary>
internal readonly record struct ColumnMatch
{
    private ColumnMatch(int column, IReadOnlyList<int> rivals)
    {
        Column = column;
        Rivals = rivals;
    }

    /// <summary>No column.</summary>
    public static ColumnMatch None { get; } = new(-1, []);

    /// <summary>The column, or -1. Of several that match equally well it is the first.</summary>
    public int Column { get; }

    /// <summary>The columns that match equally well; empty where that is at most one.</summary>
    public IReadOnlyList<int> Rivals { get; }

    /// <summary>Whether several columns match equally well.</summary>
    public bool IsAmbiguous => Rivals.Count > 0;

    /// <summary>A match of one column.</summary>
    /// <param name="column">The column.</param>
    /// <returns>The match.</returns>
    public static ColumnMatch Of(int column) => new(column, []);

    /// <summary>Chooses the column that matches best.</summary>
    /// <param name="candidates">Columns, each with its distance: the less, the better.</param>
    /// <returns>The match.</returns>
    public static ColumnMatch Best(IEnumerable<(int Column, int Distance)> candidates)
    {
        var best = new List<int>();
        int least = int.MaxValue;
        foreach ((int column, int distance) in candidates)
        {
            if (distance > least)
                continue;
            if (distance < least)
                best.Clear();
            least = distance;
            best.Add(column);
        }

        return best.Count switch
        {
            0 => None,
            1 => Of(best[0]),
            _ => new ColumnMatch(best[0], best),
        };
    }

    /// <summary>Names the rivals.</summary>
    /// <param name="names">The names of all columns.</param>
    /// <returns>Such as <c>'Phone 2' and 'phone_2'</c>.</returns>
    public string NameRivals(IReadOnlyList<string> names)
    {
        string[] quoted = [.. Rivals.Select(i => DisplayText.Quoted(names[i]))];
        return $"{string.Join(", ", quoted[..^1])} and {quoted[^1]}";
    }
}
