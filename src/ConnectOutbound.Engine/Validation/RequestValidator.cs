using Amazon.Connect;
using Amazon.Connect.Model;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Engine.Validation;

/// <summary>Holds a draft against every constraint of StartOutboundChatContact and builds the request from it.</summary>
public sealed class RequestValidator
{
    private readonly TimeZones _zones = new();
    private readonly string? _runName;
    private readonly bool _allowFreeText;
    private readonly bool _withTokens;
    private (ContactDraft Draft, string? Instance, string? Flow)? _good;

    /// <summary>Creates a validator.</summary>
    /// <param name="runName">The run's name, from which the idempotency token of a row that brings none is derived; null for random tokens.</param>
    /// <param name="allowFreeText">Whether WhatsApp messages outside a template are allowed.</param>
    /// <param name="withTokens">Whether a row that brings no token is given one: making them is a good part of the work, and a plan needs none.</param>
    public RequestValidator(string? runName = null, bool allowFreeText = false, bool withTokens = true)
    {
        _runName = runName;
        _allowFreeText = allowFreeText;
        _withTokens = withTokens;
    }

    /// <summary>Checks a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>The request, or every fault of the row.</returns>
    public CheckedRow Check(ContactDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var faults = new FaultList(draft);
        string? destination = faults.IsUnreadable ? null : EndpointRules.Destination(draft, faults);
        string? instance = null;
        OutboundChannel? channel = draft.Channel;
        TimeZoneInfo? zone = null;
        StartOutboundChatContactRequest? request = null;
        ContactIdentity? identity = null;
        if (!faults.IsUnreadable)
        {
            (string? source, instance, string? flow) = Resources(draft, faults);
            Dictionary<string, SegmentAttributeValue> segments = AttributeRules.Segments(draft, faults);
            AttributeRules.Attributes(draft, faults);
            channel ??= AttributeRules.ChannelOf(segments);
            MessageRules.Check(draft, faults);
            if (channel == OutboundChannel.WhatsApp && !_allowFreeText)
                MessageRules.NoFreeText(draft, faults);
            zone = Zone(draft, faults);
            Scalars(draft, faults);
            if (faults.Count == 0)
            {
                identity = ContactIdentity.Create(instance!, destination!, draft.Key);
                request = Build(draft, source!, destination!, instance!, flow!, segments);
                request.ClientToken = draft.ClientToken ?? (_withTokens && _runName is null ? Guid.NewGuid().ToString() : null);
            }
        }

        return new CheckedRow
        {
            Row = draft.Row,
            Destination = destination ?? draft.Destination,
            Channel = channel,
            TimeZone = zone,
            InstanceId = instance ?? draft.InstanceId,
            Request = request,
            Identity = identity,
            RunName = _runName,
            Fingerprint = request is null || _runName is null ? null : RequestFingerprint.Compute(request),
            BringsOwnResource = draft.BringsOwnResource,
            BringsOwnToken = draft.ClientToken is not null,
            OptOut = draft.OptOut,
            Saved = draft.Saved,
            DerivesToken = _withTokens && _runName is not null && draft.ClientToken is null,
            Faults = faults.All,
        };
    }

    // Arguments hold for every row, and are the very same strings in each.
    private (string? Source, string? Instance, string? Flow) Resources(ContactDraft draft, FaultList faults)
    {
        if (_good is { } good
            && ReferenceEquals(draft.Source, good.Draft.Source)
            && ReferenceEquals(draft.InstanceId, good.Draft.InstanceId)
            && ReferenceEquals(draft.ContactFlowId, good.Draft.ContactFlowId))
        {
            return (draft.Source, good.Instance, good.Flow);
        }

        int before = faults.Count;
        string? source = EndpointRules.Source(draft, faults);
        string? instance = EndpointRules.Instance(draft, faults);
        string? flow = EndpointRules.Flow(draft, instance, faults);
        if (faults.Count == before && source is not null && instance is not null && flow is not null)
            _good = (draft, instance, flow);
        return (source, instance, flow);
    }

