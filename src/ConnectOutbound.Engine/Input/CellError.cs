namespace ConnectOutbound.Engine.Input;

/// <summary>Stands in a cell whose value could not be read, such as a script property that throws.</summary>
/// <param name="Message">What reading it said.</param>
public sealed record CellError(string Message)
{
    /// <summary>Makes the error of a value that threw.</summary>
    /// <param name="exception">What it threw.</param>
    /// <returns>The error.</returns>
    public static CellError Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new CellError(TextOf(exception));
    }

    // The message may be code of the row's as well.
    private static string TextOf(Exception exception)
    {
        try
        {
            return string.IsNullOrWhiteSpace(exception.Message) ? exception.GetType().Name : exception.Message;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            return exception.GetType().Name;
        }
    }
}
