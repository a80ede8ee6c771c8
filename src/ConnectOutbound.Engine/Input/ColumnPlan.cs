using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>Which column of a set is used for what. Worked out once for all rows that share the set.</summary>
internal sealed class ColumnPlan
{
    private readonly int[] _columnOfField = new int[FieldColumns.Count];
    private readonly EntryColumns _entries;
    private readonly bool[] _used;

    private ColumnPlan(ColumnSet columns)
    {
        Columns = columns;
        _used = new bool[columns.Count];
        _entries = new EntryColumns(columns, _used, Faults);
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

    /// <summary>The columns that may hold the destination, the most telling name first: more than one only where no argument and no map says which.</summary>
    public IReadOnlyList<int> Destinations { get; private set; } = [];

    /// <summary>Whether a fault of the columns themselves says why there is no destination.</summary>
    public bool LacksMappedDestination { get; private set; }

    /// <summary>Whether Source is read from a column From, which in many files is something else.</summary>
    public bool ReadsSourceFromFrom { get; private set; }

    /// <summary>The columns that say whether somebody wants messages.</summary>
    public IReadOnlyList<OptOutColumn> OptOuts { get; private set; } = [];

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
    public IReadOnlyList<EntryColumn> EntriesOf(ContactField field) => _entries[field];

    /// <summary>The columns that a message uses.</summary>
    /// <param name="message">The message; null where there is none.</param>
    /// <returns>Their indexes.</returns>
    public HashSet<int> UsedBy(MessageTemplate? message)
    {
        var used = new HashSet<int>();
        foreach (string name in message?.Columns ?? [])
        {
            ColumnMatch match = Columns.Find(name);
            used.Add(match.Column);
            used.UnionWith(match.Rivals);
        }

        return used;
    }

    /// <summary>Works out the plan.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="options">What holds for every row.</param>
    /// <param name="message">The message of the whole run; null where rows bring theirs.</param>
    /// <returns>The plan.</returns>
    public static ColumnPlan Create(ColumnSet columns, MappingOptions options, MessageTemplate? message)
    {
        var plan = new ColumnPlan(columns);
        plan.TakeMapped(options);
        plan.TakeNamed(options);
        bool template = options.Arguments.ContainsKey(ContactField.MessageTemplateId) || plan.ColumnOf(ContactField.MessageTemplateId) >= 0;
        bool[] free = plan.TakePrefixed(template);
        plan.TakeKey(options, free);
        HashSet<int> inMessage = plan.UsedBy(message);
        plan.TakeAttributes(options, inMessage, free);
        IReadOnlySet<string>? known = plan.KnownTogether();
        for (int i = 0; i < plan._used.Length; i++)
        {
            string name = ColumnName.Normalize(columns.Names[i]);
            if (!plan._used[i] && !inMessage.Contains(i) && !FieldColumns.Own.Contains(name) && known?.Contains(name) != true)
                plan.Unused.Add(i);
        }

        plan.OptOuts = OptOutColumn.Among(columns.Names);
        return plan;
    }

    // The user's own headers come first.
    private void TakeMapped(MappingOptions options)
    {
        foreach ((string target, string column) in options.ColumnMap)
        {
            bool isField = FieldColumns.TryGet(target, out ContactField field, out _);
            int index = Find($"-ColumnMap takes {target} from the column {DisplayText.Quoted(column)}", column, ErrorIds.MappedColumnMissing);
            if (index < 0)
            {
                LacksMappedDestination |= isField && field == ContactField.Destination;
                continue;
            }

            _used[index] = true;
            if (isField)
            {
                if (IsOverridden(field, index, options))
                    continue;
                _columnOfField[(int)field] = index;
                if (field == ContactField.Destination)
                    Destinations = [index];
            }
            else if (ColumnName.TrySplitPrefix(target, out string prefix, out string key))
            {
                _entries.AddMapped(FieldColumns.Prefixes[prefix].Field, key, index);
            }
        }
    }

    private void TakeNamed(MappingOptions options)
    {
        var candidates = new Dictionary<ContactField, List<(int Column, int Distance)>>();
        for (int i = 0; i < Columns.Count; i++)
        {
            if (_used[i]
                || !FieldColumns.TryGet(Columns.Names[i], out ContactField field, out _)
                || FieldColumns.Mapped(options.ColumnMap, field) is not null
                || (field == ContactField.TimeZone && !options.ReadsTimeZone))
            {
                continue;
            }

            _used[i] = true;
            // It is the token of the saved result, and not the row's own.
            if (field == ContactField.ClientToken && Saved is { AreOfResult: true })
                continue;
            if (IsOverridden(field, i, options))
                continue;
            if (!candidates.TryGetValue(field, out List<(int, int)>? columns))
                candidates[field] = columns = [];
            FieldColumns.Matches(Columns.Names[i], field, out int distance);
            columns.Add((i, distance));
        }

        foreach ((ContactField field, List<(int Column, int Distance)> columns) in candidates)
        {
            ColumnMatch best = ColumnMatch.Best(columns);
            _columnOfField[(int)field] = best.Column;
            if (field == ContactField.Destination)
                Destinations = [.. columns.OrderBy(candidate => candidate.Distance).Select(candidate => candidate.Column)];
            else if (best.IsAmbiguous)
                Faults.Add(new RowFault(ErrorIds.ColumnAmbiguous, $"The columns {best.NameRivals(Columns.Names)} both stand for {field}. {Choose(field)}"));
            else if (columns.Count > 1)
                Warnings.Add($"{AllStandFor(columns, field)}: {DisplayText.Quoted(Columns.Names[best.Column])} is used. {Choose(field)}");
        }

        if (Destinations.Count > 1)
        {
            Warnings.Add($"{AllStandFor(candidates[ContactField.Destination], ContactField.Destination)}: in each row the one that holds a phone number "
                + $"is used. {Choose(ContactField.Destination)}");
        }

        ReadsSourceFromFrom = candidates.ContainsKey(ContactField.Source) && ColumnName.Normalize(Columns.Names[ColumnOf(ContactField.Source)]) == "from";
    }

    private string AllStandFor(List<(int Column, int Distance)> columns, ContactField field) =>
        $"The columns {string.Join(", ", columns.Select(candidate => DisplayText.Quoted(Columns.Names[candidate.Column])))} all stand for {field}";

    private static string Choose(ContactField field) => $"Choose one with -ColumnMap @{{ {field} = 'NAME' }}.";

    private bool[] TakePrefixed(bool template)
    {
        bool[] free = new bool[_used.Length];
        for (int i = 0; i < _used.Length; i++)
        {
            if (_used[i])
                continue;
            string name = Columns.Names[i];
            if (!ColumnName.TrySplitPrefix(name, out string prefix, out string key)
                || !FieldColumns.Prefixes.TryGetValue(prefix, out (string Name, ContactField Field) known))
            {
                free[i] = true;
                continue;
            }

            // Without a template nobody reads its values, and the user hears of it.
            if (template || known.Field is not (ContactField.TemplateAttribute or ContactField.CustomerProfileAttribute))
                _entries.AddPrefixed(known.Field, key, i, ColumnName.Distance(name, $"{known.Name}.{key}"));
        }

        return free;
    }

    // It may be a column that is used for something else, too.
    private void TakeKey(MappingOptions options, bool[] free)
    {
        if (options.KeyColumn is not string column)
            return;
        bool given = FieldColumns.TryGet(column, out ContactField field, out _) && options.Arguments.ContainsKey(field);
        KeyColumn = Find(
            $"{(options.IsKeyColumnOfRun ? "The run's key column is" : "-KeyColumn names")} {DisplayText.Quoted(column)}",
            column,
            ErrorIds.KeyColumnMissing,
            given ? $" -{field} was given as an argument: that is the same for every row, and no column." : "");
        if (KeyColumn < 0)
            return;
        _used[KeyColumn] = true;
        free[KeyColumn] = false;
    }

    private void TakeAttributes(MappingOptions options, HashSet<int> inMessage, bool[] free)
    {
        foreach (string column in options.AttributeColumns)
        {
            if (column == "*")
                continue;
            int index = Find($"-AttributeColumn names {DisplayText.Quoted(column)}", column, ErrorIds.AttributeColumnMissing);
            if (index < 0)
                continue;
            free[index] = false;
            _entries.AddAttribute(index, isNamed: true);
        }

        if (!options.AttributeColumns.Contains("*"))
            return;
        IReadOnlySet<string>? known = KnownTogether();
        for (int i = 0; i < free.Length; i++)
        {
            string name = ColumnName.Normalize(Columns.Names[i]);
            if (free[i] && !inMessage.Contains(i) && !FieldColumns.Own.Contains(name) && known?.Contains(name) != true)
                _entries.AddAttribute(i, isNamed: false);
        }
    }

    // A column that an argument names; a fault where there is none, and where several match equally well.
    private int Find(string who, string column, string missing, string more = "")
    {
        string name = ColumnName.Normalize(column);
        ColumnMatch match = Columns.Find(column, name);
        if (match.IsAmbiguous)
        {
            Faults.Add(new RowFault(
                ErrorIds.ColumnAmbiguous,
                $"{who}, and the columns {match.NameRivals(Columns.Names)} match it equally well. Write the column's name exactly as the file has it."));
            return -1;
        }

        if (match.Column < 0)
            Faults.Add(new RowFault(missing, $"{who}, which the row does not have{MissingColumn.Suggestion(name, Columns)}.{more}"));
        return match.Column;
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
}
