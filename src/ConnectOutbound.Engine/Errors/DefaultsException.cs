namespace ConnectOutbound.Engine.Errors;

/// <summary>The file with the user's defaults cannot be used. It is not passed over: a run would go somewhere else than it was meant to.</summary>
public sealed class DefaultsException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="innerException">What led to it.</param>
    public DefaultsException(string message, string remedy, Exception? innerException = null) : base(message, innerException) => Remedy = remedy;

    /// <summary>What to do.</summary>
    public string Remedy { get; }
}
