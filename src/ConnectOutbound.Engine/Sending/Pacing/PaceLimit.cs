namespace ConnectOutbound.Engine.Sending.Pacing;

/// <summary>How fast requests may be sent.</summary>
/// <param name="RequestsPerSecond">The steady rate; above 0. StartOutboundChatContact: 2 by default (quota L-408DD6C6).</param>
/// <param name="Burst">How many may go at once after a pause; at least 1. StartOutboundChatContact: 5 by default.</param>
public sealed record PaceLimit(double RequestsPerSecond, int Burst)
{
    /// <summary>The service's default for an account and Region.</summary>
    public static PaceLimit ServiceDefault { get; } = new(2, 5);
}
