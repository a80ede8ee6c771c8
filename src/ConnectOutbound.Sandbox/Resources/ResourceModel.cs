using ConnectOutbound.Sandbox.Shapes;

namespace ConnectOutbound.Sandbox.Resources;

/// <summary>The values that flows and phone numbers may have, as the service's model lists them.</summary>
internal static class ResourceModel
{
    public static readonly string[] FlowTypes =
    [
        "CONTACT_FLOW", "CUSTOMER_QUEUE", "CUSTOMER_HOLD", "CUSTOMER_WHISPER", "AGENT_HOLD", "AGENT_WHISPER", "OUTBOUND_WHISPER", "AGENT_TRANSFER",
        "QUEUE_TRANSFER", "CAMPAIGN",
    ];

    public static readonly string[] FlowStates = ["ACTIVE", "ARCHIVED"];

    public static readonly string[] FlowStatuses = ["PUBLISHED", "SAVED"];

    public static readonly string[] PhoneNumberTypes = ["TOLL_FREE", "DID", "UIFN", "SHARED", "THIRD_PARTY_TF", "THIRD_PARTY_DID", "SHORT_CODE"];

    /// <summary>The value as the list has it, whatever case it was given in.</summary>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static string OneOf(string[] values, string? given, string name) =>
        Array.Find(values, value => value.Equals(given, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"'{ShortText.Shorten(given ?? "", 80)}' is none of {string.Join(", ", values)}.", name);
}
