namespace ConnectOutbound.Sandbox.Http;

/// <summary>The header lines of a message, in their order.</summary>
internal sealed class HttpHeaders
{
    private readonly List<KeyValuePair<string, string>> _lines = new(16);

    public int Count => _lines.Count;

    public void Add(string name, string value) => _lines.Add(new(name, value));

    /// <summary>The value of a header; several lines of it are joined by commas, which means the same (RFC 9110, 5.3).</summary>
    public string? Find(string name)
    {
        string? found = null;
        foreach ((string lineName, string value) in _lines)
        {
            if (lineName.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                found = found is null ? value : $"{found},{value}";
            }
        }

        return found;
    }

    public int CountOf(string name)
    {
        int count = 0;
        foreach ((string lineName, _) in _lines)
        {
            count += lineName.Equals(name, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a header whose value is a list of tokens holds one.</summary>
    public bool HasToken(string name, string token)
    {
        string? value = Find(name);
        if (value is null)
        {
            return false;
        }

        foreach (string part in value.Split(','))
        {
            if (part.AsSpan().Trim(" \t").Equals(token, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
