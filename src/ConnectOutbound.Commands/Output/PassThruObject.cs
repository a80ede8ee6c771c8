using System.Data;
using System.Management.Automation;
using ConnectOutbound.Commands.Rows;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Commands.Output;

/// <summary>The input object with what became of it: a CSV comes out with its results beside it.</summary>
internal static class PassThruObject
{
    private const string SeenAt = "ConnectStateSeenAt";

    private static readonly string[] s_outcome =
    [
        "ConnectStatus", "ConnectContactId", "ConnectReason", "ConnectClientToken", "ConnectTokenSince", "ConnectDestination", "ConnectRow",
    ];

    /// <summary>Adds ConnectStatus, ConnectContactId and ConnectReason, and what a repeated command needs.</summary>
    /// <param name="input">The row as it was given.</param>
    /// <param name="destination">The number, for input that has no properties of its own.</param>
    /// <param name="row">The place of the row in the input.</param>
    /// <param name="saved">What became of it.</param>
    /// <returns>
    /// A copy of a CSV row, another object itself; text, numbers and hashtables become an object that has what they held.
    /// An object whose own member of such a name would not take the outcome becomes one, too.
    /// </returns>
    public static PSObject Create(object? input, string? destination, long row, SavedResult saved)
    {
        PSObject result = Base(input, "Destination", destination, s_outcome);
        // Of a row that had changed, the columns go on saying which contact was started.
        bool replaces = !saved.HasChanged;
        Set(result, "ConnectStatus", saved.Status.ToString());
        Set(result, "ConnectContactId", saved.ContactId, replaces);
        Set(result, "ConnectReason", saved.Reason);
        Set(result, "ConnectClientToken", saved.ClientToken, replaces);
        Set(result, "ConnectTokenSince", saved.TokenSince is DateTimeOffset since ? SavedResult.TimeText(since) : null, replaces);
        Set(result, "ConnectDestination", IsE164(saved.Destination) ? saved.Destination : null, replaces);
        Set(result, "ConnectRow", row);
        return result;
    }

    /// <summary>Adds ConnectState, ConnectDisconnectReason and ConnectDisconnectedAt.</summary>
    /// <param name="input">The object that the contact was given by.</param>
    /// <param name="contactId">The contact, for input that has no properties of its own.</param>
    /// <param name="state">What became of it; null where that is not known: what is there stays.</param>
    /// <returns>As above.</returns>
    public static PSObject Create(object? input, string? contactId, OutboundContactState? state)
    {
        PSObject result = Base(input, "ContactId", contactId, "ConnectState", "ConnectDisconnectReason", "ConnectDisconnectedAt", SeenAt);
        Set(result, "ConnectState", state?.State.ToString(), state is not null);
        Set(result, "ConnectDisconnectReason", state?.DisconnectReason, state is not null);
        Set(result, "ConnectDisconnectedAt", state?.DisconnectedAt, state is not null);
        // Of a contact of the journal: it was asked for again just now.
        if (state is not null && result.Properties[SeenAt] is not null)
            Set(result, SeenAt, TimeProvider.System.GetUtcNow());
        return result;
    }

    /// <summary>Adds what the journal knows: ConnectState, ConnectDisconnectReason, ConnectDisconnectedAt and ConnectStateSeenAt.</summary>
    /// <param name="input">The contact as a result.</param>
    /// <param name="entry">What the journal has of it.</param>
    /// <returns>As above.</returns>
    public static PSObject Create(OutboundContact input, JournalEntry entry)
    {
        PSObject result = Create(input, entry.ContactId, entry.State);
        Set(result, SeenAt, entry.StateSeenAt);
        return result;
    }

    /// <summary>Adds ConnectState alone.</summary>
    /// <param name="input">The object that the contact was given by.</param>
    /// <param name="contactId">The contact, for input that has no properties of its own.</param>
    /// <param name="state">The state; null where it is not known: what is there stays.</param>
    /// <returns>As above.</returns>
    public static PSObject Create(object? input, string? contactId, string? state)
    {
        PSObject result = Base(input, "ContactId", contactId, "ConnectState");
        Set(result, "ConnectState", state, state is not null);
        return result;
    }

    // Of a row whose number cannot be read, the destination is the text as it was written.
    private static bool IsE164(string? destination) =>
        destination is { Length: > 1 } && destination[0] == '+' && !destination.AsSpan(1).ContainsAnyExceptInRange('0', '9');

    private static PSObject Base(object? input, string name, string? value, params string[] added)
    {
        object? inner = input is PSObject wrapped ? wrapped.BaseObject : input;
        var made = new PSObject();
        switch (inner)
        {
            case null or string:
            case not null when ShellValues.IsScalar(inner):
            case not null when RowEntries.IsList(inner):
                NoteColumns.Add(made, name, value ?? CellText.Of(ShellValues.Convert(inner) ?? ""));
                return made;
            case not DataRow when RowEntries.Read(inner) is { } entries:
                AddEntries(made, entries);
                return made;
            case ValueType:
                return Flat(PSObject.AsPSObject(input!));
            default:
                // A copy of a CSV row: the same object may come down the pipeline twice.
                PSObject result = inner is PSCustomObject ? Copy((PSObject)input!) : PSObject.AsPSObject(input!);
                return added.All(column => TakesNote(result, column)) ? result : Flat(result);
        }
    }

    // The row's own ConnectStatus may be typed, read-only, calculated, a method, or part of its type.
    private static bool TakesNote(PSObject target, string column) =>
        target.Members[column] is not PSMemberInfo there || (there.GetType() == typeof(PSNoteProperty) && there.IsInstance);

    // PowerShell cannot copy an object that was deserialized with the members of a type, such as a result from a job.
    private static PSObject Copy(PSObject source)
    {
        try
        {
            return source.Copy();
        }
        catch (ExtendedTypeSystemException)
        {
            return Flat(source);
        }
    }

    // Columns as notes: nothing of the object's own type is left that could refuse a value or show another.
    private static PSObject Flat(PSObject source)
    {
        var made = new PSObject();
        foreach (PSPropertyInfo property in source.Properties)
            NoteColumns.Add(made, property.Name, new PropertyCell(property).Read() is object value and not CellError ? value : null);
        return made;
    }

    private static void AddEntries(PSObject target, IEnumerable<KeyValuePair<string, object?>> entries)
    {
        try
        {
            foreach ((string name, object? value) in entries)
                NoteColumns.Add(target, name, value);
        }
        catch (Exception e) when (ShellValues.IsData(e))
        {
            // The row came out as unreadable; what could be read of it is shown beside that.
        }
    }

    private static void Set(PSObject target, string name, object? value, bool replaces = true)
    {
        if (target.Properties[name] is not PSPropertyInfo there)
            target.Properties.Add(new PSNoteProperty(name, value));
        else if (replaces)
            there.Value = value;
    }
}
