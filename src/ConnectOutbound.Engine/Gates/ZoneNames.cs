namespace ConnectOutbound.Engine.Gates;

/// <summary>The ids of a machine's time zones, to find the one that was probably meant.</summary>
internal sealed class ZoneNames
{
    private const int MaxLength = 64;
    private const int MaxDistance = 3;

    private readonly (string Id, string Whole, string Place)[] _names;

    /// <summary>Creates the set.</summary>
    /// <param name="ids">The ids.</param>
    public ZoneNames(IEnumerable<string> ids) => _names = [.. ids.Select(id => (id, Simplified(id), Simplified(id[(id.LastIndexOf('/') + 1)..])))];

    /// <summary>Whether there is no zone but UTC.</summary>
    public bool IsEmpty => Array.TrueForAll(_names, name => name.Id.Equals("UTC", StringComparison.OrdinalIgnoreCase));

    /// <summary>The ids nearest to a text, by the whole of them or by their place alone (London, New York).</summary>
    /// <param name="written">The text.</param>
    /// <returns>Those that are equally near; empty where none is near.</returns>
    public IReadOnlyList<string> Nearest(string written)
    {
        string text = Simplified(written);
        if (text.Length > MaxLength)
            return [];
        int least = Math.Min(MaxDistance, text.Length / 4);
        var nearest = new List<string>();
        foreach ((string id, string whole, string place) in _names)
        {
            int distance = Math.Min(Distance(text, whole), Distance(text, place));
            if (distance > least)
                continue;
            if (distance < least)
                nearest.Clear();
            least = distance;
            nearest.Add(id);
        }

        nearest.Sort(StringComparer.Ordinal);
        return nearest;
    }

    private static string Simplified(string id) => string.Concat(id.Where(c => c is not (' ' or '_' or '-'))).ToLowerInvariant();

    // Damerau and Levenshtein's: characters put in, left out, exchanged, or swapped with the next.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MaxDistance)
            return int.MaxValue;
        int width = b.Length + 1;
        Span<int> cost = stackalloc int[(MaxLength + 1) * (MaxLength + MaxDistance + 1)];
        for (int i = 0; i <= a.Length; i++)
            cost[i * width] = i;
        for (int j = 0; j <= b.Length; j++)
            cost[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int at = (i * width) + j;
                int exchanged = cost[at - width - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int least = Math.Min(exchanged, Math.Min(cost[at - width], cost[at - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    least = Math.Min(least, cost[at - (2 * width) - 2] + 1);
                cost[at] = least;
            }
        }

        return cost[(a.Length * width) + b.Length];
    }
}
