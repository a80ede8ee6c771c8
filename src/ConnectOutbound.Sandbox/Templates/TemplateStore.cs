using System.Collections;
using System.Collections.ObjectModel;

namespace ConnectOutbound.Sandbox.Templates;

/// <summary>The sandbox's one knowledge base and the message templates in it.</summary>
internal sealed class TemplateStore
{
    // Always the same, so that examples can name them.
    public const string KnowledgeBaseId = "b3f1c9d2-6a47-4e08-9c35-7d2e8f104a6b";
    public const string KnowledgeBaseName = "message-templates";
    public const string KnowledgeBaseArn = $"arn:aws:wisdom:us-east-1:111122223333:knowledge-base/{KnowledgeBaseId}";
    public const string Author =
        "arn:aws:connect:us-east-1:111122223333:instance/5c1e7f3a-2b9d-4e86-8a47-6f0d9c3b1e25/agent/0f6e2d1c-3b4a-4958-8776-655443322110";

    private const int LongestName = 255;
    private const int LongestSms = 1600;
    private const int LongestWhatsApp = 6000;
    private static readonly string[] s_statuses = ["VALID", "INVALID", "REJECTED"];

    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly List<StoredTemplate> _templates = [];

    public TemplateStore(TimeProvider time)
    {
        _time = time;
        Add(
            new Guid("2d8e4f60-91ab-4c3d-8e57-0a1b2c3d4e5f"),
            "Order shipped",
            OutboundChannel.SMS,
            "Hello {{Attributes.Customer.FirstName}}, your order {{Attributes.Custom.OrderId}} is on its way.",
            new Hashtable { ["Customer.FirstName"] = "there" },
            null);
        Add(
            new Guid("7c6b5a49-3827-4165-9f04-e3d2c1b0a998"),
            "Appointment reminder",
            OutboundChannel.WhatsApp,
            "Hello {{Attributes.Customer.FirstName}}, we expect you on {{Attributes.Custom.Date}} at {{Attributes.Custom.Time}}.",
            null,
            null);
    }

    public IReadOnlyList<StoredTemplate> Snapshot()
    {
        lock (_gate)
        {
            return _templates.ToArray();
        }
    }

    public StoredTemplate? Find(string id)
    {
        lock (_gate)
        {
            return _templates.Find(template => template.Public.MessageTemplateId == id);
        }
    }

    public SandboxTemplate Add(string name, OutboundChannel channel, string content, IDictionary? defaults, string? status) =>
        Add(Guid.NewGuid(), name, channel, content, defaults, status);

    private SandboxTemplate Add(Guid id, string name, OutboundChannel channel, string content, IDictionary? defaults, string? status)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, LongestName, nameof(name));
        if (!Enum.IsDefined(channel))
        {
            throw new ArgumentException("The channel is SMS or WhatsApp.", nameof(channel));
        }

        CheckContent(content, channel == OutboundChannel.SMS ? LongestSms : LongestWhatsApp);
        TemplateValues values = TemplateValues.Of(defaults);
        var template = new SandboxTemplate
        {
            Name = name,
            Channel = channel,
            Content = content,
            Status = StatusOf(channel, status),
            DefaultAttributes = new ReadOnlyDictionary<string, string>(values.All.ToDictionary(entry => ShownName(entry.Key), entry => entry.Value)),
            KnowledgeBaseId = KnowledgeBaseId,
            MessageTemplateId = id.ToString(),
            Arn = $"arn:aws:wisdom:us-east-1:111122223333:message-template/{KnowledgeBaseId}/{id}",
            CreatedAt = _time.GetUtcNow(),
        };
        lock (_gate)
        {
            if (_templates.Exists(other => other.Public.Name == name))
            {
                throw new ArgumentException($"There is a template '{name}' already: names are unique in a knowledge base.", nameof(name));
            }

            _templates.Add(new StoredTemplate { Public = template, Defaults = values });
        }

        return template;
    }

    private static void CheckContent(string content, int longest)
    {
        ArgumentException.ThrowIfNullOrEmpty(content);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, longest, nameof(content));
        string? logic = SandboxTemplateVariable.Pattern().Matches(content)
            .Select(match => match.Groups["path"].Value)
            .FirstOrDefault(SandboxTemplateVariable.IsLogic);
        if (logic is not null)
        {
            throw new ArgumentException($"The sandbox fills variables only; '{{{{{logic}}}}}' is more than that.", nameof(content));
        }
    }

    private static string? StatusOf(OutboundChannel channel, string? status)
    {
        if (channel == OutboundChannel.SMS)
        {
            return string.IsNullOrEmpty(status) ? null : throw new ArgumentException("Only WhatsApp templates have a status.", nameof(status));
        }

        string given = string.IsNullOrEmpty(status) ? s_statuses[0] : status.ToUpperInvariant();
        return s_statuses.Contains(given) ? given : throw new ArgumentException($"The status is one of {string.Join(", ", s_statuses)}.", nameof(status));
    }

    private static string ShownName((string Kind, string Name) key) => key.Kind switch
    {
        SandboxTemplateVariable.Profile => $"Customer.{key.Name}",
        SandboxTemplateVariable.Agent => $"Agent.{key.Name}",
        SandboxTemplateVariable.System => $"System.{key.Name}",
        _ => key.Name,
    };
}
