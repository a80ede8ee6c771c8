using System.Collections.Concurrent;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>What a named run knows: of this invocation the rows under way, of all invocations what the journal has. By it nobody is written to twice.</summary>
/// <param name="journal">The run's journal.</param>
/// <param name="tokenLife">How long the service answers a token with the contact that it started.</param>
/// <param name="time">The clock.</param>
internal sealed class RunHistory(IRunJournal journal, TokenLife tokenLife, TimeProvider time) : IDeliveryJournal
{
    // Rows under way only: what is done is in the journal, so this does not grow with the file.
    private readonly ConcurrentDictionary<ContactIdentity, long> _underWay = new();
    private readonly RunPlaceCheck _place = new(journal.RunName, journal.Binding);
    private Tuple<long, string>? _started;
    private bool _isAdopted;

    /// <summary>What the user should know at the end.</summary>
    public RunNotices Notices { get; } = new();

    /// <summary>Decides by what is known of a row's contact.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="OutboundException">The journal cannot be read, or the row belongs to another account than the run.</exception>
    public RowDecision Check(CheckedRow row)
    {
        _place.Check(row);
        if (!_isAdopted && _place.Binding is RunBinding binding)
        {
            _isAdopted = true;
            journal.Adopt(binding);
        }

        ContactIdentity identity = row.Identity!.Value;
        return _underWay.TryGetValue(identity.ForComparison(), out long other)
            ? RowDecision.Skip(OutboundStatus.Duplicate, SameAs(identity, other))
            : Decide(row, Find(identity));
    }

    /// <summary>Counts a row that was started earlier with other content.</summary>
    /// <param name="row">A row.</param>
    /// <param name="decision">What became of it, after all that decides.</param>
    public void CountContent(CheckedRow row, RowDecision decision)
    {
        if (decision is { IsSkipped: true, Status: OutboundStatus.AlreadyStarted, Entry: { } entry } && row.Fingerprint != entry.Fingerprint)
            Notices.AddOtherContent(entry.LastAt);
    }

    /// <summary>Counts a row as under way until <see cref="EndAsync"/>. A row in doubt takes the token of its earlier request.</summary>
    /// <param name="row">A valid row.</param>
    /// <param name="decision">What <see cref="Check"/> decided.</param>
    public void Claim(CheckedRow row, RowDecision decision)
    {
        if (decision.Entry is { Status: JournalStatus.Sending or JournalStatus.Unknown } entry)
            row.Request!.ClientToken = entry.ClientToken;
        _underWay[row.Identity!.Value.ForComparison()] = row.Row.Number;
    }

    /// <summary>Counts a row that is sent, or would be, while a contact with the same destination has nearly the same key.</summary>
    /// <param name="identity">The contact, which has a key.</param>
    /// <param name="isSimilarToRow">Whether an earlier row of this input has such a key.</param>
    /// <exception cref="OutboundException">The journal cannot be read.</exception>
    public void CountKey(ContactIdentity identity, bool isSimilarToRow)
    {
        if (isSimilarToRow || journal.HasSimilarKey(identity))
            Notices.AddSimilarKey();
    }

    /// <inheritdoc/>
    public async Task<RowDecision> BeginAsync(CheckedRow row)
    {
        DateTimeOffset now = time.GetUtcNow();
        ContactIdentity identity = row.Identity!.Value;
        var intent = new JournalIntent
        {
            Identity = identity,
            ClientToken = row.Request!.ClientToken!,
            RowNumber = row.Row.Number,
            Channel = row.Channel ?? OutboundChannel.SMS,
            Fingerprint = row.Fingerprint!,
            RowJson = RowJson.Write(row.Row),
            FirstSentAt = row.TokenSince,
            Binding = _place.Binding,
            At = now,
        };
        await journal.BeginAsync(intent, CancellationToken.None).ConfigureAwait(false);
        JournalEntry? entry = Find(identity);
        if (entry is { Status: JournalStatus.Started })
        {
            RowDecision started = Decide(row, entry);
            CountContent(row, started);
            return started;
        }

        row.TokenSince = entry?.FirstSentAt ?? now;
        // The journal keeps milliseconds. Another time than this one is of another process, whose clock may be ahead, or of a saved result.
        if (entry is null || (entry.FirstSentAt - now).Duration() <= TimeSpan.FromMilliseconds(1))
            return RowDecision.Send;
        // What the first look knew may be older by now: the row may have stood in line for hours.
        RowDecision decision = Decide(row, entry);
        return decision.IsSkipped ? decision : RowDecision.SendInDoubt(entry, null);
    }

