using ConnectOutbound.Sandbox.Shapes;

namespace ConnectOutbound.Sandbox.Operations.MessageTemplates;

/// <summary>The bodies of the requests on message templates as the service's model has them: members, types, lengths and ranges.</summary>
internal static class TemplateModel
{
    private static readonly string[] s_profileNames =
    [
         "profileId", "profileARN", "firstName", "middleName", "lastName", "accountNumber", "emailAddress", "phoneNumber", "additionalInformation",
         "partyType", "businessName", "birthDate", "gender", "mobilePhoneNumber", "homePhoneNumber", "businessPhoneNumber", "businessEmailAddress",
         "address1", "address2", "address3", "address4", "city", "county", "country", "postalCode", "province", "state", "shippingAddress1",
         "shippingAddress2", "shippingAddress3", "shippingAddress4", "shippingCity", "shippingCounty", "shippingCountry", "shippingPostalCode",
         "shippingProvince", "shippingState", "mailingAddress1", "mailingAddress2", "mailingAddress3", "mailingAddress4", "mailingCity",
         "mailingCounty", "mailingCountry", "mailingPostalCode", "mailingProvince", "mailingState", "billingAddress1", "billingAddress2",
         "billingAddress3", "billingAddress4", "billingCity", "billingCounty", "billingCountry", "billingPostalCode", "billingProvince",
         "billingState",
    ];

    private static readonly StringShape s_value = new(1, 32767);

    private static readonly MapShape s_values = new(new StringShape(1, 32767), s_value);

    public static Shape RenderRequest { get; } = new StructureShape(
        "RenderMessageTemplate",
        new Member("attributes", new StructureShape(
            "MessageTemplateAttributes",
            new Member("systemAttributes", new StructureShape(
                "SystemAttributes",
                new Member("name", s_value),
                new Member("customerEndpoint", new StructureShape("SystemEndpointAttributes", new Member("address", s_value))),
                new Member("systemEndpoint", new StructureShape("SystemEndpointAttributes", new Member("address", s_value))))),
            new Member("agentAttributes", new StructureShape("AgentAttributes", new Member("firstName", s_value), new Member("lastName", s_value))),
            new Member("customerProfileAttributes", new StructureShape(
                "CustomerProfileAttributes",
                [.. s_profileNames.Select(name => new Member(name, s_value)), new Member("custom", s_values)])),
            new Member("customAttributes", s_values)), IsRequired: true));

    public static Shape SearchRequest { get; } = new StructureShape(
        "SearchMessageTemplates",
        new Member("searchExpression", new StructureShape(
            "MessageTemplateSearchExpression",
            new Member("queries", new ListShape(
                new StructureShape(
                    "MessageTemplateQueryField",
                    new Member("name", new EnumShape("name", "description"), IsRequired: true),
                    new Member("values", new ListShape(new StringShape(1, 1024), 1, 5), IsRequired: true),
                    new Member("operator", new EnumShape("CONTAINS", "CONTAINS_AND_PREFIX"), IsRequired: true),
                    new Member("allowFuzziness", new BooleanShape()),
                    new Member("priority", new EnumShape("HIGH", "MEDIUM", "LOW"))),
                0,
                4)),
            new Member("filters", new ListShape(
                new StructureShape(
                    "MessageTemplateFilterField",
                    new Member("name", new StringShape(1, 4096), IsRequired: true),
                    new Member("values", new ListShape(new StringShape(1, 2048), 1, 5)),
                    new Member("operator", new EnumShape("EQUALS", "PREFIX"), IsRequired: true),
                    new Member("includeNoExistence", new BooleanShape())),
                0,
                10)),
            new Member("orderOnField", new StructureShape(
                "MessageTemplateOrderField",
                new Member("name", new StringShape(1, 4096), IsRequired: true),
                new Member("order", new EnumShape("ASC", "DESC"))))), IsRequired: true));
}
