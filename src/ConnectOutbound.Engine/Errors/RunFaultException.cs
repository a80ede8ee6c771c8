namespace ConnectOutbound.Engine.Errors;

/// <summary>Carries a <see cref="RunFault"/>. Nothing was sent.</summary>
public sealed class RunFaultException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="innerException">What led to it.</param>
    public RunFaultException(RunFault fault, Exception? innerException = null) : base(fault?.Message, innerException)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Fault = fault;
    }

    /// <summary>The fault.</summary>
    public RunFault Fault { get; }
}
