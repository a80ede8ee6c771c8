namespace ConnectOutbound.Engine.Errors;

/// <summary>The settings of a connection are wrong, whatever the rows are.</summary>
public sealed class ConnectionException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errorId">A stable id, such as <c>ProfileNotFound</c>.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="remedy">What to do.</param>
    public ConnectionException(string errorId, string message, string remedy) : base(message)
    {
        ErrorId = errorId;
        Remedy = remedy;
    }

    /// <summary>A stable id.</summary>
    public string ErrorId { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }
}
