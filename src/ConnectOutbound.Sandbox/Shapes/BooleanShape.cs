using System.Text.Json;

namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>True or false.</summary>
internal sealed class BooleanShape : Shape
{
    public override void Check(JsonElement value, string path, ValidationFaults faults)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            faults.Add(path, "Member must be true or false");
        }
    }
}
