namespace ConnectOutbound.Engine.Templates;

/// <summary>Whose attribute a variable takes (API type <c>MessageTemplateAttributeType</c>).</summary>
public enum TemplateVariableKind
{
    /// <summary>The sender's own: TemplateAttributes.CustomAttributes.</summary>
    Custom,

    /// <summary>The customer profile's: TemplateAttributes.CustomerProfileAttributes.</summary>
    CustomerProfile,

    /// <summary>The contact's. StartOutboundChatContact takes none: it is the service's to fill.</summary>
    System,

    /// <summary>The agent's. StartOutboundChatContact takes none: it is the service's to fill.</summary>
    Agent,
}
