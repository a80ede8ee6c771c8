using System.Globalization;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.PhoneNumbers;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Skipping.Duplicates;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Decides what a saved result means for its row, and what the journal of a named run adds to that. docs/tokens.md has the table.</summary>
/// <remarks>
/// A contact that was started is not started again. A saved token is used for the same contact of the same run only, and within its life. Whatever else
/// holds a row back, the doubt of an earlier command is kept.
/// </remarks>
/// <param name="options">Which rows are skipped.</param>
/// <param name="duplicates">Makes the decision about duplicates.</param>
/// <param name="tokenLife">How long the service answers a token with the contact that it started.</param>
internal sealed class SavedResultDecider(SkipOptions options, DuplicateCheck duplicates, TokenLife tokenLife)
{
    /// <summary>How many rows were not sent because their saved results say that their contacts were started.</summary>
    public long StartedCount { get; private set; }

    /// <summary>What the user hears at the end; null if there is nothing to say.</summary>
    public string? Warning => StartedCount switch
    {
        0 => null,
        1 => "1 row was not sent: its saved result says that its contact was started. Use -SendStarted to send it as a new contact.",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{StartedCount} rows were not sent: their saved results say that their contacts were started. Use -SendStarted to send them as new contacts."),
    };

    /// <summary>Decides, before anything else does, about a row whose saved result leaves no choice.</summary>
    /// <param name="row">A row with a saved result; it may have faults.</param>
    /// <param name="known">Asks the journal about a valid row.</param>
    /// <returns>The decision; null for a row that goes on: as a new one, or in doubt.</returns>
    public RowDecision? Find(CheckedRow row, Func<CheckedRow, RowDecision> known)
    {
        SavedResult saved = row.Saved!;
        switch (saved.Meaning)
        {
            case SavedMeaning.Started when !options.SendStarted:
                if (HasChanged(row))
                    return Changed(row, "when its contact was started", "or use -SendStarted to send the row as a new contact", SavedResult.StartedNote);
                StartedCount++;
                return row.IsValid && known(row) is { IsSkipped: true, Status: OutboundStatus.AlreadyStarted } journaled ? journaled : Started(saved);
            case SavedMeaning.Duplicate when !HasChanged(row) && RemainsDuplicate(row):
                return duplicates.Skip("Another row of the earlier input", IsSameContact(saved));
            case SavedMeaning.InDoubt when HasChanged(row):
                return Changed(row, "when it was sent", "or empty its ConnectStatus or Status cell to send the row as a new contact", SavedResult.InDoubtNote);
            case SavedMeaning.InDoubt when !row.IsValid:
                // Invalid would be sent as a new contact once it is corrected.
                return RowDecision.Skip(
                    OutboundStatus.Unknown,
                    [.. row.Faults.Select(fault => fault.Text), "An earlier attempt had no known outcome: the contact may exist."],
                    row.Faults[0].Kind).Knowing(null, saved);
            default:
                return null;
        }
    }

    /// <summary>Joins what the saved result and the journal say of a valid row that is in doubt, or that is sent although it was started.</summary>
    /// <param name="row">The row.</param>
    /// <param name="known">What the journal says; to send the row if there is none.</param>
    /// <returns>The decision.</returns>
    public RowDecision Join(CheckedRow row, RowDecision known)
    {
        SavedResult saved = row.Saved!;
        if (saved.Meaning == SavedMeaning.Started && known is { IsSkipped: false, IsInDoubt: false } && saved.ClientToken == (row.FindRunToken() ?? ""))
        {
            return RowDecision.Skip(
                OutboundStatus.AlreadyStarted,
                "This run started the contact before: the saved token is the one that it has for the row. Use another -RunName to send it as a new contact.")
                .Knowing(null, saved);
        }

        if (saved.Meaning != SavedMeaning.InDoubt)
            return known;
        if (row.RunName is not null && saved.ClientToken is string token && token != row.FindRunToken() && token != known.Entry?.ClientToken)
        {
            return RowDecision.Skip(
                OutboundStatus.Invalid,
                "The saved token is not the one that this run has for the row: it belongs to another run, key or instance. Repeat the run that sent the row, "
                    + $"or send it without -RunName: then the saved token is used. {SavedResult.InDoubtNote}",
                ErrorIds.TokenOfOtherRun);
        }

        if (known.IsSkipped)
            return Keep(row, known);
        // The journal knows when it sent the token; the saved result may know of an earlier time, on another machine.
        if (known.IsInDoubt)
            return saved.TokenSince is DateTimeOffset earlier && IsExpired(earlier) ? Expired(saved) : known with { Saved = saved };
        return saved.ClientToken is null || saved.TokenSince is not DateTimeOffset since || IsExpired(since)
            ? Expired(saved)
            : RowDecision.SendInDoubt(null, $"An attempt of {UtcText.Of(since)} had no known outcome; this one carried the same token.", saved);
    }

