using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Contacts;

/// <summary>What came of waiting for a contact.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="End">How the wait ended.</param>
/// <param name="State">The state that was seen last; null only where the wait failed.</param>
/// <param name="Error">Why it failed.</param>
public sealed record WatchResult(ContactReference Contact, WatchEnd End, OutboundContactState? State, OutboundException? Error);
