using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Validation;

/// <summary>The ids of a machine's time zones, to find the one that was probably meant.</summary>
internal sealed class ZoneNames
{
    private readonly (string Id, string[] WholeAndPlace)[] _names;

    /// <summary>Creates the set.</summary>
    /// <param name="ids">The ids.</param>
    public ZoneNames(IEnumerable<string> ids) => _names = [.. ids.Select(id => (id, new[] { Simplified(id), Simplified(id[(id.LastIndexOf('/') + 1)..]) }))];

    /// <summary>Whether there is no zone but UTC.</summary>
    public bool IsEmpty => Array.TrueForAll(_names, name => name.Id.Equals("UTC", StringComparison.OrdinalIgnoreCase));

    /// <summary>The ids nearest to a text, by the whole of them or by their place alone (London, New York).</summary>
    /// <param name="written">The text.</param>
    /// <returns>Those that are equally near; empty where none is near.</returns>
    public IReadOnlyList<string> Nearest(string written)
    {
        string text = Simplified(written);
        List<string> nearest = Nearness.Nearest(text, text.Length / 4, _names);
        nearest.Sort(StringComparer.Ordinal);
        return nearest;
    }

    private static string Simplified(string id) => string.Concat(id.Where(c => c is not (' ' or '_' or '-'))).ToLowerInvariant();
}
