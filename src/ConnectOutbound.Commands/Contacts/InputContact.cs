using System.Collections;
using System.Management.Automation;
using ConnectOutbound.Commands.Rows;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Commands.Contacts;

/// <summary>Finds the contact in what comes down the pipeline: a result, live or read from a file, a row with the columns of -PassThru, or an id.</summary>
internal static class InputContact
{
    private static readonly string[] s_instance = ["InstanceId", "Instance", "InstanceArn"];

    /// <summary>Finds it.</summary>
    /// <param name="input">The object.</param>
    /// <returns>The contact's id, null where there is none; the instance, null where it is not said.</returns>
    public static (string? ContactId, string? InstanceId) Read(PSObject? input)
    {
        if (input is null)
            return (null, null);
        if (input.BaseObject is string or Guid)
            return (Text(input.BaseObject), null);
        // What -PassThru added goes first: a ContactId beside it is the customer's own column.
        string? contact = TryGet(input, "ConnectContactId", out object? added) ? Text(added) : TryGet(input, "ContactId", out object? own) ? Text(own) : null;
        string? instance = s_instance.Select(name => TryGet(input, name, out object? value) ? Text(value) : null).FirstOrDefault(value => value is not null);
        return (contact, instance);
    }

    private static bool TryGet(PSObject input, string name, out object? value)
    {
        value = null;
        if (input.BaseObject is IDictionary dictionary)
        {
            foreach (DictionaryEntry entry in dictionary)
            {
                if (!string.Equals(entry.Key.ToString(), name, StringComparison.OrdinalIgnoreCase))
                    continue;
                value = PlainValue.Of(entry.Value);
                return true;
            }

            return false;
        }

        if (input.Properties[name] is not PSPropertyInfo property)
            return false;
        value = PlainValue.OfProperty(property);
        return true;
    }

    private static string? Text(object? value) => CellText.IsEmpty(value) || value is CellError ? null : CellText.Of(value!)?.Trim();
}
