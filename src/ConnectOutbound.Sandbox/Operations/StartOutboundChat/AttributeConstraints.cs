using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectOutbound.Sandbox.Shapes;

namespace ConnectOutbound.Sandbox.Operations.StartOutboundChat;

/// <summary>The contact attributes and the segment attributes.</summary>
internal static partial class AttributeConstraints
{
    /// <summary>What the attributes of a contact may take, names and values together, in UTF-8.</summary>
    private const int MostAttributeBytes = 32768;

    private const string SystemPrefix = "connect:";
    private const string NameConstraint = "A name must consist of ASCII letters, digits, - and _";

    private static readonly string[] s_valueKinds = ["ValueString", "ValueMap", "ValueInteger", "ValueList", "ValueArn"];

    public static void Check(JsonElement body, ValidationFaults faults)
    {
        if (Json.Object(body, "Attributes") is { } attributes)
        {
            CheckAttributes(attributes, faults);
        }

        if (Json.Object(body, "SegmentAttributes") is { } segment)
        {
            foreach (JsonProperty attribute in segment.EnumerateObject())
            {
                bool isSystem = attribute.Name.StartsWith(SystemPrefix, StringComparison.Ordinal);
                string path = MemberPath.Join("SegmentAttributes", attribute.Name);
                CheckName(isSystem ? attribute.Name[SystemPrefix.Length..] : attribute.Name, path, faults);
                CheckValue(attribute.Value, path, isSystem, faults);
            }

            CheckSubtype(segment, faults);
        }
    }

    /// <summary>The contact attributes: the names, and the size.</summary>
    private static void CheckAttributes(JsonElement attributes, ValidationFaults faults)
    {
        long bytes = 0;
        foreach (JsonProperty attribute in attributes.EnumerateObject())
        {
            CheckName(attribute.Name, MemberPath.Join("Attributes", attribute.Name), faults);
            bytes += Encoding.UTF8.GetByteCount(attribute.Name);
            bytes += attribute.Value.ValueKind == JsonValueKind.String ? Encoding.UTF8.GetByteCount(attribute.Value.GetString()!) : 0;
        }

        if (bytes > MostAttributeBytes)
        {
            faults.Add("Attributes", $"All names and values together must take at most {MostAttributeBytes} bytes of UTF-8; they take {bytes}");
        }
    }

    private static void CheckSubtype(JsonElement segment, ValidationFaults faults)
    {
        string? subtype = Json.Text(segment, "connect:Subtype", "ValueString");
        if (subtype is null)
        {
            faults.Add("SegmentAttributes.connect:Subtype.ValueString", "Member must not be null: it names the channel, connect:SMS or connect:WhatsApp");
        }
        else if (subtype is not ("connect:SMS" or "connect:WhatsApp"))
        {
            faults.Add("SegmentAttributes.connect:Subtype.ValueString", subtype, "Member must be connect:SMS or connect:WhatsApp");
        }
    }

    private static void CheckValue(JsonElement value, string path, bool isSystem, ValidationFaults faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        int kinds = s_valueKinds.Count(kind => value.TryGetProperty(kind, out JsonElement found) && found.ValueKind != JsonValueKind.Null);
        if (kinds != 1)
        {
            faults.Add(path, $"Exactly one of {string.Join(", ", s_valueKinds)} must be given");
        }

        if (Json.Text(value, "ValueArn") is { } arn && !arn.StartsWith("arn:", StringComparison.Ordinal))
        {
            faults.Add($"{path}.ValueArn", arn, "Member must be an ARN");
        }

        if (!isSystem)
        {
            RefuseSystemKind(value, "ValueList", path, faults);
            RefuseSystemKind(value, "ValueArn", path, faults);
        }

        CheckInnerValues(value, path, isSystem, faults);
    }

    private static void CheckInnerValues(JsonElement value, string path, bool isSystem, ValidationFaults faults)
    {
        if (Json.Object(value, "ValueMap") is { } map)
        {
            foreach (JsonProperty entry in map.EnumerateObject())
            {
                string entryPath = MemberPath.Join($"{path}.ValueMap", entry.Name);
                CheckName(entry.Name, entryPath, faults);
                CheckValue(entry.Value, entryPath, isSystem, faults);
            }
        }

        if (Json.List(value, "ValueList") is { } list)
        {
            int index = 0;
            foreach (JsonElement element in list.EnumerateArray())
            {
                CheckValue(element, $"{path}.ValueList[{index++}]", isSystem, faults);
            }
        }
    }

    // The API reference allows lists and ARNs for the attributes that the system defines only.
    private static void RefuseSystemKind(JsonElement value, string kind, string path, ValidationFaults faults)
    {
        if (value.TryGetProperty(kind, out JsonElement found) && found.ValueKind != JsonValueKind.Null)
        {
            faults.Add($"{path}.{kind}", $"{kind} is for system-defined attributes only, whose names start with {SystemPrefix}");
        }
    }

    private static void CheckName(string name, string path, ValidationFaults faults)
    {
        // The model's shape tells of an empty name.
        if (name.Length > 0 && !Name().IsMatch(name))
        {
            faults.Add(path, NameConstraint);
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
