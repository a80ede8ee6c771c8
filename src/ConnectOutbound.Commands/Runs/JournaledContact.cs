using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Runs;

namespace ConnectOutbound.Commands.Runs;

/// <summary>A contact of an earlier run as a result: it pipes into Start-ConnectOutboundChat, where its row is sent again.</summary>
internal static class JournaledContact
{
    /// <summary>Makes the result.</summary>
    /// <param name="entry">What the journal has.</param>
    /// <param name="runName">The run.</param>
    /// <returns>The result; its Input is the row, or null where the contact is started and the row forgotten.</returns>
    public static OutboundContact Of(JournalEntry entry, string runName) => new(entry.RowJson is string json ? Row(json) : null)
    {
        RowNumber = entry.RowNumber,
        Destination = entry.Identity.Destination,
        Channel = entry.Channel,
        Status = entry.Status switch
        {
            JournalStatus.Started => OutboundStatus.Started,
            JournalStatus.Failed => OutboundStatus.Failed,
            JournalStatus.NotSent => OutboundStatus.NotSent,
            _ => OutboundStatus.Unknown,
        },
        ContactId = entry.ContactId,
        Reason = entry.Status == JournalStatus.Sending ? "It is being sent, or its process ended before the outcome was written." : entry.Reason,
        ErrorCode = entry.ErrorCode,
        Attempts = entry.Attempts,
        ClientToken = entry.ClientToken,
        TokenSince = entry.Status == JournalStatus.NotSent ? null : SavedResult.TimeText(entry.FirstSentAt),
        RequestId = entry.RequestId,
        InstanceId = entry.Identity.InstanceId,
        RunName = runName,
        StartedAt = entry.FirstSentAt,
    };

    private static PSObject Row(string json)
    {
        var row = new PSObject();
        foreach ((string column, object? value) in RowJson.Read(json))
            NoteColumns.Add(row, column, value);
        return row;
    }
}
