namespace ConnectOutbound.Engine.Input;

/// <summary>Writes why a row is a duplicate, and reads it from a saved result: results have no other place for it.</summary>
internal static class DuplicateReason
{
    private const string SameDestination = "the same destination";
    private const string SameKey = "the same destination and key";
    private const string SameToken = "has the same ClientToken";
    private const string OtherDestination = " and another destination.";

    /// <summary>Says that an earlier row has the same destination.</summary>
    /// <param name="row">The earlier row, such as <c>Row 3</c>.</param>
    /// <param name="hasKey">Whether the rows have keys.</param>
    /// <returns>A sentence.</returns>
    public static string OfDestination(string row, bool hasKey) => $"{row} has {(hasKey ? SameKey : SameDestination)}.";

    /// <summary>Says that an earlier row has the same token.</summary>
    /// <param name="row">The number of the earlier row.</param>
    /// <param name="isOfOther">Whether the earlier row has another destination.</param>
    /// <returns>One or two sentences.</returns>
    public static string OfToken(long row, bool isOfOther) => isOfOther
        ? $"Row {row} {SameToken}{OtherDestination} The token belongs to that destination: the service would answer with its contact and start none. "
            + "Give each row a token of its own."
        : $"Row {row} {SameToken}: the service would answer with its contact and start none.";

    /// <summary>Whether a reason says that rows share a destination.</summary>
    /// <param name="reason">The reason of a saved result.</param>
    public static bool IsOfDestination(string? reason) => reason is not null && reason.Contains($" has {SameDestination}", StringComparison.Ordinal);

    /// <summary>Whether a reason says that rows share destination and key.</summary>
    /// <param name="reason">The reason of a saved result.</param>
    public static bool IsOfKey(string? reason) => reason is not null && reason.Contains($" has {SameKey}", StringComparison.Ordinal);

    /// <summary>Whether a reason says that rows share a token and with it the contact.</summary>
    /// <param name="reason">The reason of a saved result.</param>
    public static bool IsOfToken(string? reason) => HasToken(reason) && !IsOfOther(reason);

    /// <summary>Whether a reason says that rows with other destinations share a token.</summary>
    /// <param name="reason">The reason of a saved result.</param>
    public static bool IsOfOther(string? reason) => HasToken(reason) && reason!.Contains(OtherDestination, StringComparison.Ordinal);

    private static bool HasToken(string? reason) => reason is not null && reason.Contains(SameToken, StringComparison.Ordinal);
}
