using System.Text.RegularExpressions;
using ConnectOutbound.Sandbox.Shapes;

namespace ConnectOutbound.Sandbox.Operations.MessageTemplates;

/// <summary>The ids and ARNs in paths, by the patterns of the service's model.</summary>
internal static partial class TemplateIds
{
    private const string Uuid = "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}";
    private const string Arn = $"arn:[a-z-]*?:wisdom:[a-z0-9-]*?:[0-9]{{12}}:[a-z-]*?/{Uuid}(?:/{Uuid}){{0,2}}";
    private const string Qualifier = "(:[A-Z0-9_$]+){0,1}";

    public static void CheckPlain(string member, string value, ValidationFaults faults)
    {
        if (!Plain().IsMatch(value))
        {
            faults.Add(member, value, "Member must satisfy regular expression pattern: a UUID in small letters, or an ARN of wisdom");
        }
    }

    public static void CheckQualified(string member, string value, ValidationFaults faults)
    {
        if (!Qualified().IsMatch(value))
        {
            faults.Add(
                member,
                value,
                "Member must satisfy regular expression pattern: a UUID in small letters, or an ARN of wisdom, each with an optional :qualifier");
        }
    }

    /// <summary>The last id in an ARN, or the id itself.</summary>
    public static string LastOf(string idOrArn) => idOrArn[(idOrArn.LastIndexOf('/') + 1)..];

    /// <summary>The id and the qualifier, which is $LATEST where none is given.</summary>
    public static (string Id, string Qualifier) Split(string idOrArn)
    {
        string[] parts = LastOf(idOrArn).Split(':', 2);
        return (parts[0], parts.Length == 2 ? parts[1] : "$LATEST");
    }

    [GeneratedRegex($"^(?:{Uuid}|{Arn})$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex($"^(?:{Uuid}|{Arn}){Qualifier}$", RegexOptions.CultureInvariant)]
    private static partial Regex Qualified();
}
