namespace ConnectOutbound.Engine.Input;

/// <summary>What holds for every row of a run.</summary>
public sealed record MappingOptions
{
    /// <summary>Values given for all rows, by field; they win over columns.</summary>
    public IReadOnlyDictionary<ContactField, object> Arguments { get; init; } = new Dictionary<ContactField, object>();

    /// <summary>Values that are taken where neither an argument nor the row gives one, by field.</summary>
    public IReadOnlyDictionary<ContactField, object> Defaults { get; init; } = new Dictionary<ContactField, object>();

    /// <summary>Which column to take for a field (or for an entry, as <c>Attribute.NAME</c>), where headers are not among the known ones.</summary>
    public IReadOnlyDictionary<string, string> ColumnMap { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns to send as contact attributes under their own names; <c>*</c> stands for all that nothing else uses.</summary>
    public IReadOnlyList<string> AttributeColumns { get; init; } = [];

    /// <summary>
    /// The column that tells several contacts with one destination apart (an order's number, say); null where each destination is written to once.
    /// </summary>
    public string? KeyColumn { get; init; }

    /// <summary>Whether the key column is the one that the run remembers, because the command names none.</summary>
    public bool IsKeyColumnOfRun { get; init; }

    /// <summary>The country of numbers that are written nationally in rows that name none (ISO 3166-1, two letters); null where they are no numbers.</summary>
    public string? DefaultCountry { get; init; }

    /// <summary>Whether WhatsApp messages of one's own, outside a template, are allowed: the customers wrote within the last 24 hours.</summary>
    public bool AllowFreeText { get; init; }

    /// <summary>Whether time zones are asked for: without quiet hours a column with them is no more than any other.</summary>
    public bool ReadsTimeZone { get; init; }

    /// <summary>Whether a journal keeps the rows, with the columns that nothing uses.</summary>
    public bool KeepsRows { get; init; }

    /// <summary>Called with each warning, on the thread that maps; each is given once.</summary>
    public Action<string>? Warn { get; init; }
}
