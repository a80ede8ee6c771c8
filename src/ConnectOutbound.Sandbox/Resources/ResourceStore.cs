using System.Text.RegularExpressions;

namespace ConnectOutbound.Sandbox.Resources;

/// <summary>The instances, flows and phone numbers that the sandbox has.</summary>
internal sealed partial class ResourceStore
{
    private const string Alias = "sandbox";

    // Always the same, so that examples can name them.
    private const string PresetInstance = "5c1e7f3a-2b9d-4e86-8a47-6f0d9c3b1e25";

    private static readonly (string Id, string Name, string Type, string State, string Status)[] s_presetFlows =
    [
        ("9d4b6e21-7a3c-4f58-b0e9-1c2d3a4b5f67", "Outbound message", "CONTACT_FLOW", "ACTIVE", "PUBLISHED"),
        ("1e5a7c93-0b2d-4f64-8c1e-6a9d3b7f2504", "Appointment desk", "CONTACT_FLOW", "ACTIVE", "PUBLISHED"),
        ("2f6b8d04-1c3e-4a75-9d2f-7b0e4c8a3615", "Survey (draft)", "CONTACT_FLOW", "ACTIVE", "SAVED"),
        ("3a7c9e15-2d4f-4b86-8e30-8c1f5d9b4726", "Outbound message 2024", "CONTACT_FLOW", "ARCHIVED", "PUBLISHED"),
        ("4b8d0f26-3e50-4c97-9f41-9d206eac5837", "Default customer queue", "CUSTOMER_QUEUE", "ACTIVE", "PUBLISHED"),
        ("5c9e1037-4f61-4da8-8052-0e317fbd6948", "Default agent whisper", "AGENT_WHISPER", "ACTIVE", "PUBLISHED"),
    ];

    private static readonly (string Id, string Number, OutboundChannel? Channel)[] s_presetNumbers =
    [
        ("0b8d2a4e-1f7c-4f6a-9b58-3d1c7e2a9f10", "+12065550142", OutboundChannel.SMS),
        ("6d0f2148-5a72-4eb9-9163-1f4280ce7a59", "+12065550143", OutboundChannel.WhatsApp),
        ("7e103259-6b83-4fca-8274-205391df8b6a", "+12065550144", null),
    ];

    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly List<SandboxInstance> _instances = [];
    private readonly List<SandboxFlow> _flows = [];
    private readonly List<SandboxPhoneNumber> _numbers = [];

    public ResourceStore(SandboxOptions options, TimeProvider time)
    {
        _time = time;
        foreach (string id in (options.InstanceIds ?? [PresetInstance]).Select(Arns.LastOf).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            Add(id, _instances.Count == 0 ? Alias : $"{Alias}-{_instances.Count + 1}");
        }

        if (_instances.Count > 0)
        {
            AddPresets(options.ContactFlowIds, _instances[0].InstanceId);
        }
    }

    public IReadOnlyList<SandboxInstance> Instances => Copy(_instances);

    public IReadOnlyList<SandboxFlow> Flows => Copy(_flows);

    public IReadOnlyList<SandboxPhoneNumber> PhoneNumbers => Copy(_numbers);

    public bool HasInstance(string id)
    {
        lock (_gate)
        {
            return _instances.Exists(instance => Same(instance.InstanceId, id));
        }
    }

    public bool HasFlow(string id)
    {
        lock (_gate)
        {
            return _flows.Exists(flow => Same(flow.ContactFlowId, id));
        }
    }

    public SandboxInstance AddInstance(string alias)
    {
        ArgumentNullException.ThrowIfNull(alias);
        if (alias.Length > 45 || !AliasPattern().IsMatch(alias))
        {
            throw new ArgumentException("The alias has 1 to 45 letters and digits, hyphens between them, and does not begin with d-.", nameof(alias));
        }

        lock (_gate)
        {
            return _instances.Exists(other => Same(other.Alias, alias))
                ? throw new ArgumentException($"There is an instance '{alias}' already.", nameof(alias))
                : Add(Guid.NewGuid().ToString(), alias);
        }
    }

