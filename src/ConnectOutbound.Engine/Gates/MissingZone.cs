namespace ConnectOutbound.Engine.Gates;

/// <summary>Says why a time zone was not found, and which one was probably meant.</summary>
internal static class MissingZone
{
    private const int MaxSuggestions = 3;
    private const int MaxIdLength = 64;
    private const int MaxDistance = 3;

    /// <summary>Says why an id that looks like one was not found.</summary>
    /// <param name="id">The id.</param>
    /// <param name="known">The ids that this machine lists.</param>
    /// <param name="windows">Whether this is Windows, whose own ids are the Windows ids.</param>
    /// <param name="canConvert">Whether .NET can convert between IANA and Windows ids here.</param>
    /// <returns>The end of a sentence.</returns>
    public static string Explain(string id, IReadOnlyCollection<string> known, bool windows, bool canConvert)
    {
        if (known.All(name => name.Equals("UTC", StringComparison.OrdinalIgnoreCase)))
            return "was not found, as this machine has no time zone data; install it (the package is named tzdata on most Linux systems), or use UTC";
        bool isWindowsId = id.Contains(' ', StringComparison.Ordinal);
        if (!canConvert && isWindowsId != windows)
        {
            return windows
                ? "was not found; without ICU this system knows Windows ids only, such as 'W. Europe Standard Time'"
                : "was not found; in globalization-invariant mode or without ICU this system knows IANA ids only, such as Europe/Berlin";
        }

        return $"was not found{Suggestion(id, known)}";
    }

    /// <summary>The ids that are nearest to one that is none.</summary>
    /// <param name="id">What was written.</param>
    /// <param name="known">The ids that this machine lists.</param>
    /// <returns>Such as <c>; the nearest is Europe/London</c>; where nothing is near, what an id looks like.</returns>
    public static string Suggestion(string id, IReadOnlyCollection<string> known)
    {
        string written = Simplified(id);
        int most = written.Length > MaxIdLength ? -1 : Math.Min(MaxDistance, written.Length / 4);
        var nearest = known.Select(name => (Name: name, Distance: Distance(written, name))).GroupBy(entry => entry.Distance, entry => entry.Name).MinBy(group => group.Key);
        string[] near = nearest is null || nearest.Key > most ? [] : [.. nearest.Order(StringComparer.Ordinal).Take(MaxSuggestions)];
        return near.Length == 0
            ? "; write an IANA id such as America/New_York, or a Windows id such as 'Eastern Standard Time'"
            : $"; the nearest {(near.Length == 1 ? "is" : "are")} {string.Join(", ", near)}";
    }

    // To the whole id or to its place alone: London, New York.
    private static int Distance(string written, string name)
    {
        int whole = Distance(written.AsSpan(), Simplified(name).AsSpan());
        int slash = name.LastIndexOf('/');
        return slash < 0 ? whole : Math.Min(whole, Distance(written.AsSpan(), Simplified(name[(slash + 1)..]).AsSpan()));
    }

    private static string Simplified(string id) => string.Concat(id.Where(c => c is not (' ' or '_' or '-'))).ToLowerInvariant();

    // Damerau and Levenshtein's: characters put in, left out, exchanged, or swapped with the next.
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > MaxDistance)
            return int.MaxValue;
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            cost[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            cost[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int exchanged = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int least = Math.Min(exchanged, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    least = Math.Min(least, cost[i - 2, j - 2] + 1);
                cost[i, j] = least;
            }
        }

        return cost[a.Length, b.Length];
    }
}
