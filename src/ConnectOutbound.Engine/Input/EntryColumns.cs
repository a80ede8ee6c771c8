using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>The columns that fill single entries of fields. Of two for one entry the one that was chosen more directly is used.</summary>
/// <param name="columns">All columns.</param>
/// <param name="used">Takes which of them are used; a column that gives way is not.</param>
/// <param name="faults">Takes the faults of columns that are equal rivals.</param>
internal sealed class EntryColumns(ColumnSet columns, bool[] used, List<RowFault> faults)
{
    // The less, the better. The spelling of a prefix counts between a column that an argument names and one that * stands for.
    private const int Mapped = 0;
    private const int Named = 1;
    private const int Prefixed = 2;
    private const int Left = Prefixed + ColumnName.MaxDistance + 1;

    private readonly List<EntryColumn>?[] _entries = new List<EntryColumn>?[FieldColumns.Count];

    /// <summary>The entries of a field.</summary>
    /// <param name="field">The field.</param>
    public IReadOnlyList<EntryColumn> this[ContactField field] => (IReadOnlyList<EntryColumn>?)_entries[(int)field] ?? [];

    /// <summary>Adds a column that -ColumnMap names.</summary>
    /// <param name="field">The field.</param>
    /// <param name="key">The entry.</param>
    /// <param name="column">The column.</param>
    public void AddMapped(ContactField field, string key, int column) => Add(field, key, column, Mapped);

    /// <summary>Adds a column whose name is PREFIX.NAME.</summary>
    /// <param name="field">The field.</param>
    /// <param name="key">The entry.</param>
    /// <param name="column">The column.</param>
    /// <param name="distance">How far its spelling is from the documented one.</param>
    public void AddPrefixed(ContactField field, string key, int column, int distance) => Add(field, key, column, Prefixed + distance);

    /// <summary>Adds a column that is sent as a contact attribute of its own name.</summary>
    /// <param name="column">The column.</param>
    /// <param name="isNamed">Whether -AttributeColumn names it; false for one that * stands for.</param>
    public void AddAttribute(int column, bool isNamed) => Add(ContactField.Attribute, columns.Names[column].Trim(), column, isNamed ? Named : Left);

    private void Add(ContactField field, string key, int column, int distance)
    {
        List<EntryColumn> entries = _entries[(int)field] ??= [];
        int at = entries.FindIndex(entry => entry.Key == key);
        if (at >= 0 && entries[at] is { } other && other.Column != column)
        {
            if (other.Distance < distance)
                return;
            if (other.Distance == distance)
            {
                faults.Add(new RowFault(
                    ErrorIds.ColumnAmbiguous,
                    $"The columns {DisplayText.Quoted(columns.Names[other.Column])} and {DisplayText.Quoted(columns.Names[column])} both give the {field} "
                        + $"{DisplayText.Quoted(key)}. Rename one of them."));
            }

            used[other.Column] = false;
            entries.RemoveAt(at);
            at = -1;
        }

        used[column] = true;
        if (at < 0)
            entries.Add(new EntryColumn(key, column, distance));
    }
}
