namespace ConnectOutbound.Engine.Errors;

/// <summary>Every error that the engine reports, with what to do about it. As a value it is what stopped a run.</summary>
/// <param name="id">A stable id of <see cref="ErrorIds"/>.</param>
/// <param name="message">What is wrong, with the value.</param>
/// <param name="remedy">What to do.</param>
/// <param name="innerException">What led to it.</param>
public sealed class OutboundException(string id, string message, string remedy, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>A stable id of <see cref="ErrorIds"/>.</summary>
    public string Id { get; } = id;

    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>How much the error is about.</summary>
    public ErrorScope Scope { get; init; } = ErrorScope.Run;

    /// <summary>What the service's answer meant; null for an error that no request led to.</summary>
    public FaultKind? Kind { get; init; }

    /// <summary>The service's error code, or the module's own for what is not an answer.</summary>
    public string? Code { get; init; }

    /// <summary>The parameter that is wrong, for an error of an argument.</summary>
    public string? Parameter { get; init; }

    /// <summary>The file that is wrong, as the caller named it.</summary>
    public string? Path { get; init; }

    /// <summary>The first line of the file (or the place in a list) that is wrong, from 1.</summary>
    public long? Line { get; init; }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient => Kind is FaultKind.Throttled or FaultKind.QuotaFull or FaultKind.Conflict
        or FaultKind.ServerError or FaultKind.Unreachable or FaultKind.OutcomeUnknown;

    /// <summary>Creates the error of an argument that is wrong for every row.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="message">What is wrong with it, and what would be right.</param>
    /// <returns>The exception to throw.</returns>
    public static OutboundException Argument(string parameter, string message) =>
        new(ErrorIds.Invalid(parameter), message, "No row was read.") { Parameter = parameter };

    /// <summary>Creates an error that is about one row, contact or resource.</summary>
    /// <param name="id">A stable id of <see cref="ErrorIds"/>.</param>
    /// <param name="message">What is wrong, with the value.</param>
    /// <param name="remedy">What to do.</param>
    /// <returns>The exception to throw.</returns>
    public static OutboundException ForOne(string id, string message, string remedy) => new(id, message, remedy) { Scope = ErrorScope.One };

    /// <summary>Says which parameter an error is about.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <returns>The exception to throw; this one if it is about more than the parameter's value.</returns>
    public OutboundException OfParameter(string parameter) => Scope == ErrorScope.Run ? this : new(Id, $"-{parameter}: {Message}", Remedy, this)
    {
        Scope = ErrorScope.Run,
        Kind = Kind,
        Code = Code,
        Parameter = parameter,
    };
}
