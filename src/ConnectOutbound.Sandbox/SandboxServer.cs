using System.Collections;
using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Operations;
using ConnectOutbound.Sandbox.Operations.Contacts;
using ConnectOutbound.Sandbox.Operations.MessageTemplates;
using ConnectOutbound.Sandbox.Operations.Resources;
using ConnectOutbound.Sandbox.Resources;
using ConnectOutbound.Sandbox.Signing;
using ConnectOutbound.Sandbox.State;
using ConnectOutbound.Sandbox.Templates;

namespace ConnectOutbound.Sandbox;

/// <summary>
/// A stand-in for Amazon Connect on 127.0.0.1, inside this process: it answers StartOutboundChatContact as the service does, with its
/// validation, idempotency, quotas and errors, and with faults on demand, and the operations that describe, stop and annotate contacts. It has
/// instances, flows, phone numbers and message templates, too, and answers the operations that list and read them. It sends nothing to anybody.
/// </summary>
/// <remarks>
/// All members may be used from several threads at once. See <see cref="SandboxOptions"/> for the order in which a request is looked at.
/// The API is described at https://docs.aws.amazon.com/connect/latest/APIReference/API_StartOutboundChatContact.html.
/// </remarks>
public sealed class SandboxServer : OutboundSandbox, IAsyncDisposable
{
    private readonly LoopbackHttpServer _http;
    private readonly ServiceFrontDoor _door;
    private readonly ContactLedger _ledger;
    private readonly TokenBucket _quota;
    private readonly TokenBucket[] _otherQuotas;
    private readonly ResourceStore _directory;
    private readonly TemplateStore _templates;
    private readonly SandboxCounters _counters;

    private SandboxServer(SandboxOptions options, TimeProvider time, HttpLimits limits)
    {
        _counters = new SandboxCounters();
        _quota = new TokenBucket(time, options.RequestsPerSecond, options.Burst);
        _ledger = new ContactLedger(time, options.ConcurrentChats);
        _templates = new TemplateStore(time);
        _directory = new ResourceStore(options, time);
        var operations = new OperationTable(
        [
            new StartOutboundChatContactOperation(options, _quota, _ledger, _directory),
            new DescribeContactOperation(_ledger, _directory, ContactQuota()),
            new StopContactOperation(_ledger, _directory, ContactQuota()),
            new ListInstancesOperation(_directory, ListQuota()),
            new ListPhoneNumbersOperation(_directory, ListQuota()),
            new ListContactFlowsOperation(_directory, ListQuota()),
            new ListKnowledgeBasesOperation(_templates, TemplateQuota()),
            new ListMessageTemplatesOperation(_templates, TemplateQuota()),
            new SearchMessageTemplatesOperation(_templates, TemplateQuota()),
            new GetMessageTemplateOperation(_templates, TemplateQuota()),
            new RenderMessageTemplateOperation(_templates, TemplateQuota()),
        ]);
        _otherQuotas = [.. operations.Operations.Select(operation => operation.Quota).Where(quota => quota != _quota)];
        _door = new ServiceFrontDoor(options, time, operations, new RequestAuthenticator(options, time), _counters);
        _http = LoopbackHttpServer.Start(options.Port, _door, limits, time);

        TokenBucket ContactQuota() => new(time, options.ContactRate, options.ContactBurst);
        TokenBucket ListQuota() => new(time, options.ListRate, options.ListBurst);
        TokenBucket TemplateQuota() => new(time, options.TemplateRequestsPerSecond, options.TemplateBurst);
    }

    /// <inheritdoc/>
    public override string EndpointUrl => $"http://127.0.0.1:{Port}";

    /// <inheritdoc/>
    public override int Port => _http.Port;

    /// <inheritdoc/>
    public override bool IsRunning => _http.IsRunning;

    /// <inheritdoc/>
    public override double RequestsPerSecond => _quota.Rate;

    /// <inheritdoc/>
    public override int Burst => _quota.Burst;

    /// <inheritdoc/>
    public override int ConcurrentChats => _ledger.ConcurrentChats;

    /// <inheritdoc/>
    public override int ActiveChatCount => _ledger.ActiveChatCount;

