namespace ConnectOutbound.Engine.Reports;

/// <summary>Takes the results of a run one by one and sums them up. It keeps what the page lists, and a few bytes of each other row.</summary>
public sealed class ReportCollector
{
    private const int TextLength = 1000;
    private const int IdLength = 100;
    private const int MostNames = 20;
    private const int MostKinds = 200;

    private readonly ReportOptions _options;
    private readonly SortedSet<string> _runs = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _instances = new(StringComparer.Ordinal);
    private readonly SortedSet<OutboundChannel> _channels = [];
    private readonly Dictionary<OutboundStatus, long> _counts = [];
    private readonly Dictionary<(string Code, OutboundStatus Status), ReportFault> _faults = [];
    private readonly List<ReportRow> _needing = [];
    private readonly List<ReportRow> _others = [];
    private readonly List<(long Ticks, bool Started)> _sends = [];
    private readonly List<long> _durations = [];
    private long _lastTicks = long.MinValue;
    private long _total;
    private long _attempts;
    private long _repeated;
    private int _mostAttempts;

    /// <summary>Begins a report.</summary>
    /// <param name="options">What it is asked to say.</param>
    public ReportCollector(ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>Names a run, which results mostly do themselves: it may have none yet.</summary>
    /// <param name="name">The run's name.</param>
    public void AddRun(string name) => AddName(_runs, name);

    /// <summary>Takes a result. Nothing of it is held on to but what the page shows.</summary>
    /// <param name="contact">The result.</param>
    public void Add(OutboundContact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        _total++;
        _counts[contact.Status] = _counts.GetValueOrDefault(contact.Status) + 1;
        AddName(_runs, contact.RunName);
        AddName(_instances, contact.InstanceId);
        if (contact.Channel is OutboundChannel channel)
            _channels.Add(channel);
        AddTimes(contact);
        _attempts += contact.Attempts;
        _mostAttempts = Math.Max(_mostAttempts, contact.Attempts);
        if (contact.Attempts > 1)
            _repeated++;

        bool needing = ReportStatus.NeedsSomeone(contact.Status);
        List<ReportRow> rows = needing ? _needing : _others;
        if (needing || rows.Count < _options.MaxRows)
        {
            ReportRow row = Row(contact, needing);
            if (needing)
                AddFault(row);
            if (rows.Count < _options.MaxRows)
                rows.Add(row);
        }
    }

    /// <summary>Sums up what was taken so far.</summary>
    /// <returns>What the page says.</returns>
    public RunReport Complete() => new()
    {
        Title = Title(),
        RunNames = [.. _runs],
        Instances = [.. _instances],
        Channels = [.. _channels],
        MadeAt = _options.MadeAt,
        Total = _total,
        Counts = new Dictionary<OutboundStatus, long>(_counts),
        Faults = [.. _faults.Values.OrderByDescending(fault => fault.Count).ThenBy(fault => fault.Code, StringComparer.Ordinal)],
        Rows = [.. _needing.Concat(_others.Take(_options.MaxRows - _needing.Count)).OrderBy(row => row.RowNumber)],
        Timeline = ReportTimeline.Build(_sends, _options.RequestsPerSecond),
        RequestsPerSecond = _options.RequestsPerSecond,
        FirstAt = _sends.Count == 0 ? null : new DateTimeOffset(_sends.Min(send => send.Ticks), TimeSpan.Zero),
        LastAt = _sends.Count == 0 ? null : new DateTimeOffset(_lastTicks, TimeSpan.Zero),
        Durations = ReportSpread.Compute([.. _durations]),
        Attempts = _attempts,
        Repeated = _repeated,
        MostAttempts = _mostAttempts,
        ShowsNumbers = _options.ShowNumber,
    };

    private string Title() => string.IsNullOrWhiteSpace(_options.Title)
        ? _runs.Count == 1 ? $"Outbound contacts: {_runs.Min}" : "Outbound contacts"
        : ReportText.Clean(_options.Title, 200);

    private void AddTimes(OutboundContact contact)
    {
        if (contact.StartedAt is not DateTimeOffset at)
            return;
        _sends.Add((at.UtcTicks, contact.Status == OutboundStatus.Started));
        long took = Math.Max(contact.Duration?.Ticks ?? 0, 0);
        if (contact.Duration is not null)
            _durations.Add(took);
        _lastTicks = Math.Max(_lastTicks, at.UtcTicks + Math.Min(took, DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks));
    }

    private void AddFault(ReportRow row)
    {
        (string Code, OutboundStatus Status) kind = (row.ErrorCode ?? "", row.Status);
        // Codes come from the service and from saved files: there may be any number of them.
        if (_faults.Count >= MostKinds && !_faults.ContainsKey(kind))
            kind.Code = "(others)";
        _faults[kind] = _faults.TryGetValue(kind, out ReportFault? known)
            ? known with { Count = known.Count + 1 }
            : new ReportFault(kind.Code, row.Status, 1, row.RowNumber, row.Reason ?? "");
    }

    private ReportRow Row(OutboundContact contact, bool needing) => new()
    {
        RowNumber = contact.RowNumber,
        Destination = ReportText.Number(contact.Destination, _options.ShowNumber),
        Channel = contact.Channel,
        Status = contact.Status,
        ContactId = Prose(contact, contact.ContactId, IdLength),
        Reason = Prose(contact, contact.Reason, TextLength),
        ErrorCode = Prose(contact, contact.ErrorCode, IdLength),
        Attempts = contact.Attempts,
        RequestId = needing ? Prose(contact, contact.RequestId, IdLength) : null,
        StartedAt = contact.StartedAt?.ToUniversalTime(),
        Duration = contact.Duration,
    };

    private string? Prose(OutboundContact contact, string? text, int length) => ReportText.Prose(text, contact.Destination, _options.ShowNumber, length);

    private static void AddName(SortedSet<string> names, string? name)
    {
        if (!string.IsNullOrWhiteSpace(name) && names.Count < MostNames)
            names.Add(ReportText.Clean(name, 200));
    }
}
