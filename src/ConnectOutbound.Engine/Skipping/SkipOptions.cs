using ConnectOutbound.Engine.Skipping.QuietHours;
using ConnectOutbound.Engine.Skipping.Suppression;

namespace ConnectOutbound.Engine.Skipping;

/// <summary>Which valid rows are skipped, and which wait.</summary>
public sealed record SkipOptions
{
    /// <summary>What happens to a row whose destination (and key) an earlier row has.</summary>
    public OutboundDuplicateAction DuplicateAction { get; init; } = OutboundDuplicateAction.Skip;

    /// <summary>Whether rows whose saved results say Started are sent as new contacts.</summary>
    public bool SendStarted { get; init; }

    /// <summary>Numbers that are not written to; null for none.</summary>
    public SuppressionList? Suppression { get; init; }

    /// <summary>When customers are not written to; null for never.</summary>
    public QuietHoursRule? QuietHours { get; init; }
}
