namespace ConnectOutbound.Engine.Input;

/// <summary>How column names are compared: case, blanks, <c>_</c> and <c>-</c> do not count.</summary>
public static class ColumnName
{
    /// <summary>The form in which names are compared: <c>Phone Number</c> and <c>phone_number</c> both become <c>phonenumber</c>.</summary>
    /// <param name="name">A name as the file has it.</param>
    /// <returns>The comparable form; empty for a name of blanks.</returns>
    public static string Normalize(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Create(CountKept(name), name, static (kept, source) =>
        {
            int next = 0;
            foreach (char c in source)
            {
                if (IsKept(c))
                    kept[next++] = char.ToLowerInvariant(c);
            }
        });
    }

    /// <summary>Splits <c>Attribute.OrderId</c> at its first dot.</summary>
    /// <param name="name">A name as the file has it.</param>
    /// <param name="prefix">The normalized part before the dot.</param>
    /// <param name="key">The part behind it, trimmed, its case kept.</param>
    /// <returns>False where there is no dot with something on both sides.</returns>
    public static bool TrySplitPrefix(string name, out string prefix, out string key)
    {
        ArgumentNullException.ThrowIfNull(name);
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        prefix = dot > 0 ? Normalize(name[..dot]) : "";
        key = dot > 0 ? name[(dot + 1)..].Trim() : "";
        return prefix.Length > 0 && key.Length > 0;
    }

    private static int CountKept(string name)
    {
        int count = 0;
        foreach (char c in name)
        {
            if (IsKept(c))
                count++;
        }

        return count;
    }

    private static bool IsKept(char c) => c is not ('_' or '-' or '\uFEFF') && !char.IsWhiteSpace(c);
}
