namespace ConnectOutbound;

/// <summary>A value that is taken where neither an argument nor a column gives one.</summary>
public sealed record OutboundDefault
{
    /// <summary>The parameter that it stands for, such as InstanceId.</summary>
    public required string Name { get; init; }

    /// <summary>The value.</summary>
    public required string Value { get; init; }

    /// <summary>Where it is kept; one of the session hides the user's.</summary>
    public required OutboundDefaultScope Scope { get; init; }

    /// <summary>The name and its value.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => $"{Name} = {Value} ({Scope})";
}
