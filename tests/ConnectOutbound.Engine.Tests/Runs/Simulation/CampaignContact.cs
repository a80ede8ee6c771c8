using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>A contact as the world knows it.</summary>
/// <param name="Id">The contact's id.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Epoch">The campaign, whatever the slips in its name, and how often its run had been removed before; or the command without a name.</param>
/// <param name="Destination">Who was written to.</param>
/// <param name="Key">What told it apart from others with this destination; empty where nothing did.</param>
/// <param name="Token">The token that started it.</param>
/// <param name="Line">The row that it was started for, through all commands.</param>
internal sealed record CampaignContact(string Id, RunPlace Place, string Epoch, string Destination, string Key, string Token, int Line);
