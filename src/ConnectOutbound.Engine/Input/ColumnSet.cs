namespace ConnectOutbound.Engine.Input;

/// <summary>The column names of rows, in order. Rows of one file share one instance, so that what is worked out for it is worked out once.</summary>
public sealed class ColumnSet
{
    /// <summary>The set of a row without columns.</summary>
    public static ColumnSet Empty { get; } = new([]);

    private readonly string[] _names;
    private readonly Dictionary<string, int> _indexes;
    // Columns that only case, blanks, _ and - tell apart, by the first of them; null where there are none, as in most files.
    private readonly Dictionary<int, List<int>>? _alike;

    /// <summary>Creates a set of columns.</summary>
    /// <param name="names">The names as the file has them.</param>
    public ColumnSet(IEnumerable<string> names)
    {
        _names = [.. names];
        _indexes = new Dictionary<string, int>(_names.Length, StringComparer.Ordinal);
        for (int i = 0; i < _names.Length; i++)
        {
            string name = ColumnName.Normalize(_names[i]);
            if (_indexes.TryAdd(name, i))
                continue;
            int first = _indexes[name];
            _alike ??= [];
            if (!_alike.TryGetValue(first, out List<int>? alike))
                _alike[first] = alike = [first];
            alike.Add(i);
        }
    }

    /// <summary>The names as the file has them.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>How many columns there are.</summary>
    public int Count => _names.Length;

    /// <summary>Finds the column that a name means: the one of this very name, else one that differs only in case, else one that is normalized alike.</summary>
    /// <param name="name">A name as somebody wrote it.</param>
    /// <param name="normalizedName">The same, as <see cref="ColumnName.Normalize"/> makes it; null where that is not known yet.</param>
    /// <returns>The column; of several that match equally well none is chosen.</returns>
    internal ColumnMatch Find(string name, string? normalizedName = null)
    {
        int first = IndexOf(normalizedName ?? ColumnName.Normalize(name));
        if (first < 0)
            return ColumnMatch.None;
        return _alike is not null && _alike.TryGetValue(first, out List<int>? alike)
            ? ColumnMatch.Best(alike.Select(i => (i, ColumnName.Distance(_names[i], name))))
            : ColumnMatch.Of(first);
    }

    /// <summary>Whether there is a column of a normalized name, and where.</summary>
    /// <param name="normalizedName">See <see cref="ColumnName.Normalize"/>.</param>
    /// <returns>The index, of several the first; or -1.</returns>
    public int IndexOf(string normalizedName) => _indexes.TryGetValue(normalizedName, out int index) ? index : -1;
}
