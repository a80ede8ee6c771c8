namespace ConnectOutbound.Engine.Contacts;

/// <summary>Whether a contact has come as far as somebody waits for.</summary>
internal static class Milestones
{
    /// <summary>Looks at the timestamps: once set they stay.</summary>
    /// <param name="state">The contact.</param>
    /// <param name="milestone">What is waited for.</param>
    /// <returns>Whether it has come so far, be it over by now or not.</returns>
    public static bool IsReached(OutboundContactState state, OutboundContactMilestone milestone) => milestone switch
    {
        OutboundContactMilestone.Connected => state.ConnectedAt is not null,
        OutboundContactMilestone.AgentConnected => state.AgentConnectedAt is not null,
        _ => state.State == OutboundContactStage.Disconnected,
    };
}
