using System.Globalization;
using System.Text.Json;

namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>A whole number of 32 bits within bounds.</summary>
internal sealed class IntegerShape : Shape
{
    private readonly int _min;
    private readonly int _max;

    public IntegerShape(int min = int.MinValue, int max = int.MaxValue)
    {
        _min = min;
        _max = max;
    }

    public override void Check(JsonElement value, string path, ValidationFaults faults)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out int number))
        {
            faults.Add(path, "Member must be a whole number of 32 bits");
        }
        else if (number < _min)
        {
            faults.Add(path, number.ToString(CultureInfo.InvariantCulture), $"Member must have value greater than or equal to {_min}");
        }
        else if (number > _max)
        {
            faults.Add(path, number.ToString(CultureInfo.InvariantCulture), $"Member must have value less than or equal to {_max}");
        }
    }
}
