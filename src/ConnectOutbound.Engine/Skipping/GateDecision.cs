namespace ConnectOutbound.Engine.Skipping;

/// <summary>Why a valid row is held back.</summary>
/// <param name="Status">The status that it comes out with.</param>
/// <param name="Code">The stable kind, as ErrorCode shows it.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="Until">From when on the row may be sent, where that is known.</param>
internal sealed record GateDecision(OutboundStatus Status, string Code, string Reason, DateTimeOffset? Until = null);
