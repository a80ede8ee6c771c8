namespace ConnectOutbound.Engine.Validation;

/// <summary>An Amazon Resource Name, in its parts: <c>arn:partition:service:region:account:resource</c>.</summary>
/// <remarks>Its parts are read where they stand: every row has one, and nobody keeps them.</remarks>
internal readonly ref struct ConnectArn
{
    /// <summary>Such as <c>aws</c>.</summary>
    public ReadOnlySpan<char> Partition { get; private init; }

    /// <summary>Such as <c>connect</c>.</summary>
    public ReadOnlySpan<char> Service { get; private init; }

    /// <summary>The twelve digits of the account.</summary>
    public ReadOnlySpan<char> Account { get; private init; }

    /// <summary>Such as <c>instance/ID/contact-flow/ID</c>.</summary>
    public ReadOnlySpan<char> Resource { get; private init; }

    /// <summary>Splits an ARN.</summary>
    /// <param name="text">The text.</param>
    /// <param name="arn">Its parts.</param>
    /// <returns>False for text that is none.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out ConnectArn arn)
    {
        Span<Range> parts = stackalloc Range[6];
        bool whole = text.Split(parts, ':') == 6
            && text[parts[0]] is "arn"
            && text[parts[1]].StartsWith("aws", StringComparison.Ordinal)
            && !text[parts[2]].IsEmpty
            && !text[parts[5]].IsEmpty;
        arn = whole ? new ConnectArn { Partition = text[parts[1]], Service = text[parts[2]], Account = text[parts[4]], Resource = text[parts[5]] } : default;
        return whole;
    }

    /// <summary>The id behind a kind of resource: of <c>instance/a/contact-flow/b</c>, <c>b</c> for <c>contact-flow</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The id; empty where the ARN names no such resource.</returns>
    public ReadOnlySpan<char> IdOf(string kind)
    {
        ReadOnlySpan<char> rest = Resource;
        while (!rest.IsEmpty)
        {
            ReadOnlySpan<char> name = Next(ref rest), id = Next(ref rest);
            if (name.SequenceEqual(kind) && !id.IsEmpty)
                return id;
        }

        return default;
    }

    private static ReadOnlySpan<char> Next(scoped ref ReadOnlySpan<char> rest)
    {
        int slash = rest.IndexOf('/');
        ReadOnlySpan<char> part = slash < 0 ? rest : rest[..slash];
        rest = slash < 0 ? default : rest[(slash + 1)..];
        return part;
    }
}
