using System.Collections;
using System.Management.Automation;
using ConnectOutbound.Commands.Rows;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Commands.Parameters;

/// <summary>Turns bound parameters into what the engine takes.</summary>
internal static class ArgumentReader
{
    private static readonly ContactField[] s_fields = Enum.GetValues<ContactField>();

    /// <summary>The arguments that hold for every row.</summary>
    /// <param name="bound">The bound parameters.</param>
    /// <returns>Values by field.</returns>
    /// <exception cref="OutboundException">A value cannot be read.</exception>
    public static IReadOnlyDictionary<ContactField, object> Read(IReadOnlyDictionary<string, object> bound)
    {
        var arguments = new Dictionary<ContactField, object>();
        foreach (ContactField field in s_fields)
        {
            if (!bound.TryGetValue(field.ToString(), out object? value) || ShellValues.Convert(value) is not object plain)
                continue;
            if (plain is CellError error)
                throw OutboundException.Argument(field.ToString(), $"-{field} cannot be read: {DisplayText.Clause(error.Message)}");
            arguments[field] = plain;
        }

        return arguments;
    }

    /// <summary>The column map as text.</summary>
    /// <param name="map">Parameter = column.</param>
    /// <returns>The same; keys that are no text keep their form and are refused by the engine.</returns>
    /// <exception cref="OutboundException">A value is not one column.</exception>
    public static IReadOnlyDictionary<string, string> ColumnMap(Hashtable? map)
    {
        // Keys that differ in case are one parameter given twice, which the engine refuses.
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in map ?? [])
        {
            string key = LanguagePrimitives.ConvertTo<string>(entry.Key);
            string column = ShellValues.Convert(entry.Value) as string
                ?? throw OutboundException.Argument(nameof(ColumnMap), $"-ColumnMap gives no column for {key}: values are column names, as text.");
            if (!read.TryAdd(key, column))
                throw OutboundException.Argument(nameof(ColumnMap), $"-ColumnMap has the key {DisplayText.Quoted(key)} twice.");
        }

        return read;
    }
}
