namespace ConnectOutbound.Engine.Errors;

/// <summary>The journal cannot be opened, read or written.</summary>
public sealed class JournalException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errorId">A stable id: JournalNotFound, JournalNewer, JournalCorrupt, JournalReadOnly, JournalBusy or JournalFailed.</param>
    /// <param name="message">What happened, with the file's path.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="innerException">What led to it.</param>
    public JournalException(string errorId, string message, string remedy, Exception? innerException = null) : base(message, innerException)
    {
        ErrorId = errorId;
        Remedy = remedy;
    }

    /// <summary>A stable id.</summary>
    public string ErrorId { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }
}
