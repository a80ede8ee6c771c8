namespace ConnectOutbound.Sandbox.Operations;

/// <summary>How many results a list answers in one page.</summary>
/// <param name="Most">The most that may be asked for.</param>
/// <param name="Usual">How many there are when nothing is asked for.</param>
internal readonly record struct PageLimits(int Most, int Usual)
{
    /// <summary>The lists of Amazon Q in Connect.</summary>
    public static PageLimits Templates { get; } = new(100, 100);

    /// <summary>ListInstances.</summary>
    public static PageLimits Instances { get; } = new(10, 10);

    /// <summary>The other lists of Amazon Connect. ListContactFlows documents the usual size.</summary>
    public static PageLimits Resources { get; } = new(1000, 100);
}
