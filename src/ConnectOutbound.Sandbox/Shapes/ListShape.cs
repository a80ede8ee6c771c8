using System.Text.Json;

namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>A list of values of one shape, with bounds on their count.</summary>
internal sealed class ListShape : Shape
{
    private readonly Shape _member;
    private readonly int _min;
    private readonly int _max;

    public ListShape(Shape member, int min = 0, int max = int.MaxValue)
    {
        _member = member;
        _min = min;
        _max = max;
    }

    public override void Check(JsonElement value, string path, ValidationFaults faults)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            faults.Add(path, "Member must be a list");
            return;
        }

        int count = value.GetArrayLength();
        if (count < _min || count > _max)
        {
            faults.Add(
                path,
                count < _min ? $"Member must have length greater than or equal to {_min}" : $"Member must have length less than or equal to {_max}");
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
