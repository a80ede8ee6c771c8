namespace ConnectOutbound.Engine.Input;

/// <summary>The column names of rows, in order. Rows of one file share one instance, so that what is worked out for it is worked out once.</summary>
public sealed class ColumnSet
{
    /// <summary>The set of a row without columns.</summary>
    public static ColumnSet Empty { get; } = new([]);

    private readonly string[] _names;
    private readonly Dictionary<string, int> _indexes;

    /// <summary>Creates a set of columns.</summary>
    /// <param name="names">The names as the file has them.</param>
    public ColumnSet(IEnumerable<string> names)
    {
        _names = [.. names];
        _indexes = new Dictionary<string, int>(_names.Length, StringComparer.Ordinal);
        for (int i = 0; i < _names.Length; i++)
            _indexes.TryAdd(ColumnName.Normalize(_names[i]), i);
    }

    /// <summary>The names as the file has them.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>How many columns there are.</summary>
    public int Count => _names.Length;

    /// <summary>Finds a column by its normalized name; of two that are alike the first.</summary>
    /// <param name="normalizedName">See <see cref="ColumnName.Normalize"/>.</param>
    /// <returns>The index, or -1.</returns>
    public int IndexOf(string normalizedName) => _indexes.TryGetValue(normalizedName, out int index) ? index : -1;
}
