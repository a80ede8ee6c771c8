namespace ConnectOutbound.Engine.Errors;

/// <summary>The words of an operation of the service: what errors say about it, and what to do.</summary>
internal sealed record ServiceOperation
{
    private const string ConnectEndpoint = "Check -EndpointUrl (and AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_CONNECT): it must be an endpoint of Amazon Connect.";

    private const string TemplateIdForm =
        "An id is written like 9f8e7d6c-1234-4321-8765-0123456789ab, in small letters; a template's may have :VERSION, :$LATEST or :$ACTIVE_VERSION behind it.";

    /// <summary>StartOutboundChatContact.</summary>
    public static readonly ServiceOperation StartOutboundChatContact = new()
    {
        Name = nameof(StartOutboundChatContact),
        Does = "start outbound chat contacts",
        Permissions = "connect:StartOutboundChatContact on the instance, its flow, its contacts and the phone number "
            + "(templates also need wisdom:GetMessageTemplate and wisdom:RenderMessageTemplate)",
        MissingId = ErrorIds.ResourceNotFound,
        MissingRemedy = "Check -InstanceId, -ContactFlowId and -Source, and that they belong to the Region in use (-Region).",
        MissingScope = ErrorScope.Run,
        RefusedId = ErrorIds.ContactFailed,
        RefusedRemedy = "Correct what the service names and send the row again.",
        UnavailableId = ErrorIds.ContactUnknown,
        UnavailableScope = ErrorScope.One,
        Rate = "quota L-408DD6C6, 2 requests a second by default",
        AfterSignIn = "; then send the rows that came out as NotSent",
    };

    /// <summary>DescribeContact.</summary>
    public static readonly ServiceOperation DescribeContact = new()
    {
        Name = nameof(DescribeContact),
        Does = "read contacts",
        Permissions = "connect:DescribeContact on the instance and its contacts",
        MissingId = ErrorIds.ContactNotFound,
        MissingRemedy = "Check the contact's id, the instance (-InstanceId) and the Region (-Region).",
        RefusedId = ErrorIds.ContactRequestInvalid,
        RefusedRemedy = "Check the contact's id, the instance and the Region (-Region).",
        UnavailableId = ErrorIds.ContactUnavailable,
        UnavailableScope = ErrorScope.One,
        Rate = "10 requests a second by default",
    };

    /// <summary>StopContact.</summary>
    public static readonly ServiceOperation StopContact = DescribeContact with
    {
        Name = nameof(StopContact),
        Does = "end contacts",
        Permissions = "connect:StopContact on the instance and its contacts",
    };

    /// <summary>ListInstances.</summary>
    public static readonly ServiceOperation ListInstances = new()
    {
        Name = nameof(ListInstances),
        Does = "list instances",
        Permissions = "connect:ListInstances and ds:DescribeDirectories",
        MissingId = ErrorIds.InstanceNotFound,
        MissingRemedy = InstanceRemedy,
        RefusedId = ErrorIds.InstanceNotFound,
        RefusedRemedy = InstanceRemedy,
        UnavailableId = ErrorIds.ResourcesUnavailable,
        Rate = "2 requests a second by default",
    };

    /// <summary>ListPhoneNumbersV2.</summary>
    public static readonly ServiceOperation ListPhoneNumbersV2 = ListInstances with
    {
        Name = nameof(ListPhoneNumbersV2),
        Does = "list phone numbers",
        Permissions = "connect:ListPhoneNumbersV2",
    };

    /// <summary>ListContactFlows.</summary>
    public static readonly ServiceOperation ListContactFlows = ListInstances with
    {
        Name = nameof(ListContactFlows),
        Does = "list flows",
        Permissions = "connect:ListContactFlows",
    };

    /// <summary>The operations that read one template: GetMessageTemplate, RenderMessageTemplate.</summary>
    public static readonly ServiceOperation ReadTemplate = new()
    {
        Name = "message templates",
        Does = "read message templates",
        Permissions = "wisdom:ListKnowledgeBases, wisdom:ListMessageTemplates, wisdom:SearchMessageTemplates, "
            + "wisdom:GetMessageTemplate and wisdom:RenderMessageTemplate",
        Endpoint = "Check -EndpointUrl (and AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_QCONNECT): "
            + "it must be an endpoint of Amazon Q in Connect, such as https://wisdom.us-east-1.amazonaws.com.",
        MissingId = ErrorIds.TemplateNotFound,
        MissingRemedy = "Check -KnowledgeBaseId, -MessageTemplateId with its version, and the Region (-Region); "
            + "Run Get-ConnectOutboundTemplate to list all templates.",
        RefusedId = ErrorIds.TemplateRequestInvalid,
        RefusedRemedy = TemplateIdForm,
        UnavailableId = ErrorIds.TemplatesUnavailable,
        Rate = "10 requests a second by default",
    };

    /// <summary>The operations that list templates: ListKnowledgeBases, ListMessageTemplates, SearchMessageTemplates.</summary>
    public static readonly ServiceOperation ListTemplates = ReadTemplate with
    {
        MissingId = ErrorIds.KnowledgeBaseNotFound,
        MissingRemedy = "Check -KnowledgeBaseId and the Region (-Region); without -KnowledgeBaseId all knowledge bases of message templates are searched.",
    };

    private const string InstanceRemedy = "Check the instance's id and the Region (-Region); Get-ConnectOutboundInstance lists the instances that there are.";

    /// <summary>What the endpoint has to know.</summary>
    public required string Name { get; init; }

    /// <summary>What the operation does, after "may not".</summary>
    public required string Does { get; init; }

    /// <summary>The permissions that it needs, after "Allow".</summary>
    public required string Permissions { get; init; }

    /// <summary>What to do when something else answered.</summary>
    public string Endpoint { get; init; } = ConnectEndpoint;

    /// <summary>The id for something that does not exist.</summary>
    public required string MissingId { get; init; }

    /// <summary>What to do about it.</summary>
    public required string MissingRemedy { get; init; }

    /// <summary>How much it is about.</summary>
    public ErrorScope MissingScope { get; init; } = ErrorScope.One;

    /// <summary>The id for a request that the service does not accept.</summary>
    public required string RefusedId { get; init; }

    /// <summary>What to do about it.</summary>
    public required string RefusedRemedy { get; init; }

    /// <summary>The id for a service that has trouble.</summary>
    public required string UnavailableId { get; init; }

    /// <summary>How much a service that has trouble is about: each contact is asked for by itself.</summary>
    public ErrorScope UnavailableScope { get; init; } = ErrorScope.Run;

    /// <summary>The quota of requests.</summary>
    public required string Rate { get; init; }

    /// <summary>What follows after the user has signed in again.</summary>
    public string AfterSignIn { get; init; } = "";
}
