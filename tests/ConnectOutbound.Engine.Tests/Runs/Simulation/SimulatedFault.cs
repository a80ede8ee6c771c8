namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>What may happen to one request.</summary>
internal enum SimulatedFault
{
    None,
    Throttled,
    QuotaFull,
    Conflict,
    ErrorBefore,
    ErrorAfter,
    TimeoutBefore,
    TimeoutAfter,
    CutBefore,
    CutAfter,
    UnreadableAfter,
    NoContactIdAfter,
    Unreachable,
    Expired,
}
