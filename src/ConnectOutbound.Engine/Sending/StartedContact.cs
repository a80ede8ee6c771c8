namespace ConnectOutbound.Engine.Sending;

/// <summary>The service's answer.</summary>
/// <param name="ContactId">The contact's id; null where the answer had none.</param>
/// <param name="RequestId">The service's id of the request.</param>
public readonly record struct StartedContact(string? ContactId, string? RequestId);
