using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>A command as somebody types it.</summary>
internal sealed record CampaignCommand
{
    public required string Name { get; init; }

    /// <summary>-KeyColumn: Order, Ticket, or null.</summary>
    public string? KeyColumn { get; init; }

    public required RunPlace Place { get; init; }

    /// <summary>What the message says beside the keys.</summary>
    public int Content { get; init; }

    /// <summary>How far the clock of this machine is off.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>The campaign that the name means to a person, and how often its run had been removed before.</summary>
    public string Epoch { get; init; } = "";

    /// <summary>The key column that is in force.</summary>
    public string KeyInForce { get; init; } = "";

    public string KeyOf(string order, string ticket) => ContactIdentity.Normalized(KeyInForce switch
    {
        "Order" => order,
        "Ticket" => ticket,
        _ => "",
    });
}
