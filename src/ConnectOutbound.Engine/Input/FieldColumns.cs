namespace ConnectOutbound.Engine.Input;

/// <summary>Which column names are taken for which field; the parameters have the same aliases.</summary>
public static class FieldColumns
{
    /// <summary>The other names of each field, most telling first; the field's own name comes before them all.</summary>
    public static IReadOnlyDictionary<ContactField, IReadOnlyList<string>> Aliases { get; } = new Dictionary<ContactField, IReadOnlyList<string>>
    {
        [ContactField.Destination] = ["DestinationPhoneNumber", "DestinationEndpoint", "DestinationEndpoint_Address", "Phone", "PhoneNumber", "Mobile", "To"],
        [ContactField.Source] = ["From", "SourcePhoneNumberArn", "SourceEndpoint", "SourceEndpoint_Address"],
        [ContactField.InstanceId] = ["Instance", "InstanceArn"],
        [ContactField.ContactFlowId] = ["Flow", "FlowId", "ContactFlowArn"],
        [ContactField.Channel] = ["Subtype"],
        [ContactField.Message] = ["Content", "Text"],
        [ContactField.MessageContentType] = ["ContentType"],
        [ContactField.KnowledgeBaseId] = [],
        [ContactField.MessageTemplateId] = ["Template"],
        [ContactField.TemplateAttribute] = [],
        [ContactField.CustomerProfileAttribute] = [],
        [ContactField.Attribute] = [],
        [ContactField.SegmentAttribute] = [],
        [ContactField.ChatDurationInMinutes] = ["ChatDuration"],
        [ContactField.DisplayName] = ["Name", "CustomerName", "ParticipantDisplayName"],
        [ContactField.RelatedContactId] = [],
        [ContactField.SupportedMessagingContentType] = [],
        [ContactField.ClientToken] = [],
        [ContactField.Country] = ["CountryIso"],
        [ContactField.TimeZone] = ["TZ"],
    };

    /// <summary>Columns <c>PREFIX.NAME</c> fill the field with an entry NAME. By the normalized prefix: the documented one, and its field.</summary>
    internal static IReadOnlyDictionary<string, (string Name, ContactField Field)> Prefixes { get; } =
        new Dictionary<string, (string, ContactField)>(StringComparer.Ordinal)
        {
            ["attribute"] = ("Attribute", ContactField.Attribute),
            ["segment"] = ("Segment", ContactField.SegmentAttribute),
            ["template"] = ("Template", ContactField.TemplateAttribute),
            ["profile"] = ("Profile", ContactField.CustomerProfileAttribute),
        };

    /// <summary>Columns that -PassThru of an earlier run or a remote session added: known, and not worth a warning.</summary>
    internal static IReadOnlySet<string> Own { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "connectstatus",
            "connectcontactid",
            "connectreason",
            "connectclienttoken",
            "connecttokensince",
            "connectdestination",
            "connectrow",
            "connectstate",
            "connectdisconnectreason",
            "connectdisconnectedat",
            "connectstateseenat",
            "pscomputername",
            "psshowcomputername",
            "runspaceid",
        };

    /// <summary>Columns of a result that was saved; see <see cref="SavedColumns"/>.</summary>
    internal static IReadOnlySet<string> OfResult { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "rownumber", "status", "contactid", "reason", "errorcode", "attempts", "tokensince", "requestid", "runname", "startedat", "duration",
    };

    /// <summary>Columns of what became of a contact (DescribeContact); known where they stand together.</summary>
    internal static IReadOnlySet<string> OfState { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "contactid", "state", "initiatedat", "connectedat", "agentconnectedat", "disconnectedat", "disconnectreason", "agentid", "queueid", "lastupdatedat",
    };

    internal static int Count { get; } = Enum.GetValues<ContactField>().Length;

    private static readonly Dictionary<string, (ContactField Field, int Rank)> s_byName = Aliases
        .SelectMany(pair => pair.Value.Prepend(pair.Key.ToString()).Select((name, rank) => (Name: ColumnName.Normalize(name), pair.Key, rank)))
        .ToDictionary(entry => entry.Name, entry => (entry.Key, entry.rank), StringComparer.Ordinal);

    /// <summary>The column that a map of the user's own gives for a field.</summary>
    /// <param name="map">Parameters, under any of their names, and columns.</param>
    /// <param name="field">The field.</param>
    /// <returns>The column's name as it was written; null where the map has none for the field.</returns>
    public static string? Mapped(IReadOnlyDictionary<string, string> map, ContactField field)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.FirstOrDefault(pair => TryGet(pair.Key, out ContactField target, out _) && target == field).Value;
    }

    /// <summary>How well a column's name matches a field: by the rank of the name that it is, then by its spelling.</summary>
    /// <param name="column">The column's name as the file has it.</param>
    /// <param name="field">The field.</param>
    /// <param name="distance">The distance: the less, the better.</param>
    /// <returns>False where the name does not stand for the field.</returns>
    internal static bool Matches(string column, ContactField field, out int distance)
    {
        distance = 0;
        if (!TryGet(column, out ContactField found, out int rank) || found != field)
            return false;
        string name = rank == 0 ? field.ToString() : Aliases[field][rank - 1];
        distance = (rank * (ColumnName.MaxDistance + 1)) + ColumnName.Distance(column, name);
        return true;
    }

    /// <summary>The column that stands for a field.</summary>
    /// <param name="names">The names of all columns.</param>
    /// <param name="field">The field.</param>
    /// <returns>The best; of several that match equally well none is chosen.</returns>
    internal static ColumnMatch Find(IReadOnlyList<string> names, ContactField field) => ColumnMatch.Best(Candidates(names, field));

    private static IEnumerable<(int Column, int Distance)> Candidates(IReadOnlyList<string> names, ContactField field)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (Matches(names[i], field, out int distance))
                yield return (i, distance);
        }
    }

    /// <summary>The field that a column or parameter name stands for.</summary>
    /// <param name="name">A name as written.</param>
    /// <param name="field">The field.</param>
    /// <param name="rank">0 for the field's own name, then its aliases in order.</param>
    /// <returns>False for a name that stands for none.</returns>
    internal static bool TryGet(string name, out ContactField field, out int rank)
    {
        bool found = s_byName.TryGetValue(ColumnName.Normalize(name), out (ContactField Field, int Rank) entry);
        (field, rank) = entry;
        return found;
    }
}
