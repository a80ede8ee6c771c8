using System.Text;
using Amazon.Connect.Model;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Validation;

/// <summary>Contact attributes and segment attributes, the channel among them.</summary>
internal static class AttributeRules
{
    private const string Subtype = "connect:Subtype";
    private const string SystemPrefix = "connect:";

    public static void Attributes(ContactDraft draft, FaultList faults)
    {
        if (draft.Attributes is not { } attributes)
            return;
        int bytes = 0;
        foreach ((string name, string value) in attributes)
        {
            bytes += Encoding.UTF8.GetByteCount(name) + Encoding.UTF8.GetByteCount(value);
            if (!TextRules.IsAttributeName(name))
            {
                faults.Add(
                    ErrorIds.AttributeNameInvalid,
                    $"The contact attribute {DisplayText.Quoted(name)} has a name that is not allowed: letters (a to z), digits, - and _ only.");
            }

            if (!TextRules.IsWellFormed(value))
            {
                faults.Add(
                    ErrorIds.TextBroken,
                    $"The contact attribute {DisplayText.Quoted(name)} holds half a character (a lone surrogate), which cannot be sent.");
            }
        }

        if (bytes > ApiLimits.AttributeBytes)
            faults.Add(ErrorIds.AttributesTooLong, $"The contact attributes take {bytes} bytes together; they may take {ApiLimits.AttributeBytes}.");
    }

    public static Dictionary<string, SegmentAttributeValue> Segments(ContactDraft draft, FaultList faults)
    {
        var segments = new Dictionary<string, SegmentAttributeValue>(StringComparer.Ordinal);
        if (draft.SegmentAttributes is not null)
            Check(draft.SegmentAttributes, segments, faults);
        Channel(draft, segments, faults);
        return segments;
    }

    private static void Check(IReadOnlyDictionary<string, SegmentAttributeValue> given, Dictionary<string, SegmentAttributeValue> segments, FaultList faults)
    {
        foreach ((string name, SegmentAttributeValue value) in given)
        {
            segments[name] = value;
            if (TextRules.Length(name) > ApiLimits.SegmentAttributeName)
            {
                faults.Add(
                    ErrorIds.SegmentAttributeInvalid,
                    $"The segment attribute {DisplayText.Quoted(name)} has a name of {TextRules.Length(name)} characters; "
                        + $"it takes at most {ApiLimits.SegmentAttributeName}.");
            }

            string own = name.StartsWith(SystemPrefix, StringComparison.Ordinal) ? name[SystemPrefix.Length..] : name;
            if (!TextRules.IsAttributeName(own))
            {
                faults.Add(
                    ErrorIds.SegmentAttributeInvalid,
                    $"The segment attribute {DisplayText.Quoted(name)} has a name that is not allowed: letters (a to z), digits, - and _ only.");
            }

            // The API's own words: lists and ARNs are for system-defined attributes.
            if (ReferenceEquals(own, name) && (value.ValueList is not null || value.ValueArn is not null))
            {
                faults.Add(
                    ErrorIds.SegmentAttributeInvalid,
                    $"The segment attribute {DisplayText.Quoted(name)} is {(value.ValueArn is null ? "a list" : "an ARN")}; "
                        + "attributes of your own take text, whole numbers and hashtables.");
            }

            Value(name, value, faults);
        }
    }

    /// <summary>The channel that the segment attributes say.</summary>
    public static OutboundChannel? ChannelOf(Dictionary<string, SegmentAttributeValue> segments) =>
        segments.TryGetValue(Subtype, out SegmentAttributeValue? value) ? value.ValueString switch
        {
            "connect:SMS" => OutboundChannel.SMS,
            "connect:WhatsApp" => OutboundChannel.WhatsApp,
            _ => null,
        } : null;

    private static void Channel(ContactDraft draft, Dictionary<string, SegmentAttributeValue> segments, FaultList faults)
    {
        if (segments.TryGetValue(Subtype, out SegmentAttributeValue? given))
        {
            if (draft.Channel is OutboundChannel channel && given.ValueString != Name(channel))
            {
                faults.Add(
                    ErrorIds.ChannelContradiction,
                    $"Channel is {channel}, but the segment attribute {Subtype} is {DisplayText.Quoted(given.ValueString ?? "no text")}; give one of them.");
            }
            else if (given.ValueString is not ("connect:SMS" or "connect:WhatsApp"))
            {
                faults.Add(
                    ErrorIds.ChannelInvalid,
                    $"The segment attribute {Subtype} is {DisplayText.Quoted(given.ValueString ?? "no text")}: it is connect:SMS or connect:WhatsApp.");
            }
        }
        else if (draft.Channel is OutboundChannel channel)
        {
            segments[Subtype] = new SegmentAttributeValue { ValueString = Name(channel) };
        }
        else if (!faults.Has(ErrorIds.ChannelInvalid))
        {
            faults.Add(ErrorIds.ChannelMissing, $"Channel is missing{EndpointRules.Held(draft, ContactField.Channel)}: SMS or WhatsApp.");
        }
    }

    private static string Name(OutboundChannel channel) => channel == OutboundChannel.SMS ? "connect:SMS" : "connect:WhatsApp";

    private static void Value(string name, SegmentAttributeValue value, FaultList faults)
    {
        Text(name, value.ValueString, faults);
        Text(name, value.ValueArn, faults);
        foreach ((string key, SegmentAttributeValue inner) in value.ValueMap ?? [])
        {
            if (key.Length == 0 || TextRules.Length(key) > ApiLimits.SegmentAttributeName)
            {
                faults.Add(
                    ErrorIds.SegmentAttributeInvalid,
                    $"The segment attribute {DisplayText.Quoted(name)} has a key of {TextRules.Length(key)} characters; "
                        + $"it takes 1 to {ApiLimits.SegmentAttributeName}.");
            }

            Value($"{name}.{key}", inner, faults);
        }

        foreach (SegmentAttributeValue inner in value.ValueList ?? [])
            Value($"{name}[]", inner, faults);
    }

    private static void Text(string name, string? text, FaultList faults)
    {
        if (text is null)
            return;
        if (TextRules.Length(text) > ApiLimits.SegmentAttributeValue)
        {
            faults.Add(
                ErrorIds.SegmentAttributeInvalid,
                $"The segment attribute {DisplayText.Quoted(name)} has {TextRules.Length(text)} characters; "
                    + $"it takes at most {ApiLimits.SegmentAttributeValue}.");
        }

        if (!TextRules.IsWellFormed(text))
        {
            faults.Add(
                ErrorIds.TextBroken,
                $"The segment attribute {DisplayText.Quoted(name)} holds half a character (a lone surrogate), which cannot be sent.");
        }
    }
}
