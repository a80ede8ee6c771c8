namespace ConnectOutbound.Sandbox.Tests.Support;

internal static class Sandboxes
{
    /// <summary>Quotas that no test meets by accident.</summary>
    public static SandboxOptions NoQuota { get; } = new() { RequestsPerSecond = double.PositiveInfinity, ConcurrentChats = int.MaxValue };
}
