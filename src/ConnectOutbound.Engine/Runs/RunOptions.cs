using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;

namespace ConnectOutbound.Engine.Runs;

/// <summary>How a run runs.</summary>
public sealed record RunOptions
{
    /// <summary>How many rows may be under way: sent, or waiting to be. From 1.</summary>
    public int ThrottleLimit { get; init; } = 8;

    /// <summary>How fast requests may be sent.</summary>
    public PaceLimit Pace { get; init; } = PaceLimit.ServiceDefault;

    /// <summary>How often and how soon a row is tried again.</summary>
    public RetryPolicy Retry { get; init; } = new();

    /// <summary>After how many rows that were Invalid, Failed or Unknown the run stops; 0 for never.</summary>
    public int MaxErrors { get; init; }

    /// <summary>How long an answer under way is waited for when the run is stopped.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How long a token protects: the service answers with the contact it has for seven days; an hour less is counted on.</summary>
    internal TimeSpan TokenLife { get; init; } = TimeSpan.FromDays(7) - TimeSpan.FromHours(1);

    /// <summary>Whether rows are sent on the thread that gives them, and what waits goes on inside the call that ends its wait: for a simulation.</summary>
    internal bool IsInline { get; init; }

    /// <summary>The source of chance for pauses; fixed in tests.</summary>
    public Random Random { get; init; } = Random.Shared;
}