    /// <summary>Keeps the doubt of an earlier command in a decision that holds the row back.</summary>
    /// <param name="row">The row.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>The decision, with the saved token if there is one.</returns>
    public static RowDecision Keep(CheckedRow row, RowDecision decision) =>
        row.Saved is { Meaning: SavedMeaning.InDoubt } saved && decision.IsSkipped && decision.Code != ErrorIds.DestinationChanged
            ? decision with { Saved = saved }
            : decision;

    // Of a row that had changed before, only -PassThru keeps the destination of the contact.
    private static bool HasChanged(CheckedRow row) => row.Saved!.Destination is string before ? !IsSame(row.Destination, before) : row.Saved.HasChanged;

    // A saved file may hold what is no number in E.164: that is the same as itself only.
    private static bool IsSame(string? now, string before) =>
        now is not null && PhoneNumber.SameDestinationKey(now) == PhoneNumber.SameDestinationKey(before);

    private static RowDecision Started(SavedResult saved) => RowDecision.Skip(
        OutboundStatus.AlreadyStarted,
        "Its saved result says that its contact was started. Use -SendStarted to send it as a new contact.").Knowing(null, saved);

    private static RowDecision Changed(CheckedRow row, string when, string remedy, string note)
    {
        string change = row.Saved!.Destination is string before
            ? $"The destination was {before} {when}, and it is {(row.Destination is null ? "missing" : DisplayText.Quoted(row.Destination))} now. "
                + $"Restore it, {remedy}. {note}"
            : $"The saved result says that the destination had changed, and not what it was. Use the result before it, {remedy}. {note}";
        return RowDecision.Skip(OutboundStatus.Invalid, [.. row.Faults.Select(fault => fault.Text), change], ErrorIds.DestinationChanged);
    }

    // Results come in the order of completion: a duplicate comes before the contact that it duplicates.
    private bool RemainsDuplicate(CheckedRow row) => !options.SendStarted
        && options.DuplicateAction != OutboundDuplicateAction.Send
        && (row.Identity is not { Key.Length: > 0 } || IsSameContact(row.Saved!));

    // A named run derives one token for one destination and key.
    private static bool IsSameContact(SavedResult saved) => DuplicateReason.IsOfKey(saved.Reason) || DuplicateReason.IsOfToken(saved.Reason);

    private bool IsExpired(DateTimeOffset since) => tokenLife.IsOver(since) || tokenLife.IsInFuture(since);

    private static RowDecision Expired(SavedResult saved)
    {
        string what = saved.ClientToken is null ? "It was sent and no answer was read, and its saved result has no token."
            : saved.TokenSince is DateTimeOffset since
                ? $"It was sent {UtcText.Of(since)} and no answer was read. Its token protects for seven days only."
                : "It was sent and no answer was read. Its saved result does not say when (TokenSince), so its token counts as expired.";
        return RowDecision.Skip(
            OutboundStatus.Unknown,
            $"{what} It is not sent again: the contact may exist. Look for it in Amazon Connect. To send the row as a new contact, empty its "
                + "ConnectStatus or Status cell.",
            ErrorIds.TokenExpired).Knowing(null, saved);
    }
}
