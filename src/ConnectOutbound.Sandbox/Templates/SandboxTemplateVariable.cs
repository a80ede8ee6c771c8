using System.Text.RegularExpressions;

namespace ConnectOutbound.Sandbox.Templates;

/// <summary>A variable in a message template's text.</summary>
/// <remarks>
/// <para>The Amazon Connect Administrator Guide ("Add personalized content to message templates",
/// https://docs.aws.amazon.com/connect/latest/adminguide/personalize-templates.html) shows <c>{{Attributes.Customer.FirstName}}</c> and
/// <c>{{Attributes.Agent.FirstName}}</c>, and names the system attributes CustomerEndpointAddress, SystemEmailAddress and Name; "Amazon Pinpoint end
/// of support" (https://docs.aws.amazon.com/pinpoint/latest/userguide/migrate.html) says that templates are filled with Handlebars, and shows
/// <c>{{Attributes.Customer.Attributes.PurchaseHistory}}</c> for an attribute of the profile's own. Handlebars allows blanks inside the braces and, for
/// names with special characters, brackets: <c>{{Attributes.Custom.[order id]}}</c>.</para>
/// <para>Not documented are the words System and Custom, the case of keys, and what attributesNotInterpolated holds. The sandbox takes
/// <c>Attributes.System.NAME</c>; <c>Attributes.Custom.NAME</c>, <c>Attributes.NAME</c> (so for quick responses) and <c>NAME</c> for custom
/// attributes; and answers the variable's whole path.</para>
/// </remarks>
/// <param name="Path">What stands in the braces, blanks around it left out.</param>
/// <param name="Kind">Whose attribute it is: a value of the API type MessageTemplateAttributeType.</param>
/// <param name="Name">The attribute's name.</param>
internal sealed partial record SandboxTemplateVariable(string Path, string Kind, string Name)
{
    public const string System = "SYSTEM";
    public const string Agent = "AGENT";
    public const string Profile = "CUSTOMER_PROFILE";
    public const string Custom = "CUSTOM";

    /// <summary>Stands before the name of an attribute of the profile's own.</summary>
    public const string OwnPrefix = "Attributes.";

    /// <summary>Finds variables: the group <c>path</c>, between two or three braces.</summary>
    [GeneratedRegex(@"\{\{\{\s*(?<path>[^{}]*?)\s*\}\}\}|\{\{\s*(?<path>[^{}]*?)\s*\}\}", RegexOptions.CultureInvariant)]
    public static partial Regex Pattern();

    /// <summary>Reads a path.</summary>
    /// <param name="path">The path, such as <c>Attributes.Customer.FirstName</c>.</param>
    /// <returns>The variable; null for a parameter of WhatsApp's own, such as <c>{{1}}</c>.</returns>
    public static SandboxTemplateVariable? Parse(string path)
    {
        string[] parts =
            [.. Segment().Matches(path).Select(match => match.Groups["plain"].Success ? match.Groups["plain"].Value : match.Groups["bracketed"].Value)];
        return parts switch
        {
            [] => null,
            [var number] when number.All(char.IsAsciiDigit) => null,
            ["Attributes", "Customer", .. { Length: > 0 } name] => new(path, Profile, string.Join('.', name)),
            ["Attributes", "Agent", .. { Length: > 0 } name] => new(path, Agent, string.Join('.', name)),
            ["Attributes", "System", .. { Length: > 0 } name] => new(path, System, string.Join('.', name)),
            ["Attributes", "Custom", .. { Length: > 0 } name] => new(path, Custom, string.Join('.', name)),
            ["Attributes", .. { Length: > 0 } name] => new(path, Custom, string.Join('.', name)),
            _ => new(path, Custom, string.Join('.', parts)),
        };
    }

    /// <summary>Whether a path is more than a path: a block, a comment, a helper with its arguments.</summary>
    public static bool IsLogic(string path) => path.Length == 0 || !WholePath().IsMatch(path);

    [GeneratedRegex(@"(?:\[(?<bracketed>[^\]]+)\]|(?<plain>[^.\[\]]+))(?:\.|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Segment();

    [GeneratedRegex(
        @"^(?!else$|this$|\.)(?:\[[^\]]+\]|[^\s.\[\]#/^!>&~""'()=|]+)(?:\.(?:\[[^\]]+\]|[^\s.\[\]#/^!>&~""'()=|]+))*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex WholePath();
}
