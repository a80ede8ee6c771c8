namespace ConnectOutbound.Sandbox.Operations;

/// <summary>A path of the API, such as <c>/contacts/{InstanceId}/{ContactId}</c>.</summary>
internal sealed class PathTemplate
{
    private static readonly Dictionary<string, string> s_noValues = [];

    private readonly string _text;
    private readonly string[] _segments;
    private readonly bool _hasPlaceholders;

    public PathTemplate(string text)
    {
        _text = text;
        _segments = text.Split('/');
        _hasPlaceholders = text.Contains('{', StringComparison.Ordinal);
    }

    /// <summary>Matches a path as it was sent.</summary>
    /// <returns>The decoded values of the placeholders; null where the path is another.</returns>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        if (!_hasPlaceholders)
        {
            return path == _text ? s_noValues : null;
        }

        string[] parts = path.Split('/');
        if (parts.Length != _segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < parts.Length; i++)
        {
            if (!_segments[i].StartsWith('{'))
            {
                if (parts[i] != _segments[i])
                {
                    return null;
                }
            }
            else if (parts[i].Length == 0)
            {
                return null;
            }
            else
            {
                values[_segments[i][1..^1]] = Uri.UnescapeDataString(parts[i]);
            }
        }

        return values;
    }

    public override string ToString() => _text;
}