    public SandboxFlow AddFlow(string name, string type, string state, string status, string? instanceId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        type = ResourceModel.OneOf(ResourceModel.FlowTypes, type, nameof(type));
        state = ResourceModel.OneOf(ResourceModel.FlowStates, state, nameof(state));
        status = ResourceModel.OneOf(ResourceModel.FlowStatuses, status, nameof(status));
        lock (_gate)
        {
            string owner = OwnerOf(instanceId);
            return _flows.Exists(other => other.Name == name && other.InstanceId == owner)
                ? throw new ArgumentException($"There is a flow '{name}' in the instance already.", nameof(name))
                : Add(owner, Guid.NewGuid().ToString(), name, type, state, status);
        }
    }

    public SandboxPhoneNumber AddPhoneNumber(string number, OutboundChannel? channel, string type, string? instanceId)
    {
        ArgumentNullException.ThrowIfNull(number);
        type = ResourceModel.OneOf(ResourceModel.PhoneNumberTypes, type, nameof(type));
        if (!E164().IsMatch(number))
        {
            throw new ArgumentException("The number is in E.164: +, then up to 15 digits, the first of them not 0.", nameof(number));
        }

        if (channel is { } given && !Enum.IsDefined(given))
        {
            throw new ArgumentException("The channel is SMS or WhatsApp, or none.", nameof(channel));
        }

        lock (_gate)
        {
            string owner = OwnerOf(instanceId);
            return _numbers.Exists(other => other.PhoneNumber == number)
                ? throw new ArgumentException($"There is a phone number '{number}' already.", nameof(number))
                : Add(owner, Guid.NewGuid(), number, channel, type);
        }
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private T[] Copy<T>(List<T> all)
    {
        lock (_gate)
        {
            return [.. all];
        }
    }

    private string OwnerOf(string? instanceId)
    {
        string? id = string.IsNullOrWhiteSpace(instanceId) ? null : Arns.LastOf(instanceId);
        return _instances.Find(instance => id is null || Same(instance.InstanceId, id))?.InstanceId
            ?? throw new ArgumentException($"The sandbox has no instance {instanceId}.", nameof(instanceId));
    }

    private void AddPresets(IReadOnlyCollection<string>? flowIds, string instanceId)
    {
        foreach (string id in (flowIds ?? []).Select(Arns.LastOf).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            Add(instanceId, id, $"Flow {_flows.Count + 1}", "CONTACT_FLOW", "ACTIVE", "PUBLISHED");
        }

        foreach ((string id, string name, string type, string state, string status) in flowIds is null ? s_presetFlows : [])
        {
            Add(instanceId, id, name, type, state, status);
        }

        foreach ((string id, string number, OutboundChannel? channel) in s_presetNumbers)
        {
            Add(instanceId, new Guid(id), number, channel, "DID");
        }
    }

    private SandboxInstance Add(string id, string alias)
    {
        var instance = new SandboxInstance { Alias = alias, InstanceId = id, Arn = Arns.Instance(id), CreatedAt = _time.GetUtcNow() };
        _instances.Add(instance);
        return instance;
    }

    private SandboxFlow Add(string instanceId, string id, string name, string type, string state, string status)
    {
        var flow = new SandboxFlow
        {
            Name = name,
            Type = type,
            State = state,
            Status = status,
            ContactFlowId = id,
            Arn = Arns.Flow(instanceId, id),
            InstanceId = instanceId,
        };
        _flows.Add(flow);
        return flow;
    }

    private SandboxPhoneNumber Add(string instanceId, Guid id, string number, OutboundChannel? channel, string type)
    {
        var phoneNumber = new SandboxPhoneNumber
        {
            PhoneNumber = number,
            Channel = channel,
            Type = type,
            CountryCode = CallingCodes.CountryOf(number),
            PhoneNumberId = id.ToString(),
            Arn = Arns.PhoneNumber(id),
            SourcePhoneNumberArn = channel is { } imported ? Arns.Origin(imported, id) : null,
            InstanceId = instanceId,
        };
        _numbers.Add(phoneNumber);
        return phoneNumber;
    }

    [GeneratedRegex(@"^(?!d-)[0-9A-Za-z]+(?:-*[0-9A-Za-z])*\z", RegexOptions.CultureInvariant)]
    private static partial Regex AliasPattern();

    [GeneratedRegex(@"^\+[1-9][0-9]{1,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex E164();
}
