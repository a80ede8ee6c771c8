namespace ConnectOutbound.Sandbox.Operations;

/// <summary>Reads what follows the question mark of a target.</summary>
internal static class QueryString
{
    /// <summary>The names and values in their order, decoded.</summary>
    public static IEnumerable<(string Name, string Value)> Read(string query)
    {
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = pair.Split('=', 2);
            yield return (sides[0], sides.Length == 2 ? Uri.UnescapeDataString(sides[1].Replace('+', ' ')) : "");
        }
    }

    /// <summary>The values of a parameter that may be repeated.</summary>
    public static IReadOnlyList<string> Values(string query, string name) => [.. Read(query).Where(pair => pair.Name == name).Select(pair => pair.Value)];
}
