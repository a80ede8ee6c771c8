using System.Collections;
using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Operations;
using ConnectOutbound.Sandbox.Operations.MessageTemplates;
using ConnectOutbound.Sandbox.Signing;
using ConnectOutbound.Sandbox.State;
using ConnectOutbound.Sandbox.Templates;

namespace ConnectOutbound.Sandbox;

/// <summary>
/// A stand-in for Amazon Connect on 127.0.0.1, inside this process: it answers StartOutboundChatContact as the service does, with its
/// validation, idempotency, quotas and errors, and with faults on demand. It has message templates, too, and answers the operations of Amazon Q in Connect
/// that read them. It sends nothing to anybody.
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
    private readonly TokenBucket[] _templateQuotas;
    private readonly TemplateStore _templates;
    private readonly SandboxCounters _counters;

    private SandboxServer(SandboxOptions options, TimeProvider time, HttpLimits limits)
    {
        _counters = new SandboxCounters();
        _quota = new TokenBucket(time, options.RequestsPerSecond, options.Burst);
        _ledger = new ContactLedger(time, options.ConcurrentChats);
        _templates = new TemplateStore(time);
        _templateQuotas = [.. Enumerable.Range(0, 5).Select(_ => new TokenBucket(time, options.TemplateRequestsPerSecond, options.TemplateBurst))];
        var operations = new OperationTable(
        [
            new StartOutboundChatContactOperation(options, _quota, _ledger),
            new ListKnowledgeBasesOperation(_templates, _templateQuotas[0]),
            new ListMessageTemplatesOperation(_templates, _templateQuotas[1]),
            new SearchMessageTemplatesOperation(_templates, _templateQuotas[2]),
            new GetMessageTemplateOperation(_templates, _templateQuotas[3]),
            new RenderMessageTemplateOperation(_templates, _templateQuotas[4]),
        ]);
        _door = new ServiceFrontDoor(options, time, operations, new RequestAuthenticator(options, time), _counters);
        _http = LoopbackHttpServer.Start(options.Port, _door, limits, time);
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
    public override void Clear()
    {
        _ledger.Clear();
        _quota.Refill();
        Array.ForEach(_templateQuotas, quota => quota.Refill());
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
