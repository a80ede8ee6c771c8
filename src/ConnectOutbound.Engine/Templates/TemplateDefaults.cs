using Amazon.QConnect.Model;

namespace ConnectOutbound.Engine.Templates;

/// <summary>The values that a template has for its own variables.</summary>
/// <param name="defaults">What the service answers; null for none.</param>
internal sealed class TemplateDefaults(MessageTemplateAttributes? defaults)
{
    private const string OwnPrefix = "Attributes.";

    /// <summary>Finds a variable's default.</summary>
    /// <param name="variable">The variable.</param>
    /// <returns>The value, or null.</returns>
    public string? Find(TemplateVariable variable) => variable.Kind switch
    {
        TemplateVariableKind.Custom => defaults?.CustomAttributes?.GetValueOrDefault(variable.Name),
        TemplateVariableKind.CustomerProfile => OfProfile(variable.Name),
        TemplateVariableKind.Agent => variable.Name switch
        {
            "FirstName" => defaults?.AgentAttributes?.FirstName,
            "LastName" => defaults?.AgentAttributes?.LastName,
            _ => null,
        },
        _ => variable.Name switch
        {
            "Name" => defaults?.SystemAttributes?.Name,
            "CustomerEndpointAddress" or "CustomerEndpoint.Address" => defaults?.SystemAttributes?.CustomerEndpoint?.Address,
            "SystemEmailAddress" or "SystemEndpoint.Address" => defaults?.SystemAttributes?.SystemEndpoint?.Address,
            _ => null,
        },
    };

    private string? OfProfile(string name)
    {
        if (defaults?.CustomerProfileAttributes is not CustomerProfileAttributes profile)
            return null;
        return name.StartsWith(OwnPrefix, StringComparison.Ordinal)
            ? profile.Custom?.GetValueOrDefault(name[OwnPrefix.Length..])
            : ProfileMembers.Find(profile, name);
    }
}
