using System.Text.Json;

namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>Names, each with a value of one shape.</summary>
internal sealed class MapShape : Shape
{
    private readonly StringShape _name;
    private readonly Shape _value;

    public MapShape(StringShape name, Shape value)
    {
        _name = name;
        _value = value;
    }

    public override void Check(JsonElement value, string path, ValidationFaults faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add(path, "Member must be a map");
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty entry in value.EnumerateObject())
        {
            string entryPath = MemberPath.Join(path, entry.Name);
            _name.CheckText(entry.Name, entryPath, faults);
            if (!names.Add(entry.Name))
            {
                faults.Add(entryPath, "A name must not appear twice");
            }

            if (entry.Value.ValueKind == JsonValueKind.Null)
            {
                faults.Add(entryPath, "Member must not be null");
            }
            else
            {
                _value.Check(entry.Value, entryPath, faults);
            }
        }
    }
}
