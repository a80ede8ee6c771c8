using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>A command as somebody types it.</summary>
internal sealed record CampaignCommand
{
    /// <summary>-RunName; null for a command without a name.</summary>
    public string? Name { get; init; }

    /// <summary>-SendStarted.</summary>
    public bool SendStarted { get; init; }

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

    /// <summary>The instance: each place has its own.</summary>
    public string InstanceId => $"11111111-2222-3333-{Place.Region?.Length ?? 0:D4}-{Place.Account ?? "000000000000"}";

    /// <summary>The token that the run has for a row; null without a name.</summary>
    public string? TokenOf(CampaignRow row) =>
        Name is null ? null : ContactIdentity.Create(InstanceId, row.Number, KeyOf(row.Order, row.Ticket)).Token(Name);

    public string KeyOf(string order, string ticket) => ContactIdentity.Normalized(KeyInForce switch
    {
        "Order" => order,
        "Ticket" => ticket,
        _ => "",
    });
}
