using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Commands.Rows;

/// <summary>Takes PowerShell's wrapping off values: the engine knows no shell.</summary>
internal static class PlainValue
{
    private const int MaxDepth = 40;

    /// <summary>The value itself: scalars as they are, dictionaries and custom objects as dictionaries, lists as lists.</summary>
    /// <param name="value">A value as the shell has it.</param>
    /// <returns>The value without the shell.</returns>
    public static object? Of(object? value) => value is string ? value : Of(value, 0);

    private static object? Of(object? value, int depth)
    {
        if (depth > MaxDepth)
            return new CellError($"it is nested deeper than {MaxDepth} levels");
        switch (value)
        {
            case null or string:
                return value;
            case PSObject nothing when ReferenceEquals(nothing, AutomationNull.Value):
                // What a script property or an expression that emits nothing gives.
                return null;
            case PSObject { BaseObject: PSCustomObject } custom:
                return OfProperties(custom, depth);
            case PSObject { BaseObject: int } number when number.TypeNames.Contains("Deserialized.System.Enum"):
                // The name is kept beside the number when an enum goes through Export-Clixml.
                return number.ToString();
            case PSObject wrapped:
                return Of(wrapped.BaseObject, depth);
            case SwitchParameter flag:
                return flag.IsPresent;
            case IDictionary dictionary:
                return OfDictionary(dictionary, depth);
            case IEnumerable list when LanguagePrimitives.GetEnumerable(value) is not null:
                return list.Cast<object?>().Select(item => Of(item, depth + 1)).ToList();
            default:
                return value;
        }
    }

    private static Dictionary<string, object?> OfDictionary(IDictionary dictionary, int depth)
    {
        var plain = new Dictionary<string, object?>(dictionary.Count, StringComparer.Ordinal);
        foreach (DictionaryEntry entry in dictionary)
            plain[CellText.Of(Of(entry.Key, depth + 1) ?? "") ?? ""] = Of(entry.Value, depth + 1);
        return plain;
    }

    private static Dictionary<string, object?> OfProperties(PSObject custom, int depth)
    {
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (PSPropertyInfo property in custom.Properties)
            plain[property.Name] = OfProperty(property, depth + 1);
        return plain;
    }

    /// <summary>The value of a property; a script property may throw.</summary>
    /// <param name="property">The property.</param>
    /// <param name="depth">How deep it stands.</param>
    /// <returns>The value, or a <see cref="CellError"/>.</returns>
    public static object? OfProperty(PSPropertyInfo property, int depth = 0)
    {
        try
        {
            object? value = property.Value;
            return value is string ? value : Of(value, depth);
        }
        catch (PipelineStoppedException)
        {
            throw;
        }
        catch (Exception e) when (e is GetValueException or RuntimeException or InvalidOperationException or NotSupportedException)
        {
            return new CellError((e.InnerException ?? e).Message);
        }
    }
}
