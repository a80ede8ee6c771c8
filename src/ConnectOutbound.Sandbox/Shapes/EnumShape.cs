using System.Text.Json;

namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>One of several texts.</summary>
internal sealed class EnumShape : Shape
{
    private readonly string[] _values;

    public EnumShape(params string[] values) => _values = values;

    public override void Check(JsonElement value, string path, ValidationFaults faults)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            faults.Add(path, "Member must be a string");
        }
        else if (!_values.Contains(value.GetString()))
        {
            faults.Add(path, value.GetString()!, $"Member must satisfy enum value set: [{string.Join(", ", _values)}]");
        }
    }
}
