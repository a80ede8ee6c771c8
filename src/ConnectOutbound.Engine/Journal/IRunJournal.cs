using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Journal;

/// <summary>The memory of one run, by which a second try knows what the first one did.</summary>
public interface IRunJournal : IAsyncDisposable
{
    /// <summary>The run's name.</summary>
    string RunName { get; }

    /// <summary>Tells this use of the run from earlier ones and from those of other processes: a new one each time the journal is opened.</summary>
    string Invocation { get; }

    /// <summary>
    /// What holds for this use of the run: the run's own, and where it has none yet, what the command said. Null if the command said nothing: then
    /// nothing is compared or recorded.
    /// </summary>
    RunBinding? Binding { get; }

    /// <summary>
    /// Records what a run keeps, if it has contacts and has not recorded it, as in a journal of an earlier format. A new run records it with its first
    /// contact.
    /// </summary>
    /// <param name="binding">What holds for this use of the run.</param>
    /// <exception cref="OutboundException">It cannot be written, or the run belongs elsewhere by now.</exception>
    void Adopt(RunBinding binding);

    /// <summary>Looks a contact up. Called for every row, on the thread that reads rows.</summary>
    /// <param name="identity">Who is written to.</param>
    /// <returns>What is known, other processes' writes included; null for nothing.</returns>
    /// <exception cref="OutboundException">It cannot be read.</exception>
    JournalEntry? Find(ContactIdentity identity);

    /// <summary>Looks for another contact with the same destination whose key differs only in case or blanks.</summary>
    /// <param name="identity">A contact with a key.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="OutboundException">It cannot be read.</exception>
    bool HasSimilarKey(ContactIdentity identity);

    /// <summary>Writes that a contact is about to be sent.</summary>
    /// <param name="intent">What is sent.</param>
    /// <param name="cancellationToken">Gives the wait up; it may be written all the same.</param>
    /// <returns>
    /// When it is written so that the end of the process does not undo it. An entry that was Sending or Unknown keeps its FirstSentAt; one that was
    /// Failed or NotSent begins anew; an earlier FirstSentAt of the intent wins. One that is Started is left as it is. Attempts are kept; reason,
    /// error code and request id of the last time are not. The run's first contact records its binding.
    /// </returns>
    /// <exception cref="OutboundException">It cannot be written, or the run belongs elsewhere by now.</exception>
    Task BeginAsync(JournalIntent intent, CancellationToken cancellationToken);

    /// <summary>Writes what became of a contact.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>When it is written. An entry that is Started stays so, whatever is written later by whom.</returns>
    /// <exception cref="OutboundException">It cannot be written.</exception>
    /// <exception cref="ArgumentException">The status is Sending, or attempts are negative.</exception>
    /// <exception cref="InvalidOperationException">No intent of this contact was ever written: see <see cref="BeginAsync"/>.</exception>
    Task EndAsync(JournalOutcome outcome);
}
