using System.Text;
using System.Text.Json;

namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>A text with bounds on its length, in Unicode characters.</summary>
internal sealed class StringShape : Shape
{
    private readonly int _min;
    private readonly int _max;

    public StringShape(int min = 0, int max = int.MaxValue)
    {
        _min = min;
        _max = max;
    }

    public override void Check(JsonElement value, string path, ValidationFaults faults)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            faults.Add(path, "Member must be a string");
            return;
        }

        CheckText(value.GetString()!, path, faults);
    }

    public void CheckText(string text, string path, ValidationFaults faults)
    {
        if (text.Length < _min)
        {
            faults.Add(path, $"Member must have length greater than or equal to {_min}");
        }
        else if (text.Length > _max && LengthOf(text) > _max)
        {
            faults.Add(path, $"Member must have length less than or equal to {_max}");
        }
    }

    // A character outside the basic plane is one character of two code units.
    private static int LengthOf(string text)
    {
        int length = 0;
        foreach (Rune _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }
}
