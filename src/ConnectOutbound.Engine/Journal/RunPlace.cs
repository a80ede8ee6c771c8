namespace ConnectOutbound.Engine.Journal;

/// <summary>Where a run sends: to an account and a Region of AWS, or to this computer. What is not known is null.</summary>
public sealed record RunPlace
{
    private const string LoopbackText = "loopback";
    private const char Separator = '/';

    private RunPlace()
    {
    }

    /// <summary>This computer, whatever the port: a sandbox. What is sent there is a rehearsal.</summary>
    public static RunPlace Loopback { get; } = new() { IsLoopback = true };

    /// <summary>Whether it is this computer.</summary>
    public bool IsLoopback { get; private init; }

    /// <summary>The partition, such as <c>aws</c>.</summary>
    public string? Partition { get; private init; }

    /// <summary>The Region that requests are sent to, such as <c>us-east-1</c>.</summary>
    public string? Region { get; private init; }

    /// <summary>The twelve digits of the account.</summary>
    public string? Account { get; private init; }

    /// <summary>Creates a place in AWS.</summary>
    /// <param name="partition">The partition; null if it is not known.</param>
    /// <param name="region">The Region; null if it is not known.</param>
    /// <param name="account">The account; null if it is not known.</param>
    /// <returns>The place.</returns>
    public static RunPlace Aws(string? partition, string? region, string? account = null) =>
        new() { Partition = Known(partition), Region = Known(region), Account = Known(account) };

    /// <summary>Compares what is known of both.</summary>
    /// <param name="other">The other place.</param>
    /// <returns>Whether they may be the same place.</returns>
    public bool Fits(RunPlace other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsLoopback == other.IsLoopback && Fits(Partition, other.Partition) && Fits(Region, other.Region) && Fits(Account, other.Account);
    }

    /// <summary>Adds what another place that fits knows more.</summary>
    /// <param name="other">The other place.</param>
    /// <returns>The place.</returns>
    public RunPlace With(RunPlace other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { Partition = Partition ?? other.Partition, Region = Region ?? other.Region, Account = Account ?? other.Account };
    }

    /// <summary>Says where it is, in a sentence.</summary>
    /// <returns>Such as <c>account 123456789012 in us-east-1 (aws)</c>.</returns>
    public string Describe() => IsLoopback
        ? "this computer (loopback: a rehearsal)"
        : $"{(Account is null ? "an account" : $"account {Account}")} in {Region ?? "a Region"} ({Partition ?? "AWS"})";

    /// <summary>Writes the place as the journal keeps it and as scripts see it.</summary>
    /// <returns><c>loopback</c>, or <c>aws/us-east-1/123456789012</c>; a part that is not known is empty.</returns>
    public override string ToString() => IsLoopback ? LoopbackText : string.Join(Separator, Partition, Region, Account);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text; null for a place that was not recorded.</param>
    /// <returns>The place, or null.</returns>
    /// <exception cref="FormatException">It is nothing that is ever written.</exception>
    public static RunPlace? Parse(string? text)
    {
        if (text is null or LoopbackText)
            return text is null ? null : Loopback;
        return text.Split(Separator) is [string partition, string region, string account]
            ? Aws(partition, region, account)
            : throw new FormatException("The place of a run is none.");
    }

    private static bool Fits(string? one, string? other) => one is null || other is null || one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string? Known(string? part) => string.IsNullOrWhiteSpace(part) ? null : part;
}
