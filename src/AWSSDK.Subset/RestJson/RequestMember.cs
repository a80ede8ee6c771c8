using System.Globalization;
using Amazon.Runtime;

namespace Amazon.RestJson;

/// <summary>A member of a request that travels in the URI instead of the body.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Get">Reads the member from a request; comes from the generated type description, so it uses no reflection.</param>
internal sealed record RequestMember(string Name, Func<object, object?> Get)
{
    /// <summary>Writes a single value as text; null stays null.</summary>
    internal static string? Format(object? value) => value switch
    {
        null => null,
        string text => text,
        ConstantClass constant => constant.Value,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new AmazonClientException($"A {value.GetType().Name} cannot be written into a URI."),
    };
}
