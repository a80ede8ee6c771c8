using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Journal;

/// <summary>The memory of one run, by which a second try knows what the first one did.</summary>
public interface IRunJournal : IAsyncDisposable
{
    /// <summary>The run's name.</summary>
    string RunName { get; }

    /// <summary>Tells this use of the run from earlier ones and from those of other processes: a new one each time the journal is opened.</summary>
    string Invocation { get; }

    /// <summary>Looks a contact up. Called for every row, on the thread that reads rows.</summary>
    /// <param name="identity">Who is written to.</param>
    /// <returns>What is known, other processes' writes included; null for nothing.</returns>
    /// <exception cref="OutboundException">It cannot be read.</exception>
    JournalEntry? Find(ContactIdentity identity);

    /// <summary>Writes that a contact is about to be sent.</summary>
    /// <param name="intent">What is sent.</param>
    /// <param name="cancellationToken">Gives the wait up; it may be written all the same.</param>
    /// <returns>
    /// When it is written so that the end of the process does not undo it. An entry that was Sending or Unknown keeps its FirstSentAt; one that was
    /// Failed or NotSent begins anew; an earlier FirstSentAt of the intent wins. One that is Started is left as it is. Attempts are kept; reason,
    /// error code and request id of the last time are not.
    /// </returns>
    /// <exception cref="OutboundException">It cannot be written.</exception>
    Task BeginAsync(JournalIntent intent, CancellationToken cancellationToken);

    /// <summary>Writes what became of a contact.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>When it is written. An entry that is Started stays so, whatever is written later by whom.</returns>
    /// <exception cref="OutboundException">It cannot be written.</exception>
    /// <exception cref="ArgumentException">The status is Sending, or attempts are negative.</exception>
    /// <exception cref="InvalidOperationException">No intent of this contact was ever written: see <see cref="BeginAsync"/>.</exception>
    Task EndAsync(JournalOutcome outcome);
}
