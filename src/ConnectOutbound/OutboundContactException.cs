namespace ConnectOutbound;

/// <summary>A row that was not sent, or a run that stopped; the message says why.</summary>
public sealed class OutboundContactException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public OutboundContactException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened.</param>
    public OutboundContactException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What led to it.</param>
    public OutboundContactException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
