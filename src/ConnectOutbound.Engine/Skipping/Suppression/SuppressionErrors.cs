using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Skipping.Suppression;

/// <summary>Creates the error of a suppression list that cannot be used. Nothing is sent then: any number that was missed would receive the message.</summary>
public static class SuppressionErrors
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong, where, and what to do. It may show phone numbers.</param>
    /// <param name="path">The file; null for numbers that were given.</param>
    /// <param name="line">The first line (or the place among the numbers given) that is wrong, from 1; null for the list as a whole.</param>
    /// <param name="innerException">What led to it.</param>
    /// <returns>The exception to throw.</returns>
    public static OutboundException Invalid(string message, string? path, long? line = null, Exception? innerException = null)
    {
        string remedy = line is null
            ? "No row was read. Give files that hold one number a line, or columns with headers, and numbers with their country code."
            : "No row was read: a number that cannot be understood would be written to. Correct the list, or put # before lines that are no numbers.";
        return new OutboundException(ErrorIds.SuppressionListInvalid, message, remedy, innerException) { Path = path, Line = line };
    }

    /// <summary>Writes a path for a message: the whole of it, as its end tells files apart.</summary>
    /// <param name="path">The path as it was given.</param>
    /// <returns>The path in quotes, on one line.</returns>
    internal static string Named(string path) => $"'{string.Concat(path.Where(c => !char.IsControl(c)))}'";
}
