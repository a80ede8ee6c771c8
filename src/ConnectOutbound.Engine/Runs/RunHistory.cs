using System.Collections.Concurrent;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>What a named run remembers: of this invocation what is under way, of all what the journal has. By it nobody is written to twice.</summary>
internal sealed class RunHistory(IRunJournal journal, TimeSpan tokenLife, TimeProvider time)
{
    // Rows under way only: what is done is in the journal, so this does not grow with the file.
    private readonly ConcurrentDictionary<ContactIdentity, long> _underWay = new();
    private Tuple<long, string>? _started;

    /// <summary>The run's name.</summary>
    public string RunName => journal.RunName;

    /// <summary>Says what a row may do. One that may be sent counts as under way from here until <see cref="EndAsync"/>.</summary>
    /// <param name="row">A valid row. Where an earlier attempt had another token, that one is put into its request.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="OutboundException">The journal cannot be read.</exception>
    public Recollection Recall(CheckedRow row)
    {
        ContactIdentity identity = row.Identity!.Value;
        if (_underWay.TryGetValue(identity, out long other))
            return new Recollection(OutboundStatus.Duplicate, SameAs(identity, other), null);

        JournalEntry? entry = journal.Find(identity);
        Recollection decision = Decide(row, entry);
        if (decision.Held is null)
        {
            if (entry is { Status: JournalStatus.Sending or JournalStatus.Unknown })
                row.Request!.ClientToken = entry.ClientToken;
            _underWay[identity] = row.Row.Number;
        }

        return decision;
    }

    /// <summary>Says what a row might do, and changes nothing: for a dry run.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>The decision, as far as earlier runs decide it.</returns>
    /// <exception cref="OutboundException">The journal cannot be read.</exception>
    public Recollection Peek(CheckedRow row) => Decide(row, journal.Find(row.Identity!.Value));

    /// <summary>Writes that a row is about to be sent, and looks whether another process was there first.</summary>
    /// <param name="row">A row that may be sent.</param>
    /// <returns>When it is safe to send: what is known now. Held where another process has started the contact meanwhile.</returns>
    /// <exception cref="OutboundException">It cannot be written: nothing may be sent.</exception>
    public async Task<(Recollection Known, bool InDoubt)> BeginAsync(CheckedRow row)
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
            At = now,
        };
        await journal.BeginAsync(intent, CancellationToken.None).ConfigureAwait(false);
        JournalEntry? entry = journal.Find(identity);
        return entry?.Status == JournalStatus.Started
            ? (Decide(row, entry), false)
            // The journal keeps milliseconds.
            : (default, entry is not null && entry.FirstSentAt < now - TimeSpan.FromMilliseconds(1));
    }

    /// <summary>Writes what became of a row, and ends its being under way.</summary>
    /// <param name="row">The row.</param>
    /// <param name="outcome">Its outcome.</param>
    /// <param name="begun">Whether <see cref="BeginAsync"/> was called.</param>
    /// <returns>When it is written.</returns>
    /// <exception cref="OutboundException">It cannot be written; a repeated run will ask the service again, with the same token.</exception>
    public async Task EndAsync(CheckedRow row, SendOutcome outcome, bool begun)
    {
        ContactIdentity identity = row.Identity!.Value;
        try
        {
            if (begun)
            {
                await journal.EndAsync(new JournalOutcome
                {
                    Identity = identity,
                    Status = outcome.Status switch
                    {
                        OutboundStatus.Started => JournalStatus.Started,
                        OutboundStatus.Failed => JournalStatus.Failed,
                        OutboundStatus.NotSent or OutboundStatus.Deferred => JournalStatus.NotSent,
                        _ => JournalStatus.Unknown,
                    },
                    ContactId = outcome.ContactId,
                    Reason = outcome.Reason,
                    ErrorCode = outcome.ErrorCode,
                    Attempts = outcome.Attempts,
                    RequestId = outcome.RequestId,
                    At = time.GetUtcNow(),
                }).ConfigureAwait(false);
            }
        }
        finally
        {
            _underWay.TryRemove(identity, out _);
        }
    }

    private Recollection Decide(CheckedRow row, JournalEntry? entry)
    {
        switch (entry?.Status)
        {
            case JournalStatus.Started when entry.Invocation == journal.Invocation && entry.RowNumber != row.Row.Number:
                return new Recollection(OutboundStatus.Duplicate, SameAs(entry.Identity, entry.RowNumber), entry);
            case JournalStatus.Started:
                string started = Started(entry.LastAt);
                return new Recollection(
                    OutboundStatus.AlreadyStarted,
                    row.Fingerprint == entry.Fingerprint ? started : $"{started} What was sent then differs from what this row says now.",
                    entry);
            case JournalStatus.Sending or JournalStatus.Unknown when time.GetUtcNow() - entry.FirstSentAt > tokenLife:
                return new Recollection(
                    OutboundStatus.Unknown,
                    $"It was sent {Utc(entry.FirstSentAt)} and no answer was read. Its token protects for seven days only, so it is not sent again: the contact may exist. "
                        + "Look for it in Amazon Connect; Remove-ConnectOutboundRun, or another run name, sends it anew.",
                    entry);
            case JournalStatus.Sending or JournalStatus.Unknown:
                return new Recollection(null, $"An attempt of {Utc(entry.LastAt)} had no known outcome; this one carried the same token.", entry);
            default:
                return new Recollection(null, null, entry);
        }
    }

    private static string SameAs(ContactIdentity identity, long row) =>
        identity.Key.Length == 0 ? $"Row {row} of this run has the same destination." : $"Row {row} of this run has the same destination and key.";

    // Thousands of contacts were started in one second.
    private string Started(DateTimeOffset at)
    {
        long second = at.ToUnixTimeSeconds();
        if (_started is { } known && known.Item1 == second)
            return known.Item2;
        string text = $"Started {Utc(at)} in this run.";
        _started = Tuple.Create(second, text);
        return text;
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}
