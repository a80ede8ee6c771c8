namespace ConnectOutbound.Engine.Templates;

/// <summary>A variable of a message template.</summary>
/// <param name="Kind">Whose attribute it takes.</param>
/// <param name="Name">
/// The attribute's name: <c>OrderId</c> for <c>{{Attributes.Custom.OrderId}}</c>, <c>FirstName</c> for <c>{{Attributes.Customer.FirstName}}</c>,
/// <c>Attributes.Tier</c> for <c>{{Attributes.Customer.Attributes.Tier}}</c>.
/// </param>
/// <param name="Path">What stands in the braces.</param>
/// <param name="Default">The template's own value for it; null where it has none.</param>
/// <param name="IsConditional">Whether it stands only in blocks or is only given to helpers, so that a text may do without it.</param>
public sealed record TemplateVariable(TemplateVariableKind Kind, string Name, string Path, string? Default = null, bool IsConditional = false)
{
    /// <summary>Whether a message must bring a value, or its text would show the braces.</summary>
    public bool IsRequired => (Kind is TemplateVariableKind.Custom or TemplateVariableKind.CustomerProfile) && Default is null && !IsConditional;

    /// <summary>The column that gives the value, such as <c>Template.OrderId</c> or <c>Profile.FirstName</c>; null for what the service fills.</summary>
    public string? Column => Kind switch
    {
        TemplateVariableKind.Custom => $"Template.{Name}",
        TemplateVariableKind.CustomerProfile => $"Profile.{Name}",
        _ => null,
    };
}
