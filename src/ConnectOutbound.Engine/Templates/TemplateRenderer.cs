using System.Security.Cryptography;
using System.Text.Json;
using Amazon.Connect.Model;
using Amazon.QConnect.Model;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Templates;

/// <summary>Has the service fill templates in, as it would for a contact. Rows with the same values are asked for once.</summary>
/// <remarks>
/// StartOutboundChatContact takes customer profile attributes as any JSON, RenderMessageTemplate takes the standard ones and, in custom, the
/// profile's own. Others are left out.
/// </remarks>
public sealed class TemplateRenderer : IDisposable
{
    private readonly TemplateDirectory _directory;
    private readonly AsyncCache<RenderedTemplate> _cache;

    /// <summary>Creates a renderer.</summary>
    /// <param name="directory">Asks the service, at its rate.</param>
    /// <param name="capacity">How many texts to keep.</param>
    public TemplateRenderer(TemplateDirectory directory, int capacity = 1000)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _directory = directory;
        _cache = new AsyncCache<RenderedTemplate>(capacity);
    }

    /// <summary>How many texts are kept.</summary>
    internal int CachedCount => _cache.Count;

    /// <summary>Has a template filled in.</summary>
    /// <param name="message">The template and the values, as a contact would have them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The text.</returns>
    /// <exception cref="OutboundException">It could not be filled in.</exception>
    public Task<RenderedTemplate> RenderAsync(TemplatedMessageConfig message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var request = new RenderMessageTemplateRequest
        {
            KnowledgeBaseId = TemplateIdentity.Of(message.KnowledgeBaseId!),
            MessageTemplateId = TemplateIdentity.Of(message.MessageTemplateId!),
            Attributes = Attributes(message.TemplateAttributes),
        };
        return _cache.GetAsync(Key(request, message.TemplateAttributes), cancel => AskAsync(request, cancel), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private async Task<RenderedTemplate> AskAsync(RenderMessageTemplateRequest request, CancellationToken cancellationToken)
    {
        RenderMessageTemplateResponse answer = await _directory.RenderAsync(request, cancellationToken).ConfigureAwait(false);
        return new RenderedTemplate(MessageTemplateText.ContentOf(answer.Content) ?? "", answer.AttributesNotInterpolated ?? []);
    }

    // The service refuses empty values; without them it takes the defaults.
    private static MessageTemplateAttributes Attributes(TemplateAttributes? given)
    {
        var attributes = new MessageTemplateAttributes();
        Dictionary<string, string>? custom = given?.CustomAttributes?.Where(entry => !string.IsNullOrEmpty(entry.Value)).ToDictionary(StringComparer.Ordinal);
        if (custom is { Count: > 0 })
            attributes.CustomAttributes = custom;
        var profile = new CustomerProfileAttributes();
        bool any = false;
        foreach (JsonProperty member in new ProfileJson(given?.CustomerProfileAttributes).Members)
        {
            if (ProfileJson.IsOwn(member.Name) && member.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty own in member.Value.EnumerateObject())
                {
                    if (ProfileJson.Text(own.Value) is string text)
                    {
                        (profile.Custom ??= [])[own.Name] = text;
                        any = true;
                    }
                }
            }
            else if (ProfileJson.Text(member.Value) is string value)
            {
                any |= ProfileMembers.TrySet(profile, member.Name, value);
            }
        }

        if (any)
            attributes.CustomerProfileAttributes = profile;
        return attributes;
    }

    private static string Key(RenderMessageTemplateRequest request, TemplateAttributes? given)
    {
        // A digest: what customers are told is not kept longer than it has to be, and long values take no room.
        byte[] values = JsonSerializer.SerializeToUtf8Bytes(new[]
        {
            [request.KnowledgeBaseId!, request.MessageTemplateId!, given?.CustomerProfileAttributes ?? ""],
            (request.Attributes?.CustomAttributes ?? [])
                .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .SelectMany(entry => new[] { entry.Key, entry.Value })
                .ToArray(),
        });
        return Convert.ToHexString(SHA256.HashData(values));
    }
}
