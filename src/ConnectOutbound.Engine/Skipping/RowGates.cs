using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Skipping.Duplicates;
using ConnectOutbound.Engine.Skipping.QuietHours;
using ConnectOutbound.Engine.Skipping.Suppression;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Skipping;

/// <summary>What holds back a row that could be sent: duplicates, the suppression list, quiet hours. Sending and planning ask the same gates.</summary>
/// <remarks>Not thread-safe, but for <see cref="QuietNow"/>: rows come one after the other.</remarks>
public sealed class RowGates
{
    private readonly DuplicateGate _duplicates;
    private readonly SuppressionList? _suppression;
    private readonly QuietHoursGate? _quietHours;

    /// <summary>Creates the gates of a run.</summary>
    /// <param name="options">What holds rows back.</param>
    /// <param name="time">The clock.</param>
    public RowGates(GateOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _duplicates = new DuplicateGate(options.DuplicateAction);
        _suppression = options.Suppression;
        _quietHours = options.QuietHours is null ? null : new QuietHoursGate(options.QuietHours, time ?? TimeProvider.System);
    }

    /// <summary>Looks whether an earlier row of this input is to the same customer. Changes nothing. Asked before what earlier runs did.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>Why it is held back; null where it is the first.</returns>
    internal GateDecision? Repeated(CheckedRow row) => _duplicates.Look(row);

    /// <summary>Looks whether the customer is not to be written to, or not now. Changes nothing. Asked after what earlier runs did: what is done is done.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>Why it is held back; null where it may be sent, now or after a wait.</returns>
    internal GateDecision? Unwanted(CheckedRow row) => Suppressed(row) ?? _quietHours?.Deferred(row);

    /// <summary>Remembers a row that goes on: later ones with the same destination are its duplicates.</summary>
    /// <param name="row">A valid row.</param>
    internal void Pass(CheckedRow row) => _duplicates.Pass(row);

    /// <summary>Looks again just before a request leaves: quiet hours may have begun meanwhile.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>Why it may not leave now; null where it may. Planned is the status of one that is to wait.</returns>
    internal GateDecision? QuietNow(CheckedRow row) => _quietHours?.Now(row);

    private GateDecision? Suppressed(CheckedRow row) => _suppression is not null && _suppression.Contains(row.Destination!, out string source)
        ? new GateDecision(OutboundStatus.Suppressed, ErrorIds.Suppressed, $"The destination is on the suppression list {DisplayText.Quoted(source)}.")
        : null;
}
