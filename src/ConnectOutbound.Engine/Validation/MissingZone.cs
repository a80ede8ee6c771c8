namespace ConnectOutbound.Engine.Validation;

/// <summary>Says why a time zone was not found, and which one was probably meant.</summary>
internal static class MissingZone
{
    private const int MaxSuggestions = 3;

    /// <summary>Says why an id that looks like one was not found.</summary>
    /// <param name="id">The id.</param>
    /// <param name="known">The ids that this machine lists.</param>
    /// <param name="windows">Whether this is Windows, whose own ids are the Windows ids.</param>
    /// <param name="canConvert">Whether .NET can convert between IANA and Windows ids here.</param>
    /// <returns>The end of a sentence.</returns>
    public static string Explain(string id, ZoneNames known, bool windows, bool canConvert)
    {
        if (known.IsEmpty)
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
    public static string Suggestion(string id, ZoneNames known) => known.Nearest(id) switch
    {
        [] => "; write an IANA id such as America/New_York, or a Windows id such as 'Eastern Standard Time'",
        [string one] => $"; the nearest is {one}",
        var near => $"; the nearest are {string.Join(", ", near.Take(MaxSuggestions))}",
    };
}
