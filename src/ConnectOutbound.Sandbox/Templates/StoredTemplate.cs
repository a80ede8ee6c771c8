using System.Text;

namespace ConnectOutbound.Sandbox.Templates;

/// <summary>A message template with what its answers hold.</summary>
internal sealed record StoredTemplate
{
    public required SandboxTemplate Public { get; init; }

    public required TemplateValues Defaults { get; init; }

    public string ChannelSubtype => Public.Channel == OutboundChannel.SMS ? "SMS" : "WHATSAPP";

    /// <summary>The kinds of attributes in it, in the order of their first appearance.</summary>
    public IEnumerable<string> AttributeTypes => Variables(Public.Content).Select(variable => variable.Kind).Distinct();

    public string ContentSha256 => Signing.CanonicalRequest.HexHash(Encoding.UTF8.GetBytes(Public.Content));

    /// <summary>The name that WhatsApp would have it under: small letters, digits and underscores.</summary>
    public string WhatsAppName => string.Concat(Public.Name.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));

    public string? StatusReason => Public.Status switch
    {
        "REJECTED" => "WhatsApp rejected the template.",
        "INVALID" => "The template at WhatsApp has changed or is gone.",
        _ => null,
    };

    /// <summary>Fills values in; a value goes before a default.</summary>
    /// <returns>The text, and the paths of the variables that have neither, each once.</returns>
    public (string Text, IReadOnlyList<string> NotInterpolated) Render(TemplateValues values)
    {
        var missing = new List<string>();
        string text = SandboxTemplateVariable.Pattern().Replace(Public.Content, match =>
        {
            string path = match.Groups["path"].Value;
            if (SandboxTemplateVariable.Parse(path) is not { } variable)
            {
                return match.Value;
            }

            if ((values.Find(variable) ?? Defaults.Find(variable)) is { } value)
            {
                return value;
            }

            if (!missing.Contains(path))
            {
                missing.Add(path);
            }

            return match.Value;
        });
        return (text, missing);
    }

    private static IEnumerable<SandboxTemplateVariable> Variables(string content) =>
        SandboxTemplateVariable.Pattern().Matches(content)
            .Select(match => SandboxTemplateVariable.Parse(match.Groups["path"].Value))
            .OfType<SandboxTemplateVariable>();
}