    /// <inheritdoc/>
    public async Task EndAsync(CheckedRow row, SendOutcome outcome, bool hasBegun)
    {
        ContactIdentity identity = row.Identity!.Value;
        try
        {
            if (hasBegun)
                await journal.EndAsync(ToJournal(identity, outcome)).ConfigureAwait(false);
        }
        finally
        {
            _underWay.TryRemove(identity.ForComparison(), out _);
        }
    }

    // A destination that is written in two ways is one person: what was started decides, then what is in doubt.
    private JournalEntry? Find(ContactIdentity identity)
    {
        JournalEntry? own = journal.Find(identity);
        if (own?.Status == JournalStatus.Started || identity.OtherForm() is not { } form || journal.Find(form) is not { } other)
            return own;
        return other.Status == JournalStatus.Started || own?.Status is not (JournalStatus.Sending or JournalStatus.Unknown) ? other : own;
    }

    private JournalOutcome ToJournal(ContactIdentity identity, SendOutcome outcome) => new()
    {
        Identity = identity,
        Status = outcome.Status switch
        {
            OutboundStatus.Started => JournalStatus.Started,
            OutboundStatus.Failed => JournalStatus.Failed,
            OutboundStatus.NotSent or OutboundStatus.Deferred or OutboundStatus.Invalid => JournalStatus.NotSent,
            _ => JournalStatus.Unknown,
        },
        ContactId = outcome.ContactId,
        Reason = outcome.Reason,
        ErrorCode = outcome.ErrorCode,
        Attempts = outcome.Attempts,
        RequestId = outcome.RequestId,
        At = time.GetUtcNow(),
    };

    private RowDecision Decide(CheckedRow row, JournalEntry? entry)
    {
        switch (entry?.Status)
        {
            case JournalStatus.Started when entry.Invocation == journal.Invocation && entry.RowNumber != row.Row.Number:
                return RowDecision.Skip(OutboundStatus.Duplicate, SameAs(entry.Identity, entry.RowNumber)) with { Entry = entry };
            case JournalStatus.Started:
                string reason = Started(entry.LastAt);
                if (row.Fingerprint != entry.Fingerprint)
                    reason = $"{reason} What was sent then differs from what this row says now.";
                return RowDecision.Skip(OutboundStatus.AlreadyStarted, reason) with { Entry = entry };
            case JournalStatus.Sending or JournalStatus.Unknown when Expiry(entry.FirstSentAt) is string why:
                string expired = $"It was sent {UtcText.Of(entry.FirstSentAt)} and no answer was read. {why}, so it is not sent again: the contact may exist. "
                    + "Look for it in Amazon Connect; Remove-ConnectOutboundRun, or another run name, sends it anew.";
                return RowDecision.Skip(OutboundStatus.Unknown, expired, ErrorIds.TokenExpired) with { Entry = entry };
            case JournalStatus.Sending or JournalStatus.Unknown:
                return RowDecision.SendInDoubt(entry, $"An attempt of {UtcText.Of(entry.LastAt)} had no known outcome; this one carried the same token.");
            default:
                return RowDecision.Send;
        }
    }

    // Why a token is not relied on any more; null while it protects.
    private string? Expiry(DateTimeOffset firstSentAt) => tokenLife.IsOver(firstSentAt) ? "Its token protects for seven days only"
        : tokenLife.IsInFuture(firstSentAt) ? "That time is in the future, so nobody can say for how long its token protects"
        : null;

    private static string SameAs(ContactIdentity identity, long row) => DuplicateReason.OfDestination($"Row {row} of this run", identity.Key.Length > 0);

    // Thousands of contacts were started in one second.
    private string Started(DateTimeOffset at)
    {
        long second = at.ToUnixTimeSeconds();
        if (_started is { } known && known.Item1 == second)
            return known.Item2;
        string text = $"Started {UtcText.Of(at)} in this run.";
        _started = Tuple.Create(second, text);
        return text;
    }
}
