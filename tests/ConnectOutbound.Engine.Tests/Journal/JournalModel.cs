using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Runs;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>The rules of <see cref="IRunJournal"/> in a dictionary.</summary>
internal sealed class JournalModel
{
    private readonly Dictionary<ContactIdentity, JournalEntry> _entries = [];

    public IEnumerable<JournalEntry> Contacts => _entries.Values;

    public DateTimeOffset? FirstAt { get; private set; }

    public DateTimeOffset? LastAt { get; private set; }

    public JournalEntry? Find(ContactIdentity identity) => _entries.GetValueOrDefault(identity);

    public void Begin(JournalIntent intent, string invocation)
    {
        JournalEntry? known = Find(intent.Identity);
        if (known?.Status == JournalStatus.Started)
            return;
        _entries[intent.Identity] = new JournalEntry
        {
            Identity = intent.Identity,
            Status = JournalStatus.Sending,
            ClientToken = intent.ClientToken,
            RowNumber = intent.RowNumber,
            Invocation = invocation,
            Channel = intent.Channel,
            Fingerprint = intent.Fingerprint,
            RowJson = intent.RowJson,
            FirstSentAt = Earliest(
                intent.At,
                intent.FirstSentAt,
                known?.Status is JournalStatus.Sending or JournalStatus.Unknown ? known.FirstSentAt : null),
            LastAt = intent.At,
            Attempts = known?.Attempts ?? 0,
        };
        Wrote(intent.At);
    }

    public void End(JournalOutcome outcome, string invocation)
    {
        JournalEntry known = Find(outcome.Identity)!;
        if (known.Status == JournalStatus.Started)
            return;
        _entries[outcome.Identity] = known with
        {
            Status = outcome.Status,
            Invocation = invocation,
            LastAt = outcome.At,
            ContactId = outcome.ContactId,
            Reason = outcome.Reason,
            ErrorCode = outcome.ErrorCode,
            RequestId = outcome.RequestId,
            Attempts = known.Attempts + outcome.Attempts,
            RowJson = outcome.Status == JournalStatus.Started ? null : known.RowJson,
        };
        Wrote(outcome.At);
    }

    private static DateTimeOffset Earliest(params DateTimeOffset?[] times) => times.Min()!.Value;

    private void Wrote(DateTimeOffset at)
    {
        FirstAt ??= at;
        LastAt = at;
    }
}
