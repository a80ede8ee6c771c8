using System.Globalization;
using Amazon.Connect.Model;
using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Engine.Validation;

/// <summary>A hash of what a request says, its token left out: tells whether a repeated row says something else.</summary>
internal static class RequestFingerprint
{
    // What most requests take; longer ones take a rented array.
    private const int ShortRequest = 2048;

    /// <summary>Computes the hash.</summary>
    /// <param name="request">The request.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public static string Compute(StartOutboundChatContactRequest request)
    {
        var hash = new PartsHash(stackalloc byte[ShortRequest]);
        hash.Add(request.SourceEndpoint?.Address);
        hash.Add(request.DestinationEndpoint?.Address);
        hash.Add(request.InstanceId);
        hash.Add(request.ContactFlowId);
        hash.Add(request.ChatDurationInMinutes?.ToString(CultureInfo.InvariantCulture));
        hash.Add(request.ParticipantDetails?.DisplayName);
        hash.Add(request.InitialSystemMessage?.ContentType);
        hash.Add(request.InitialSystemMessage?.Content);
        hash.Add(request.InitialTemplatedSystemMessage?.KnowledgeBaseId);
        hash.Add(request.InitialTemplatedSystemMessage?.MessageTemplateId);
        Add(ref hash, request.InitialTemplatedSystemMessage?.TemplateAttributes?.CustomAttributes);
        hash.Add(request.InitialTemplatedSystemMessage?.TemplateAttributes?.CustomerProfileAttributes);
        hash.Add(request.RelatedContactId);
        hash.Add(request.SupportedMessagingContentTypes is null ? null : string.Join(';', request.SupportedMessagingContentTypes));
        Add(ref hash, request.Attributes);
        Add(ref hash, request.SegmentAttributes);
        Span<byte> bytes = stackalloc byte[PartsHash.XxHashLength];
        hash.XxHash(bytes);
        return Convert.ToHexString(bytes);
    }

    private static void Add(ref PartsHash hash, Dictionary<string, string>? entries)
    {
        hash.Add(entries?.Count.ToString(CultureInfo.InvariantCulture));
        foreach (string key in KeysInOrder(entries))
        {
            hash.Add(key);
            hash.Add(entries![key]);
        }
    }

    private static void Add(ref PartsHash hash, Dictionary<string, SegmentAttributeValue>? entries)
    {
        hash.Add(entries?.Count.ToString(CultureInfo.InvariantCulture));
        foreach (string key in KeysInOrder(entries))
        {
            hash.Add(key);
            Add(ref hash, entries![key]);
        }
    }

    private static void Add(ref PartsHash hash, SegmentAttributeValue value)
    {
        hash.Add(value.ValueString);
        hash.Add(value.ValueArn);
        hash.Add(value.ValueInteger?.ToString(CultureInfo.InvariantCulture));
        Add(ref hash, value.ValueMap);
        hash.Add(value.ValueList?.Count.ToString(CultureInfo.InvariantCulture));
        foreach (SegmentAttributeValue item in value.ValueList ?? [])
            Add(ref hash, item);
    }

    private static string[] KeysInOrder<T>(Dictionary<string, T>? entries)
    {
        if (entries is null || entries.Count == 0)
            return [];
        string[] keys = new string[entries.Count];
        entries.Keys.CopyTo(keys, 0);
        if (keys.Length > 1)
            Array.Sort(keys, string.CompareOrdinal);
        return keys;
    }
}
