using System.Runtime.CompilerServices;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>Reads rows into drafts: which cell means what. Says every fault of reading; checks nothing against the service's limits.</summary>
/// <remarks>Not thread-safe: one run maps its rows one after the other.</remarks>
public sealed class RowMapper
{
    // Enough to be told what is wrong, and bounded where every row has other columns.
    private const int MaxWarnings = 50;

    private readonly MappingOptions _options;
    private readonly ArgumentValues _arguments;
    private readonly ArgumentValues _defaults;
    private readonly EntryMapper _entries;
    private readonly SourceReader _sources;
    private readonly OptOutReader _optOuts;
    private readonly MessageTemplate? _message;
    private readonly ConditionalWeakTable<ColumnSet, ColumnPlan> _plans = [];
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);
    private ColumnPlan? _lastPlan;
    private (string Text, MessageTemplate? Template, string Problem) _lastMessage = ("", null, "");

    /// <summary>Creates a mapper for a run.</summary>
    /// <param name="options">What holds for every row.</param>
    /// <exception cref="OutboundException">An argument is wrong whatever the rows are.</exception>
    public RowMapper(MappingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        CheckColumnMap(options.ColumnMap);
        _arguments = new ArgumentValues(options.Arguments);
        _defaults = new ArgumentValues(options.Defaults);
        _entries = new EntryMapper(_arguments, Warn);
        _sources = new SourceReader(_defaults, options.Warn);
        _optOuts = new OptOutReader(options.Warn);
        if (options.Arguments.TryGetValue(ContactField.Message, out object? message) && message is string text)
        {
            if (!MessageTemplate.TryParse(text, out _message, out string problem))
                throw OutboundException.Argument(nameof(ContactField.Message), $"-Message cannot be read: {problem}.");
        }
    }

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>What it says, with every fault of reading.</returns>
    public ContactDraft Map(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Unreadable is string reason)
            return new ContactDraft { Row = row, Saved = row.Saved, Faults = [new RowFault(ErrorIds.RowUnreadable, reason)] };

        ColumnPlan plan = PlanOf(row.Columns, out bool first);
        var cells = new CellReader(row, plan, _arguments, _defaults);
        cells.Country = cells.Text(ContactField.Country) ?? _options.DefaultCountry;
        string? destination = DestinationReader.Read(cells);
        string? source = _sources.Read(cells);
        SavedResult? saved = Saved(cells);
        MessageTemplate? template = null;
        string? message = Message(cells, ref template);
        var draft = new ContactDraft
        {
            Row = row,
            Plan = plan,
            DestinationColumn = cells.DestinationColumn,
            OptOut = _optOuts.Read(cells),
            Destination = destination,
            DestinationProblem = cells.DestinationProblem,
            Country = cells.Country,
            TimeZone = _options.ReadsTimeZone ? cells.Text(ContactField.TimeZone) : null,
            Source = source,
            InstanceId = cells.Text(ContactField.InstanceId),
            ContactFlowId = cells.Text(ContactField.ContactFlowId),
            Channel = Channel(cells),
            Message = message,
            MessageContentType = cells.Text(ContactField.MessageContentType),
            KnowledgeBaseId = cells.Text(ContactField.KnowledgeBaseId),
            MessageTemplateId = cells.Text(ContactField.MessageTemplateId),
            TemplateAttributes = _entries.Texts(cells, ContactField.TemplateAttribute),
            CustomerProfileAttributes = _entries.CustomerProfile(cells),
            Attributes = _entries.Texts(cells, ContactField.Attribute),
            SegmentAttributes = _entries.Segments(cells),
            ChatDurationInMinutes = Duration(cells),
            DisplayName = DisplayName(cells),
            RelatedContactId = cells.Text(ContactField.RelatedContactId),
            SupportedMessagingContentTypes = ContentTypes(cells),
            ClientToken = Token(cells, saved),
            Saved = saved,
            Key = Key(cells),
            BringsOwnResource = cells.IsFromRow(ContactField.InstanceId) || cells.IsFromRow(ContactField.ContactFlowId)
                || (cells.IsFromRow(ContactField.Source) && SourceReader.IsSource(cells)),
            Faults = cells.Faults,
        };
        if (_options.KeepsRows && draft.Faults.Count == 0)
            row.ConvertAll();
        if (first)
            WarnOfColumns(plan, template);
        return draft;
    }

    private ColumnPlan PlanOf(ColumnSet columns, out bool first)
    {
        first = false;
        if (_lastPlan is ColumnPlan last && ReferenceEquals(last.Columns, columns))
            return last;
        if (!_plans.TryGetValue(columns, out ColumnPlan? plan))
        {
            first = true;
            plan = ColumnPlan.Create(columns, _options, _message);
            _plans.Add(columns, plan);
        }

        return _lastPlan = plan;
    }

    private static void CheckColumnMap(IReadOnlyDictionary<string, string> map)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string target, string column) in map)
        {
            string? known = FieldColumns.TryGet(target, out ContactField field, out _) ? field.ToString()
                : ColumnName.TrySplitPrefix(target, out string prefix, out string key) && FieldColumns.Prefixes.ContainsKey(prefix) ? $"{prefix}.{key}"
                : null;
            if (known is null)
            {
                throw OutboundException.Argument(
                    "ColumnMap",
                    $"-ColumnMap has the key {DisplayText.Quoted(target)}, which is no parameter. Keys are parameters, values are columns: "
                    + $"{string.Join(", ", Enum.GetNames<ContactField>())}, or Attribute.NAME, Segment.NAME, Template.NAME, Profile.NAME.");
            }

            if (string.IsNullOrWhiteSpace(column))
                throw OutboundException.Argument("ColumnMap", $"-ColumnMap names no column for {target}.");
            if (!targets.TryAdd(known, target))
            {
                throw OutboundException.Argument(
                    "ColumnMap",
                    $"-ColumnMap has the keys {DisplayText.Quoted(targets[known])} and {DisplayText.Quoted(target)}, which are one parameter. "
                        + "Give one of them.");
            }
        }
    }

    private string? Message(CellReader cells, ref MessageTemplate? template)
    {
        template = _message;
        if (template is null)
        {
            string? text = cells.Text(ContactField.Message, trim: false);
            if (text is null)
                return null;
            // Files repeat their messages; the last one is remembered.
            if (!string.Equals(_lastMessage.Text, text, StringComparison.Ordinal))
                _lastMessage = MessageTemplate.TryParse(text, out MessageTemplate parsed, out string problem) ? (text, parsed, "") : (text, null, problem);
            if (_lastMessage.Template is null)
            {
                cells.Fault(ErrorIds.MessageInvalid, $"Message{cells.Where(ContactField.Message)} cannot be read: {_lastMessage.Problem}.");
                return null;
            }

            template = _lastMessage.Template;
        }

        return template.Fill(cells);
    }

    private static string? DisplayName(CellReader cells)
    {
        string? name = cells.Text(ContactField.DisplayName);
        if (name is not null && cells.IsFromRow(ContactField.DisplayName))
            UnclosedQuote.Check(cells, cells.Plan.ColumnOf(ContactField.DisplayName), name);
        return name;
    }

    // A command that refused or planned the row learned nothing of its contact: what the row itself says remains, unless the result knows of a doubt.
    private static SavedResult? Saved(CellReader cells)
    {
        if (cells.Row.Saved is { } result
            && (result.Status is not (OutboundStatus.Invalid or OutboundStatus.Planned) || result is { HasChanged: false, Meaning: not SavedMeaning.New }))
        {
            return result;
        }

        SavedResult? own = cells.Plan.Saved?.Read(cells.Row, cells.Faults);
        // Of a row that had changed, the columns of -PassThru know the destination, unless they are older than the contact.
        bool isOlder = cells.Row.Saved is { HasChanged: true } changed
            && (own?.Meaning != changed.Meaning || cells.Plan.Saved is not { AreOfPassThru: true });
        return isOlder ? cells.Row.Saved : own ?? cells.Row.Saved;
    }

    // A contact that is started again never gets the token of the one that was started: the service would answer with that one.
    private static string? Token(CellReader cells, SavedResult? saved)
    {
        string? own = cells.Text(ContactField.ClientToken);
        bool isOld = saved is { Meaning: SavedMeaning.Started }
            && (saved.ClientToken is null ? cells.IsFromRow(ContactField.ClientToken) : saved.ClientToken == own);
        return isOld ? null : own;
    }

    private static string? Key(CellReader cells)
    {
        int column = cells.Plan.KeyColumn;
        if (column < 0)
            return null;
        object? cell = cells.Row[column];
        if (cell is CellError error)
        {
            cells.Fault(
                ErrorIds.CellUnreadable,
                $"The key column {DisplayText.Quoted(cells.Row.Columns.Names[column])} cannot be read: {DisplayText.Clause(error.Message)}");
            return null;
        }

        string? key = CellText.IsEmpty(cell) ? null : CellText.Of(cell!)?.Trim();
        if (key is null || !TextRules.IsWellFormed(key))
            cells.Fault(ErrorIds.KeyMissing, $"The key column {DisplayText.Quoted(cells.Row.Columns.Names[column])} is empty or holds no text in this row.");
        return key;
    }

    private static OutboundChannel? Channel(CellReader cells)
    {
        object? cell = cells.Cell(ContactField.Channel);
        if (cell is null or OutboundChannel)
            return (OutboundChannel?)cell;
        string? text = cells.Text(ContactField.Channel);
        switch (text?.ToUpperInvariant())
        {
            case null:
                return null;
            case "SMS" or "CONNECT:SMS":
                return OutboundChannel.SMS;
            case "WHATSAPP" or "CONNECT:WHATSAPP":
                return OutboundChannel.WhatsApp;
            // ConvertTo-Json writes an enum as a number.
            case string number when cells.Plan.Saved is { AreOfResult: true }
                && Enum.TryParse(number, out OutboundChannel channel) && Enum.IsDefined(channel):
                return channel;
            default:
                cells.Fault(
                    ErrorIds.ChannelInvalid,
                    $"Channel {DisplayText.Quoted(text)}{cells.Where(ContactField.Channel)} is not known: it is SMS or WhatsApp.");
                return null;
        }
    }

    private static int? Duration(CellReader cells)
    {
        object? cell = cells.Cell(ContactField.ChatDurationInMinutes);
        if (cell is null)
            return null;
        if (ChatDuration.TryRead(cell, out int minutes))
            return minutes;
        cells.Fault(
            ErrorIds.ChatDurationInvalid,
            $"ChatDurationInMinutes {DisplayText.Quoted(CellText.Of(cell) ?? "a list")}{cells.Where(ContactField.ChatDurationInMinutes)} is no "
                + "whole number of minutes and no TimeSpan such as 1.06:00:00.");
        return null;
    }

    private static List<string>? ContentTypes(CellReader cells)
    {
        object? cell = cells.Cell(ContactField.SupportedMessagingContentType);
        IEnumerable<string?>? types = cell switch
        {
            null => null,
            string text => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            System.Collections.IEnumerable list and not System.Collections.IDictionary =>
                list.Cast<object?>().Select(item => item is null ? null : CellText.Of(item)?.Trim()),
            _ => [CellText.Of(cell)],
        };
        return types?.Where(type => !string.IsNullOrEmpty(type)).Select(type => type!).ToList();
    }

    private void WarnOfColumns(ColumnPlan plan, MessageTemplate? template)
    {
        foreach (string warning in plan.Warnings)
            Warn(warning);
        HashSet<int> inMessage = plan.UsedBy(template);
        string[] unused = [.. plan.Unused.Where(i => !inMessage.Contains(i)).Select(i => plan.Columns.Names[i])];
        if (unused.Length > 0)
        {
            Warn($"Not used: the column{(unused.Length == 1 ? "" : "s")} {string.Join(", ", unused.Select(DisplayText.Quoted))}. "
                + "-AttributeColumn sends columns as contact attributes; -ColumnMap says what a header of your own stands for.");
        }
    }

    private void Warn(string warning)
    {
        if (_options.Warn is not null && _warned.Count < MaxWarnings && _warned.Add(warning))
            _options.Warn(warning);
    }
}
