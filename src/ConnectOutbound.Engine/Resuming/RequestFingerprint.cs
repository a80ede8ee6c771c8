using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Connect.Model;

namespace ConnectOutbound.Engine.Resuming;

/// <summary>A hash of what a request says, its token left out: tells whether a repeated row says something else.</summary>
internal static class RequestFingerprint
{
    /// <summary>Computes the hash.</summary>
    /// <param name="request">The request.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public static string Of(StartOutboundChatContactRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, request.SourceEndpoint?.Address);
        Add(hash, request.DestinationEndpoint?.Address);
        Add(hash, request.InstanceId);
        Add(hash, request.ContactFlowId);
        Add(hash, request.ChatDurationInMinutes?.ToString(CultureInfo.InvariantCulture));
        Add(hash, request.ParticipantDetails?.DisplayName);
        Add(hash, request.InitialSystemMessage?.ContentType);
        Add(hash, request.InitialSystemMessage?.Content);
        Add(hash, request.InitialTemplatedSystemMessage?.KnowledgeBaseId);
        Add(hash, request.InitialTemplatedSystemMessage?.MessageTemplateId);
        Add(hash, request.InitialTemplatedSystemMessage?.TemplateAttributes?.CustomAttributes);
        Add(hash, request.InitialTemplatedSystemMessage?.TemplateAttributes?.CustomerProfileAttributes);
        Add(hash, request.RelatedContactId);
        Add(hash, request.SupportedMessagingContentTypes is null ? null : string.Join(';', request.SupportedMessagingContentTypes));
        Add(hash, request.Attributes);
        Add(hash, request.SegmentAttributes);
        return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 16));
    }

    // Each part with its length before it, so that no two different requests run together; null is a length of its own.
    private static void Add(IncrementalHash hash, string? text)
    {
        Span<byte> length = stackalloc byte[4];
        byte[] bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(length, text is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, Dictionary<string, string>? entries)
    {
        Add(hash, entries?.Count.ToString(CultureInfo.InvariantCulture));
        foreach ((string key, string value) in (entries ?? []).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            Add(hash, key);
            Add(hash, value);
        }
    }

    private static void Add(IncrementalHash hash, Dictionary<string, SegmentAttributeValue>? entries)
    {
        Add(hash, entries?.Count.ToString(CultureInfo.InvariantCulture));
        foreach ((string key, SegmentAttributeValue value) in (entries ?? []).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            Add(hash, key);
            Add(hash, value);
        }
    }

    private static void Add(IncrementalHash hash, SegmentAttributeValue value)
    {
        Add(hash, value.ValueString);
        Add(hash, value.ValueArn);
        Add(hash, value.ValueInteger?.ToString(CultureInfo.InvariantCulture));
        Add(hash, value.ValueMap);
        Add(hash, value.ValueList?.Count.ToString(CultureInfo.InvariantCulture));
        foreach (SegmentAttributeValue item in value.ValueList ?? [])
            Add(hash, item);
    }
}
