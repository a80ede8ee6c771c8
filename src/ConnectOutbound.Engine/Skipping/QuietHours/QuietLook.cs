namespace ConnectOutbound.Engine.Skipping.QuietHours;

/// <summary>Whether it is quiet at a place.</summary>
/// <param name="IsQuiet">True within the quiet hours.</param>
/// <param name="Ends">The first instant behind the one looked at that is not quiet, in the place's own time; null where it is not quiet.</param>
public readonly record struct QuietLook(bool IsQuiet, DateTimeOffset? Ends);
