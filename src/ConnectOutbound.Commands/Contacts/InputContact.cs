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
    /// <returns>The contact's id, null if it is missing or unreadable; the instance, null if the input does not name it.</returns>
    public static (string? ContactId, string? InstanceId) Read(PSObject? input)
    {
        if (input is null)
            return (null, null);
        if (input.BaseObject is string or Guid)
            return (Text(input.BaseObject), null);
        try
        {
            Func<string, (bool IsThere, string? Text)> cell = Cells(input);
            // What -PassThru added goes first: a ContactId beside it is the customer's own column.
            (bool isAdded, string? contact) = cell("ConnectContactId");
            return (isAdded ? contact : cell("ContactId").Text, s_instance.Select(name => cell(name).Text).FirstOrDefault(value => value is not null));
        }
        catch (Exception e) when (ShellValues.IsData(e))
        {
            // A dictionary that cannot be listed says no contact.
            return (null, null);
        }
    }

    private static Func<string, (bool, string?)> Cells(PSObject input)
    {
        if (RowEntries.Read(input.BaseObject) is not { } entries)
            return name => input.Properties[name] is PSPropertyInfo property ? (true, Text(ShellValues.CellOf(property))) : (false, null);
        var cells = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, object? value) in entries)
            cells.TryAdd(name, value);
        return name => cells.TryGetValue(name, out object? value) ? (true, Text(value)) : (false, null);
    }

    private static string? Text(object? cell) =>
        ShellValues.Convert(cell) is object value and not CellError && !CellText.IsEmpty(value) ? CellText.Of(value)?.Trim() : null;
}
