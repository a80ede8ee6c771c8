using System.Text.Json;

namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>A list of values of one shape.</summary>
internal sealed class ListShape : Shape
{
    private readonly Shape _member;

    public ListShape(Shape member) => _member = member;

    public override void Check(JsonElement value, string path, ValidationFaults faults)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            faults.Add(path, "Member must be a list");
            return;
        }

        int index = 0;
        foreach (JsonElement element in value.EnumerateArray())
        {
            string elementPath = $"{path}[{index++}]";
            if (element.ValueKind == JsonValueKind.Null)
            {
                faults.Add(elementPath, "Member must not be null");
            }
            else
            {
                _member.Check(element, elementPath, faults);
            }
        }
    }
}
