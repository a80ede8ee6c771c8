namespace ConnectOutbound.Engine.Errors;

/// <summary>What stops a whole run: no further row would succeed.</summary>
/// <param name="Id">A stable id, such as <c>AccessDenied</c>.</param>
/// <param name="Message">What happened.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="ErrorCode">The service's error code, where it said one.</param>
public sealed record RunFault(string Id, string Message, string Remedy, string? ErrorCode = null);
