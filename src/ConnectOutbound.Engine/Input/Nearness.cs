namespace ConnectOutbound.Engine.Input;

/// <summary>How near two words are to each other, to find the one that was probably meant.</summary>
internal static class Nearness
{
    /// <summary>Longer words are not compared.</summary>
    public const int MaxLength = 64;

    /// <summary>What is further apart than this counts as different.</summary>
    public const int MaxDistance = 3;

    /// <summary>The names that are nearest to a word.</summary>
    /// <param name="word">The word, simplified as the names are.</param>
    /// <param name="most">How far apart they may be, at most <see cref="MaxDistance"/>.</param>
    /// <param name="names">Each name with the ways to write it, simplified.</param>
    /// <returns>Those that are equally near, in their order; empty where none is near.</returns>
    public static List<string> Nearest(string word, int most, IEnumerable<(string Name, string[] Ways)> names)
    {
        var nearest = new List<string>();
        if (word.Length > MaxLength)
            return nearest;
        int least = Math.Min(MaxDistance, most);
        foreach ((string name, string[] ways) in names)
        {
            int distance = ways.Min(way => Distance(word, way));
            if (distance > least)
                continue;
            if (distance < least)
                nearest.Clear();
            least = distance;
            nearest.Add(name);
        }

        return nearest;
    }

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
