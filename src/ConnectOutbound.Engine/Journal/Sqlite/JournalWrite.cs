namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>What a caller wants written, waiting for the writer: an intent or an outcome.</summary>
internal sealed class JournalWrite
{
    // Continuations run elsewhere: the writer goes on with the next batch.
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JournalWrite(JournalIntent intent) => Intent = intent;

    public JournalWrite(JournalOutcome outcome) => Outcome = outcome;

    public JournalIntent? Intent { get; }

    public JournalOutcome? Outcome { get; }

    /// <summary>Why this one cannot be written while others of its batch can.</summary>
    public Exception? Refused { get; set; }

    /// <summary>Ends when it is committed.</summary>
    public Task Written => _written.Task;

    /// <summary>To be called after the commit.</summary>
    public void Complete()
    {
        if (Refused is null)
            _written.SetResult();
        else
            _written.SetException(Refused);
    }

    public void Fail(Exception error) => _written.SetException(error);
}
