using System.Collections;
using System.Management.Automation;
using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Commands.Output;

/// <summary>The input object with what became of it: a CSV comes out with its results beside it.</summary>
internal static class PassThruObject
{
    private const string SeenAt = "ConnectStateSeenAt";

    /// <summary>Adds ConnectStatus, ConnectContactId and ConnectReason.</summary>
    /// <param name="input">The row as it was given.</param>
    /// <param name="destination">The number, for input that has no properties of its own.</param>
    /// <param name="status">What became of it.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="reason">Why.</param>
    /// <returns>A copy of a CSV row, another object itself; text, numbers and hashtables become an object that has what they held.</returns>
    public static PSObject Of(object? input, string? destination, OutboundStatus status, string? contactId, string? reason)
    {
        PSObject result = Base(input, "Destination", destination);
        Set(result, "ConnectStatus", status.ToString());
        Set(result, "ConnectContactId", contactId);
        Set(result, "ConnectReason", reason);
        return result;
    }

    /// <summary>Adds ConnectState, ConnectDisconnectReason and ConnectDisconnectedAt.</summary>
    /// <param name="input">The object that the contact was given by.</param>
    /// <param name="contactId">The contact, for input that has no properties of its own.</param>
    /// <param name="state">What became of it; null where that is not known: what is there stays.</param>
    /// <returns>As above.</returns>
    public static PSObject Of(object? input, string? contactId, OutboundContactState? state)
    {
        PSObject result = Base(input, "ContactId", contactId);
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
    public static PSObject Of(OutboundContact input, JournalEntry entry)
    {
        PSObject result = Of(input, entry.ContactId, entry.State);
        Set(result, SeenAt, entry.StateSeenAt);
        return result;
    }

    /// <summary>Adds ConnectState alone.</summary>
    /// <param name="input">The object that the contact was given by.</param>
    /// <param name="contactId">The contact, for input that has no properties of its own.</param>
    /// <param name="state">The state; null where it is not known: what is there stays.</param>
    /// <returns>As above.</returns>
    public static PSObject Of(object? input, string? contactId, string? state)
    {
        PSObject result = Base(input, "ContactId", contactId);
        Set(result, "ConnectState", state, state is not null);
        return result;
    }

    private static PSObject Base(object? input, string name, string? value)
    {
        object? inner = input is PSObject wrapped ? wrapped.BaseObject : input;
        var made = new PSObject();
        switch (inner)
        {
            case null or string or decimal:
            case ValueType when inner.GetType().IsPrimitive:
            case IEnumerable and not IDictionary when LanguagePrimitives.GetEnumerable(inner) is not null:
                Set(made, name, value ?? inner?.ToString());
                return made;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                    Set(made, entry.Key.ToString() ?? "", entry.Value);
                return made;
            case ValueType:
                foreach (PSPropertyInfo property in PSObject.AsPSObject(input!).Properties)
                    Set(made, property.Name, property.Value);
                return made;
            case PSCustomObject:
                // A copy: the same object may come down the pipeline twice.
                return ((PSObject)input!).Copy();
            default:
                return PSObject.AsPSObject(input!);
        }
    }

    private static void Set(PSObject target, string name, object? value, bool replaces = true)
    {
        PSPropertyInfo? there = target.Properties[name];
        if (there is null)
            target.Properties.Add(new PSNoteProperty(name, value));
        else if (replaces && there.IsSettable)
            there.Value = value;
    }
}
