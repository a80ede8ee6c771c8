using System.Globalization;
using System.Text;

namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>The faults of a request, gathered and told in one message.</summary>
internal sealed class ValidationFaults
{
    private const int MostTold = 20;
    private const int LongestValue = 80;

    private readonly List<string> _told = [];

    public int Count { get; private set; }

    /// <summary>Adds a fault of a member.</summary>
    public void Add(string path, string constraint) => Tell($"Value at '{path}' failed to satisfy constraint: {constraint}");

    /// <summary>Adds a fault of a member, and shows its value.</summary>
    public void Add(string path, string value, string constraint) =>
        Tell($"Value '{ShortText.Shorten(value, LongestValue)}' at '{path}' failed to satisfy constraint: {constraint}");

    public string Message()
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{Count} validation error{(Count == 1 ? "" : "s")} detected: ")
            .AppendJoin("; ", _told);
        if (Count > _told.Count)
        {
            text.Append(CultureInfo.InvariantCulture, $"; and {Count - _told.Count} more");
        }

        return text.ToString();
    }

    private void Tell(string fault)
    {
        Count++;
        if (_told.Count < MostTold)
        {
            _told.Add(fault);
        }
    }
}
