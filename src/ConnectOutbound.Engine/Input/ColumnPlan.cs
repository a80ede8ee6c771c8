using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>Which column of a set is used for what. Worked out once for all rows that share the set.</summary>
internal sealed class ColumnPlan
{
    private static readonly List<(string, int)> s_noEntries = [];

    private readonly int[] _columnOfField = new int[FieldColumns.Count];
    private readonly List<(string Key, int Column)>?[] _entries = new List<(string, int)>?[FieldColumns.Count];

    private ColumnPlan(ColumnSet columns)
    {
        Columns = columns;
        Saved = SavedColumns.Find(columns);
        Array.Fill(_columnOfField, -1);
    }

    /// <summary>The columns.</summary>
    public ColumnSet Columns { get; }

    /// <summary>Faults that every row with these columns has.</summary>
    public List<RowFault> Faults { get; } = [];

    /// <summary>What the user should hear about these columns.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Columns that nothing uses, placeholders in messages aside.</summary>
    public List<int> Unused { get; } = [];

    /// <summary>Where the rows say what an earlier command said of them; null if they do not.</summary>
    public SavedColumns? Saved { get; }

    /// <summary>The column of the row's key, or -1.</summary>
    public int KeyColumn { get; private set; } = -1;

    /// <summary>The column of a field.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The index, or -1.</returns>
    public int ColumnOf(ContactField field) => _columnOfField[(int)field];

    /// <summary>The columns that fill single entries of a field, as Attribute.NAME does.</summary>
    /// <param name="field">A field that holds entries.</param>
    /// <returns>Keys and columns.</returns>
    public List<(string Key, int Column)> EntriesOf(ContactField field) => _entries[(int)field] ?? s_noEntries;

    /// <summary>Works out the plan.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="options">What holds for every row.</param>
    /// <param name="placeholders">Normalized names of columns that the message of the whole run uses.</param>
    /// <returns>The plan.</returns>
    public static ColumnPlan Create(ColumnSet columns, MappingOptions options, IReadOnlySet<string> placeholders)
    {
        var plan = new ColumnPlan(columns);
        bool[] used = new bool[columns.Count];
        plan.TakeMapped(options, used);
        plan.TakeNamed(options, used);
        bool template = options.Arguments.ContainsKey(ContactField.MessageTemplateId) || plan.ColumnOf(ContactField.MessageTemplateId) >= 0;
        bool[] free = plan.TakePrefixed(template, used);
        plan.TakeKey(options, used, free);
        plan.TakeAttributes(options, placeholders, used, free);
        IReadOnlySet<string>? known = plan.KnownTogether();
        for (int i = 0; i < used.Length; i++)
        {
            string name = ColumnName.Normalize(columns.Names[i]);
            if (!used[i] && !placeholders.Contains(name) && !FieldColumns.Own.Contains(name) && known?.Contains(name) != true)
                plan.Unused.Add(i);
        }

        return plan;
    }

    // The user's own headers come first.
    private void TakeMapped(MappingOptions options, bool[] used)
    {
        foreach ((string target, string column) in options.ColumnMap)
        {
            int index = Columns.IndexOf(ColumnName.Normalize(column));
            if (index < 0)
            {
                Faults.Add(new RowFault(
                    ErrorIds.MappedColumnMissing,
                    $"-ColumnMap takes {target} from the column {DisplayText.Quoted(column)}, which {Lacks(column)}."));
                continue;
            }

            used[index] = true;
            if (FieldColumns.TryGet(target, out ContactField field, out _))
            {
                if (!IsOverridden(field, index, options))
                    _columnOfField[(int)field] = index;
            }
            else if (ColumnName.TrySplitPrefix(target, out string prefix, out string key))
            {
                AddEntry(FieldColumns.Prefixes[prefix], key, index);
            }
        }
    }

    private void TakeNamed(MappingOptions options, bool[] used)
    {
        int[] rankOfField = new int[FieldColumns.Count];
        Array.Fill(rankOfField, int.MaxValue);
        var rivals = new Dictionary<ContactField, List<int>>();
        for (int i = 0; i < Columns.Count; i++)
        {
            if (used[i]
                || !FieldColumns.TryGet(Columns.Names[i], out ContactField field, out int rank)
                || options.ColumnMap.Keys.Any(target => Is(target, field)))
            {
                continue;
            }

            if (field == ContactField.TimeZone && !options.ReadsTimeZone)
                continue;

            // It is the token of the saved result, and not the row's own.
            if (field == ContactField.ClientToken && Saved is { AreOfResult: true })
            {
                used[i] = true;
                continue;
            }

            if (IsOverridden(field, i, options))
            {
                used[i] = true;
                continue;
            }

            if (!rivals.TryGetValue(field, out List<int>? columns))
                rivals[field] = columns = [];
            columns.Add(i);
            if (rank < rankOfField[(int)field])
            {
                rankOfField[(int)field] = rank;
                _columnOfField[(int)field] = i;
            }
        }

        foreach ((ContactField field, List<int> columns) in rivals)
        {
            foreach (int i in columns)
                used[i] = true;
            if (columns.Count > 1)
            {
                Warnings.Add(
                    $"The columns {string.Join(", ", columns.Select(i => DisplayText.Quoted(Columns.Names[i])))} all stand for {field}: "
                    + $"{DisplayText.Quoted(Columns.Names[ColumnOf(field)])} is used. "
                    + $"-ColumnMap @{{ {field} = 'NAME' }} chooses another.");
            }
        }
    }

