namespace ConnectOutbound.Engine.Errors;

/// <summary>An exception that only a defect of the module explains. It becomes the result of the row or contact that met it; others go on.</summary>
internal static class Defect
{
    /// <summary>Describes a defect, and asks for a report.</summary>
    /// <param name="error">What was thrown.</param>
    /// <returns>A sentence or two.</returns>
    public static string Describe(Exception error) =>
        $"The module failed ({error.GetType().Name}: {DisplayText.Clause(error.Message).TrimEnd('.')}). "
            + "This is a defect of ConnectOutbound: please report it with this text.";

    /// <summary>Makes the error of one row or contact.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="scope">What it is about.</param>
    /// <returns>The error.</returns>
    public static OutboundException CreateError(Exception error, ErrorScope scope = ErrorScope.One) => new(
        ErrorIds.InternalError,
        Describe(error),
        scope == ErrorScope.One
            ? "Report it with this text and, if you can, with the row. Other rows are not affected."
            : "Report it with this text. The rows that came out as NotSent can be sent again.",
        error)
    {
        Scope = scope,
    };
}
