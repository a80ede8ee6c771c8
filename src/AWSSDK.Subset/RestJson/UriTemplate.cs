using System.Collections.Immutable;

namespace Amazon.RestJson;

/// <summary>
/// The URI of an operation as the service model writes it, with the query members behind it:
/// <c>/instance/{InstanceId}/things?nextToken={NextToken}&amp;kind=all</c>.
/// </summary>
internal sealed class UriTemplate
{
    private UriTemplate(string path, ImmutableArray<string> pathMembers, ImmutableArray<QueryPart> query)
    {
        Path = path;
        PathMembers = pathMembers;
        Query = query;
    }

    /// <summary>The path, member names in braces.</summary>
    internal string Path { get; }

    /// <summary>The names of the members in the path.</summary>
    internal ImmutableArray<string> PathMembers { get; }

    /// <summary>The query's parts, in order.</summary>
    internal ImmutableArray<QueryPart> Query { get; }

    internal static UriTemplate Parse(string uri)
    {
        int mark = uri.IndexOf('?', StringComparison.Ordinal);
        string path = mark < 0 ? uri : uri[..mark];
        string query = mark < 0 ? string.Empty : uri[(mark + 1)..];
        return new UriTemplate(
            path,
            [.. path.Split('/').Select(MemberName).OfType<string>()],
            [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(ParseQueryPart)]);
    }

    private static QueryPart ParseQueryPart(string part)
    {
        string[] sides = part.Split('=', 2);
        string value = sides.Length == 2 ? sides[1] : string.Empty;
        string? member = MemberName(value);
        return new QueryPart(sides[0], member, member is null ? value : null);
    }

    private static string? MemberName(string text) => text is ['{', .. var name, '}'] ? name : null;

    /// <summary>One part of the query: a member's value or a constant.</summary>
    internal sealed record QueryPart(string WireName, string? Member, string? Constant);
}