    private bool[] TakePrefixed(bool template, bool[] used)
    {
        bool[] free = new bool[used.Length];
        for (int i = 0; i < used.Length; i++)
        {
            if (used[i])
                continue;
            if (!ColumnName.TrySplitPrefix(Columns.Names[i], out string prefix, out string key)
                || !FieldColumns.Prefixes.TryGetValue(prefix, out ContactField field))
            {
                free[i] = true;
                continue;
            }

            // Without a template nobody reads its values, and the user hears of it.
            if (template || field is not (ContactField.TemplateAttribute or ContactField.CustomerProfileAttribute))
            {
                AddEntry(field, key, i);
                used[i] = true;
            }
        }

        return free;
    }

    private string Lacks(string column) => $"the row does not have{MissingColumn.Suggestion(ColumnName.Normalize(column), Columns)}";

    // It may be a column that is used for something else, too.
    private void TakeKey(MappingOptions options, bool[] used, bool[] free)
    {
        if (options.KeyColumn is not string column)
            return;
        KeyColumn = Columns.IndexOf(ColumnName.Normalize(column));
        if (KeyColumn < 0)
        {
            bool given = FieldColumns.TryGet(column, out ContactField field, out _) && options.Arguments.ContainsKey(field);
            Faults.Add(new RowFault(ErrorIds.KeyColumnMissing, $"-KeyColumn names {DisplayText.Quoted(column)}, which {Lacks(column)}."
                + (given ? $" -{field} was given as an argument: that is the same for every row, and no column." : "")));
            return;
        }

        used[KeyColumn] = true;
        free[KeyColumn] = false;
    }

    private void TakeAttributes(MappingOptions options, IReadOnlySet<string> placeholders, bool[] used, bool[] free)
    {
        foreach (string column in options.AttributeColumns)
        {
            if (column == "*")
                continue;
            int index = Columns.IndexOf(ColumnName.Normalize(column));
            if (index < 0)
            {
                Faults.Add(new RowFault(ErrorIds.AttributeColumnMissing, $"-AttributeColumn names {DisplayText.Quoted(column)}, which {Lacks(column)}."));
                continue;
            }

            used[index] = true;
            free[index] = false;
            AddEntry(ContactField.Attribute, Columns.Names[index].Trim(), index);
        }

        if (!options.AttributeColumns.Contains("*"))
            return;
        IReadOnlySet<string>? known = KnownTogether();
        for (int i = 0; i < free.Length; i++)
        {
            string name = ColumnName.Normalize(Columns.Names[i]);
            if (!free[i] || placeholders.Contains(name) || FieldColumns.Own.Contains(name) || known?.Contains(name) == true)
                continue;
            used[i] = true;
            AddEntry(ContactField.Attribute, Columns.Names[i].Trim(), i);
        }
    }

    private bool IsOverridden(ContactField field, int column, MappingOptions options)
    {
        if (!options.Arguments.ContainsKey(field) || IsMerged(field))
            return false;
        if (KnownTogether() is null)
            Warnings.Add($"The column {DisplayText.Quoted(Columns.Names[column])} is not used: -{field} was given and holds for every row.");
        return true;
    }

    // Entries of an argument and entries of a column live side by side; the mapper settles those that meet.
    private static bool IsMerged(ContactField field) =>
        field is ContactField.Attribute or ContactField.SegmentAttribute or ContactField.TemplateAttribute or ContactField.CustomerProfileAttribute;

    // A result that was saved, and what became of a contact, say channel and instance again; nobody needs to hear that.
    private IReadOnlySet<string>? KnownTogether() =>
        Saved is { AreOfResult: true } ? FieldColumns.OfResult : FieldColumns.OfState.All(name => Columns.IndexOf(name) >= 0) ? FieldColumns.OfState : null;

    private static bool Is(string target, ContactField field) => FieldColumns.TryGet(target, out ContactField other, out _) && other == field;

    private void AddEntry(ContactField field, string key, int column)
    {
        (_entries[(int)field] ??= []).Add((key, column));
    }
}
