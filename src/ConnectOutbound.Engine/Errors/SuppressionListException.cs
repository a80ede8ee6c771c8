namespace ConnectOutbound.Engine.Errors;

/// <summary>A suppression list cannot be used as it stands. Nothing is sent then: a number on it that was overlooked would be written to.</summary>
public sealed class SuppressionListException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do. It may show phone numbers.</param>
    /// <param name="path">The file; null for numbers that were given.</param>
    /// <param name="line">The first line (or the place among the numbers given) that is wrong, from 1; null where it is none in particular.</param>
    /// <param name="innerException">What led to it.</param>
    public SuppressionListException(string message, string? path, long? line, Exception? innerException = null) : base(message, innerException)
    {
        Path = path;
        Line = line;
    }

    /// <summary>The file as it was given; null for numbers that were given.</summary>
    public string? Path { get; }

    /// <summary>The first line (or the place among the numbers given) that is wrong, from 1; null where it is none in particular.</summary>
    public long? Line { get; }

    /// <summary>A path for a message: the whole of it, as its end is what tells files apart.</summary>
    /// <param name="path">The path as it was given.</param>
    /// <returns>The path in quotes, on one line.</returns>
    internal static string Named(string path) => $"'{string.Concat(path.Where(c => !char.IsControl(c)))}'";
}
