using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Engine.Runs;

/// <summary>What a row may do, by what the run knows of its contact.</summary>
/// <param name="Held">The status that it comes out with unsent; null where it is to be sent.</param>
/// <param name="Reason">Why; null for a row that nothing is known of.</param>
/// <param name="Entry">What the journal knows.</param>
internal readonly record struct Recollection(OutboundStatus? Held, string? Reason, JournalEntry? Entry)
{
    /// <summary>Whether an earlier attempt may have started the contact: whatever happens now, it is not said that there is none.</summary>
    public bool IsInDoubt => Entry?.Status is JournalStatus.Sending or JournalStatus.Unknown;
}
