namespace ConnectOutbound.Engine.Input;

/// <summary>How column names are compared: case, blanks, <c>_</c> and <c>-</c> do not count.</summary>
public static class ColumnName
{
    /// <summary>The largest <see cref="Distance"/>.</summary>
    internal const int MaxDistance = 2;

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

    /// <summary>How well the name of a column matches a name that was asked for; both have the same normalized form.</summary>
    /// <param name="column">The column's name as the file has it.</param>
    /// <param name="asked">The name that was asked for.</param>
    /// <returns>0 for the same name, 1 for one that differs only in case, 2 for one that differs in blanks, <c>_</c> or <c>-</c>, too.</returns>
    internal static int Distance(string column, string asked) =>
        string.Equals(column, asked, StringComparison.Ordinal) ? 0 : string.Equals(column, asked, StringComparison.OrdinalIgnoreCase) ? 1 : MaxDistance;

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
