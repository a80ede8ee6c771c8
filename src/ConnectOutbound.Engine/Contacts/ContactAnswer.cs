using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Contacts;

/// <summary>What came of a request for a contact.</summary>
/// <typeparam name="T">What it gives.</typeparam>
/// <param name="Contact">The contact.</param>
/// <param name="Value">The answer; without meaning where there is an error.</param>
/// <param name="Error">Why there is none.</param>
public sealed record ContactAnswer<T>(ContactReference Contact, T? Value, OutboundException? Error);