    /// <summary>How many requests arrived whole, refused ones included; the page at <c>/</c> is left out.</summary>
    public override long RequestCount => _counters.Requests;

    /// <summary>How many requests were refused for the rate quota; injected throttles are faults and not counted here.</summary>
    public override long ThrottledCount => _counters.Throttled;

    /// <inheritdoc/>
    public override long FaultCount => _counters.Faults;

    /// <inheritdoc/>
    public override int ContactCount => _ledger.Count;

    /// <summary>The contacts created so far, oldest first; a copy. Empty where <see cref="SandboxOptions.KeepBodies"/> is false.</summary>
    public override IReadOnlyList<SandboxContact> Contacts => _ledger.Snapshot();

    // An array: PowerShell finds no indexer on what a collection expression makes.
    /// <inheritdoc/>
    public override IReadOnlyList<SandboxTemplate> Templates => _templates.Snapshot().Select(template => template.Public).ToArray();

    /// <inheritdoc/>
    public override IReadOnlyList<SandboxInstance> Instances => _directory.Instances;

    /// <inheritdoc/>
    public override IReadOnlyList<SandboxFlow> Flows => _directory.Flows;

    /// <inheritdoc/>
    public override IReadOnlyList<SandboxPhoneNumber> PhoneNumbers => _directory.PhoneNumbers;

    internal int ConnectionCount => _http.ConnectionCount;

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="time">The clock of quotas, tokens, chats, signatures and latency; the system's where null.</param>
    /// <returns>The running sandbox. Dispose it to stop it.</returns>
    /// <exception cref="ArgumentException">An option, or two together, are not possible.</exception>
    /// <exception cref="IOException">The port is taken or not allowed.</exception>
    public static SandboxServer Start(SandboxOptions options, TimeProvider? time = null) => Start(options, time, HttpLimits.Default);

    internal static SandboxServer Start(SandboxOptions options, TimeProvider? time, HttpLimits limits)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new SandboxServer(options, time ?? TimeProvider.System, limits);
    }

    /// <inheritdoc/>
    public override SandboxTemplate AddTemplate(
        string name, OutboundChannel channel, string content, IDictionary? defaultAttributes = null, string? whatsAppStatus = null) =>
        _templates.Add(name, channel, content, defaultAttributes, whatsAppStatus);

    /// <inheritdoc/>
    public override SandboxInstance AddInstance(string instanceAlias) => _directory.AddInstance(instanceAlias);

    /// <inheritdoc/>
    public override SandboxFlow AddFlow(
        string name, string type = "CONTACT_FLOW", string state = "ACTIVE", string status = "PUBLISHED", string? instanceId = null) =>
        _directory.AddFlow(name, type, state, status, instanceId);

    /// <inheritdoc/>
    public override SandboxPhoneNumber AddPhoneNumber(string number, OutboundChannel? channel = null, string type = "DID", string? instanceId = null) =>
        _directory.AddPhoneNumber(number, channel, type, instanceId);

    /// <inheritdoc/>
    public override void SetQuota(double requestsPerSecond, int burst)
    {
        SandboxOptions.CheckQuota(requestsPerSecond, burst);
        _quota.Set(requestsPerSecond, burst);
    }

    /// <inheritdoc/>
    public override void SetConcurrentChats(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _ledger.ConcurrentChats = count;
    }

    /// <inheritdoc/>
    public override void EndChats() => _ledger.EndChats();

    /// <inheritdoc/>
    public override void EndContact(string contactId, string? reason = "CUSTOMER_DISCONNECT")
    {
        ArgumentNullException.ThrowIfNull(contactId);
        if (_ledger.Find(contactId, null) is null)
        {
            throw new ArgumentException($"The sandbox has no contact {contactId}.", nameof(contactId));
        }

        _ledger.End(contactId, null, string.IsNullOrWhiteSpace(reason) ? null : reason);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        _ledger.Clear();
        _quota.Refill();
        Array.ForEach(_otherQuotas, quota => quota.Refill());
        _door.Reset();
        _counters.Reset();
    }

    /// <summary>Stops listening, ends all connections, hanging ones included, and completes when nothing of it runs any more.</summary>
    /// <returns>A task that completes when all has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        await _http.StopAsync().ConfigureAwait(false);
        Dispose();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _http.Dispose();
}