    private TimeZoneInfo? Zone(ContactDraft draft, FaultList faults)
    {
        if (draft.TimeZone is null)
            return null;
        if (_zones.TryFind(draft.TimeZone, out TimeZoneInfo? zone, out string problem))
            return zone;
        faults.Add(ErrorIds.TimeZoneInvalid, $"TimeZone {DisplayText.Quoted(draft.TimeZone)} {problem}.");
        return null;
    }

    private static void Scalars(ContactDraft draft, FaultList faults)
    {
        if (draft.ChatDurationInMinutes is int minutes and (< ApiLimits.MinChatMinutes or > ApiLimits.MaxChatMinutes))
        {
            faults.Add(
                ErrorIds.ChatDurationOutOfRange,
                $"ChatDurationInMinutes is {minutes}; it takes {ApiLimits.MinChatMinutes} to {ApiLimits.MaxChatMinutes} (7 days).");
        }

        faults.CheckText("DisplayName", draft.DisplayName, ApiLimits.DisplayName);
        faults.CheckText("RelatedContactId", draft.RelatedContactId, ApiLimits.RelatedContactId);
        faults.CheckText("ClientToken", draft.ClientToken, ApiLimits.ClientToken);
        if (draft.SupportedMessagingContentTypes is not { Count: > 0 } types)
            return;

        foreach (string type in types)
            faults.CheckText("SupportedMessagingContentType", type, ApiLimits.SupportedContentType);
        if (!types.Contains(ApiLimits.PlainText, StringComparer.Ordinal))
        {
            faults.Add(
                ErrorIds.SupportedContentTypeWithoutPlain,
                $"SupportedMessagingContentType is {DisplayText.Quoted(string.Join("; ", types))}; it must contain {ApiLimits.PlainText}.");
        }
    }

    private static StartOutboundChatContactRequest Build(
        ContactDraft draft,
        string source,
        string destination,
        string instance,
        string flow,
        Dictionary<string, SegmentAttributeValue> segments) =>
        new()
        {
            SourceEndpoint = new Endpoint { Type = EndpointType.CONNECT_PHONENUMBER_ARN, Address = source },
            DestinationEndpoint = new Endpoint { Type = EndpointType.TELEPHONE_NUMBER, Address = destination },
            InstanceId = instance,
            ContactFlowId = flow,
            SegmentAttributes = segments,
            Attributes = Own(draft.Attributes),
            ChatDurationInMinutes = draft.ChatDurationInMinutes,
            ParticipantDetails = draft.DisplayName is null ? null : new ParticipantDetails { DisplayName = draft.DisplayName },
            InitialSystemMessage = draft.Message is null
                ? null
                : new ChatMessage { ContentType = draft.MessageContentType ?? ApiLimits.PlainText, Content = draft.Message },
            InitialTemplatedSystemMessage = draft.MessageTemplateId is null ? null : new TemplatedMessageConfig
            {
                KnowledgeBaseId = draft.KnowledgeBaseId,
                MessageTemplateId = draft.MessageTemplateId,
                // Required by the API even when there is nothing in it.
                TemplateAttributes = new TemplateAttributes
                {
                    CustomAttributes = Own(draft.TemplateAttributes),
                    CustomerProfileAttributes = draft.CustomerProfileAttributes,
                },
            },
            RelatedContactId = draft.RelatedContactId,
            SupportedMessagingContentTypes = draft.SupportedMessagingContentTypes is { Count: > 0 } types ? [.. types] : null,
        };

    // A draft is read for one row and used once: the dictionary that was made for it can go as it is.
    private static Dictionary<string, string>? Own(IReadOnlyDictionary<string, string>? texts) =>
        texts as Dictionary<string, string> ?? (texts is null ? null : new Dictionary<string, string>(texts));
}
