using System.Text.RegularExpressions;

namespace ConnectOutbound.Engine.Service;

/// <summary>Says in a sentence why the SDK's chain found no credentials. It says so in a list, whose first two items are that variables are not set.</summary>
internal static partial class ChainErrors
{
    /// <summary>Says it.</summary>
    /// <param name="error">What the chain threw.</param>
    /// <returns>The clauses of the places that were looked at in vain; the whole text where it is no such list.</returns>
    public static string Describe(Exception error)
    {
        string text = error.InnerException?.Message ?? error.Message;
        string[] found = [.. Item().Matches(error.Message).Select(item => item.Groups["clause"].Value.Trim().TrimEnd('.')).Where(clause => !IsNotSet(clause))];
        return found.Length == 0 ? text : string.Join("; ", found);
    }

    private static bool IsNotSet(string clause) =>
        clause.StartsWith("The environment variables AWS_ACCESS_KEY_ID/", StringComparison.Ordinal)
            || clause.Contains("webIdentityTokenFile must be", StringComparison.Ordinal);

    [GeneratedRegex(@"^Exception \d+ of \d+: (?<clause>.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
