using System.Collections;
using System.Globalization;
using Amazon.Connect.Model;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>Turns converted values into segment attribute values.</summary>
/// <remarks>
/// Text becomes ValueString, a whole number ValueInteger, a dictionary ValueMap, a list ValueList. A dictionary with one
/// key that names a kind, such as <c>@{ ValueArn = 'arn:…' }</c>, says the kind itself.
/// </remarks>
internal static class SegmentAttributeReader
{
    private const int MaxDepth = 32;

    /// <summary>Reads one value.</summary>
    /// <param name="name">The attribute's name, for messages.</param>
    /// <param name="value">The value.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <returns>The value, or null where it cannot be read.</returns>
    public static SegmentAttributeValue? Read(string name, object? value, List<RowFault> faults) => Read(name, value, faults, 0);

    private static SegmentAttributeValue? Read(string name, object? value, List<RowFault> faults, int depth)
    {
        if (depth > MaxDepth)
            return Refuse(name, $"is nested deeper than {MaxDepth} levels", faults);

        switch (value)
        {
            case null:
                return Refuse(name, "has no value", faults);
            case CellError error:
                return Refuse(name, $"cannot be read: {DisplayText.Clause(error.Message).TrimEnd('.')}", faults);
            case string text:
                return new SegmentAttributeValue { ValueString = text };
            case sbyte or byte or short or ushort or int or uint or long or ulong:
                return Integer(name, value, faults);
            case IReadOnlyDictionary<string, object?> entries:
                return Dictionary(name, entries, faults, depth);
            case IEnumerable list:
                return List(name, list, faults, depth);
            case bool or decimal or double or float or char or Guid or DateTime or DateTimeOffset or TimeSpan or Enum:
                return new SegmentAttributeValue { ValueString = CellText.Of(value) };
            default:
                return Refuse(name, $"is a {CellText.TypeName(value)}; it takes text, a whole number, a list or a hashtable", faults);
        }
    }

    private static SegmentAttributeValue? Integer(string name, object value, List<RowFault> faults)
    {
        decimal number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        return number is < int.MinValue or > int.MaxValue
            ? Refuse(name, $"is {number}: ValueInteger takes {int.MinValue} to {int.MaxValue}; give it as text", faults)
            : new SegmentAttributeValue { ValueInteger = (int)number };
    }

    private static SegmentAttributeValue? Dictionary(string name, IReadOnlyDictionary<string, object?> entries, List<RowFault> faults, int depth)
    {
        if (entries.Count == 1 && entries.First() is (string kind, object inner) && IsKind(kind))
            return Explicit(name, kind, inner, faults, depth);

        var map = new Dictionary<string, SegmentAttributeValue>(entries.Count, StringComparer.Ordinal);
        foreach ((string key, object? entry) in entries)
        {
            if (Read($"{name}.{key}", entry, faults, depth + 1) is SegmentAttributeValue read)
                map[key] = read;
        }

        return new SegmentAttributeValue { ValueMap = map };
    }

    private static bool IsKind(string key) =>
        key is nameof(SegmentAttributeValue.ValueString) or nameof(SegmentAttributeValue.ValueArn) or nameof(SegmentAttributeValue.ValueInteger)
            or nameof(SegmentAttributeValue.ValueMap) or nameof(SegmentAttributeValue.ValueList);

    private static SegmentAttributeValue? Explicit(string name, string kind, object value, List<RowFault> faults, int depth)
    {
        switch (kind)
        {
            case nameof(SegmentAttributeValue.ValueString) when CellText.Of(value) is string text:
                return new SegmentAttributeValue { ValueString = text };
            case nameof(SegmentAttributeValue.ValueArn) when CellText.Of(value) is string arn:
                return new SegmentAttributeValue { ValueArn = arn };
            case nameof(SegmentAttributeValue.ValueInteger) when value is string digits
                && int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number):
                return new SegmentAttributeValue { ValueInteger = number };
            case nameof(SegmentAttributeValue.ValueInteger) when value is sbyte or byte or short or ushort or int or uint or long or ulong:
                return Integer(name, value, faults);
            case nameof(SegmentAttributeValue.ValueMap) when value is IReadOnlyDictionary<string, object?> entries:
                return Dictionary(name, entries, faults, depth + 1);
            case nameof(SegmentAttributeValue.ValueList) when value is IEnumerable list and not (string or IDictionary):
                return List(name, list, faults, depth + 1);
            default:
                return Refuse(name, $"says {kind}, but its value is a {CellText.TypeName(value)}", faults);
        }
    }

    private static SegmentAttributeValue? List(string name, IEnumerable list, List<RowFault> faults, int depth)
    {
        var values = new List<SegmentAttributeValue>();
        foreach (object? item in list)
        {
            if (Read($"{name}[{values.Count}]", item, faults, depth + 1) is not SegmentAttributeValue read)
                return null;
            values.Add(read);
        }

        return new SegmentAttributeValue { ValueList = values };
    }

    private static SegmentAttributeValue? Refuse(string name, string problem, List<RowFault> faults)
    {
        faults.Add(new RowFault(ErrorIds.SegmentAttributeInvalid, $"The segment attribute {DisplayText.Quoted(name)} {problem}."));
        return null;
    }
}
