using System.Globalization;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>A row as somebody has it: plain, or as the result of a command; and what is true of it, whatever its columns say.</summary>
internal sealed class CampaignRow
{
    private const string Phone = "Phone";
    private const string Destination = nameof(OutboundContact.Destination);
    private const string Prefix = "Connect";

    private readonly Dictionary<string, object?> _cells;
    private SavedResult? _saved;
    private string? _sentTo;

    /// <summary>Creates a plain row.</summary>
    /// <param name="line">Tells it apart from all others, through all commands.</param>
    /// <param name="number">The phone number.</param>
    /// <param name="order">What may be its key.</param>
    /// <param name="ticket">What may be its key, too.</param>
    public CampaignRow(int line, string number, string order, string ticket)
        : this(line, new() { [Phone] = number, [nameof(Order)] = order, [nameof(Ticket)] = ticket, [nameof(Line)] = $"{line}" })
    {
    }

    private CampaignRow(int line, Dictionary<string, object?> cells)
    {
        Line = line;
        _cells = cells;
    }

    public int Line { get; }

    /// <summary>The phone number; somebody may correct it.</summary>
    public string Number
    {
        get => (string)_cells[NumberColumn]!;
        set
        {
            IsChangeHidden |= value != Number && _saved is null && IsSaved && !_cells.ContainsKey(Prefix + Destination);
            _cells[NumberColumn] = value;
        }
    }

    public string Order
    {
        get => (string)_cells[nameof(Order)]!;
        set => _cells[nameof(Order)] = value;
    }

    public string Ticket => (string)_cells[nameof(Ticket)]!;

    /// <summary>Whether the row says what an earlier command made of it.</summary>
    public bool IsSaved { get; private init; }

    /// <summary>The contacts that the commands, which the row came through, started for it or told it of.</summary>
    public IReadOnlySet<string> Contacts { get; private init; } = new HashSet<string>();

    /// <summary>The contacts of the row that it is a duplicate of.</summary>
    public IReadOnlySet<string> Twins { get; private init; } = new HashSet<string>();

    /// <summary>Whether a command said that its contact was started.</summary>
    public bool IsStarted { get; private init; }

    /// <summary>Whether a command did not know whether its contact was started.</summary>
    public bool IsInDoubt { get; private init; }

    /// <summary>The token of its last request.</summary>
    public string? Token { get; private init; }

    /// <summary>Whether the number is another than the one that was sent to.</summary>
    public bool HasChanged => WasRefusedAsChanged || (_sentTo is not null && _sentTo != Number);

    /// <summary>Whether the number was changed where nothing else says what it was.</summary>
    public bool IsChangeHidden { get; private set; }

    private bool WasRefusedAsChanged { get; init; }

    private string NumberColumn => _cells.ContainsKey(Destination) ? Destination : Phone;

    /// <summary>Makes the row that a command reads.</summary>
    /// <param name="number">Its place.</param>
    public Row ToRow(long number)
    {
        var row = new Row(number, new ColumnSet(_cells.Keys), [.. _cells.Values], this);
        return _saved is null ? row : row.AsResultOf(_saved);
    }

    /// <summary>Makes the row without anything that a command said of it.</summary>
    /// <param name="line">Tells it apart.</param>
    public CampaignRow Plain(int line) => new(line, Number, Order, Ticket);

    /// <summary>Makes a copy that knows what became of it.</summary>
    /// <param name="result">The result.</param>
    /// <param name="isSentAgain">Whether the command was to send it although it was started.</param>
    /// <param name="contacts">The contacts that the command started for it, or that have its token.</param>
    /// <param name="twins">The contacts of the row that it duplicates.</param>
    public CampaignRow After(OutboundContact result, bool isSentAgain, IEnumerable<string> contacts, IEnumerable<string> twins)
    {
        bool isNew = !IsSaved || (isSentAgain && IsStarted && result.Status != OutboundStatus.AlreadyStarted);
        bool says = result.Status is not (OutboundStatus.Invalid or OutboundStatus.Duplicate);
        return new CampaignRow(Line, new(_cells))
        {
            IsSaved = true,
            Contacts = (isNew ? contacts : Contacts.Concat(contacts)).ToHashSet(),
            Twins = result.Status == OutboundStatus.Duplicate ? Twins.Concat(twins).ToHashSet() : new HashSet<string>(),
            IsStarted = result.Status is OutboundStatus.Started or OutboundStatus.AlreadyStarted || (result.Status == OutboundStatus.Invalid && IsStarted),
            IsInDoubt = result.Status == OutboundStatus.Unknown || (!says && IsInDoubt),
            Token = result.ClientToken ?? Token,
            IsChangeHidden = IsChangeHidden,
            WasRefusedAsChanged = result.ErrorCode == "DestinationChanged",
            _saved = _saved,
            _sentTo = says ? result.Destination : _sentTo ?? result.Destination,
        };
    }

    /// <summary>Makes the row that the result of the copy is.</summary>
    /// <param name="result">The result.</param>
    /// <param name="form">How it comes back.</param>
    public CampaignRow Again(OutboundContact result, SavedForm form)
    {
        var saved = SavedResult.Of(result);
        Dictionary<string, object?> cells = new(_cells);
        switch (form)
        {
            case SavedForm.Live:
                return With(cells, saved);
            case SavedForm.Clixml:
                Dictionary<string, object?> written = Written(result);
                return With(cells, SavedResult.Read(written.GetValueOrDefault, out _)!.WithoutNewDestination());
            case SavedForm.Result:
                cells = Written(result);
                foreach (string own in new[] { nameof(Order), nameof(Ticket), nameof(Line) })
                    cells[own] = _cells[own];
                return With(cells, null);
            default:
                Set("Status", $"{saved.Status}", true);
                Set("ContactId", saved.ContactId, !saved.HasChanged);
                Set("Reason", saved.Reason, true);
                Set("ClientToken", saved.ClientToken, !saved.HasChanged);
                Set("TokenSince", saved.TokenSince is DateTimeOffset since ? SavedResult.TimeText(since) : null, !saved.HasChanged);
                Set(Destination, saved.Destination, !saved.HasChanged);
                Set("Row", $"{result.RowNumber}", true);
                return With(cells, null);
        }

        void Set(string name, string? value, bool replaces)
        {
            if (replaces || !cells.ContainsKey(Prefix + name))
                cells[Prefix + name] = value;
        }
    }

    private CampaignRow With(Dictionary<string, object?> cells, SavedResult? saved) => new(Line, cells)
    {
        IsSaved = true,
        Contacts = Contacts,
        Twins = Twins,
        IsStarted = IsStarted,
        IsInDoubt = IsInDoubt,
        Token = Token,
        IsChangeHidden = IsChangeHidden,
        WasRefusedAsChanged = WasRefusedAsChanged,
        _saved = saved,
        _sentTo = _sentTo,
    };

    // All properties of a result, as text.
    private static Dictionary<string, object?> Written(OutboundContact result) => typeof(OutboundContact).GetProperties()
        .ToDictionary(property => property.Name, object? (property) => Convert.ToString(property.GetValue(result), CultureInfo.InvariantCulture));
}
