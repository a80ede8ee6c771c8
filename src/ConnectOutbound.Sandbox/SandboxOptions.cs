namespace ConnectOutbound.Sandbox;

/// <summary>How a sandbox behaves. The defaults are those of a new Amazon Connect account.</summary>
/// <remarks>
/// <para>A request passes these stations in this order, and the first that refuses it answers: the operation is found; the signature
/// (<see cref="AccessKey"/>) is checked; the body is read as JSON; the rate quota (<see cref="RequestsPerSecond"/>) is taken from;
/// a fault is drawn (<see cref="FaultHook"/>, then <see cref="FaultRate"/>); the members are validated; instance and flow are looked up;
/// a known client token is answered; the quota of active chats is taken from; the contact is created.</para>
/// <para>The faults that create nothing take effect as soon as they are drawn, on invalid requests too. CutAfter, CutAfterStatusLine,
/// TruncatedJson, InvalidJson and Hang spoil the answer of a request that was accepted, and leave a refusal as it is. LimitExceeded and Conflict are
/// errors of StartOutboundChatContact only. A drawn fault that takes no effect is not counted.</para>
/// <para>The sandbox is stricter than the service: a member that the operation does not have is refused, where the service ignores it.</para>
/// </remarks>
public sealed record SandboxOptions
{
    /// <summary>The TCP port on 127.0.0.1; 0, the default, takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Requests a second, from 0; <see cref="double.PositiveInfinity"/> for no quota. The default is 2, the service's own for
    /// StartOutboundChatContact (quota code L-408DD6C6).
    /// </summary>
    public double RequestsPerSecond { get; init; } = 2;

    /// <summary>How many requests are taken at once when none came for a while, from 1. The default is 5, the service's own.</summary>
    public int Burst { get; init; } = 5;

    /// <summary>
    /// How often each operation on message templates may be called in a second, from 0; <see cref="double.PositiveInfinity"/> for no quota. The default is 10.
    /// </summary>
    public double TemplateRequestsPerSecond { get; init; } = 10;

    /// <summary>How many requests to an operation on message templates are taken at once when none came for a while, from 1. The default is 15.</summary>
    public int TemplateBurst { get; init; } = 15;

    /// <summary>
    /// How often each of ListInstances, ListPhoneNumbersV2 and ListContactFlows may be called in a second, from 0; <see cref="double.PositiveInfinity"/> for
    /// no quota. Null, the default, is the service's own, 2, or no quota where <see cref="RequestsPerSecond"/> has none.
    /// </summary>
    public double? ListRequestsPerSecond { get; init; }

    /// <summary>How many requests to each of these are taken at once when none came for a while, from 1. The default is 5, the service's own.</summary>
    public int ListBurst { get; init; } = 5;

    /// <summary>
    /// How often each of DescribeContact and StopContact may be called in a second, from 0; <see cref="double.PositiveInfinity"/> for no quota. Null,
    /// the default, is the service's own, 10, or no quota where <see cref="RequestsPerSecond"/> has none.
    /// </summary>
    public double? ContactRequestsPerSecond { get; init; }

    /// <summary>How many requests to each of these are taken at once when none came for a while, from 1. The default is 15, the service's own.</summary>
    public int ContactBurst { get; init; } = 15;

    /// <summary>
    /// Chats that may be active at once in one instance, from 0. The default is 500, the service's own (quota code L-D4BA6F6E). A chat ends
    /// after its ChatDurationInMinutes (1500 where not given), by StopContact, <see cref="OutboundSandbox.EndContact"/> or
    /// <see cref="OutboundSandbox.EndChats"/>.
    /// </summary>
    public int ConcurrentChats { get; init; } = 500;

    /// <summary>
    /// The one access key id that is known. With it signatures are verified (Signature Version 4) and wrong ones refused;
    /// without it, the default, only the form of a signature is checked.
    /// </summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret of <see cref="AccessKey"/>; needed with it.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The session token that requests must carry, for temporary credentials; null when they must carry none.</summary>
    public string? SessionToken { get; init; }

    /// <summary>
    /// How far the time of a signature may lie from the sandbox's clock, either way; the default is the service's 5 minutes. Clients sign with
    /// the clock of the machine: a sandbox that is given a clock of its own wants <see cref="TimeSpan.MaxValue"/>, which takes any time.
    /// </summary>
    public TimeSpan AllowedClockSkew { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The share of requests, 0 to 1, that draw a fault. The default is 0.</summary>
    public double FaultRate { get; init; }

    /// <summary>
    /// The faults that <see cref="FaultRate"/> draws from, each as likely as the others. The default are those that a client can recover from at once:
    /// Throttle, InternalError, UnavailableHtml, CutBefore, CutAfter, CutAfterStatusLine, TruncatedJson, InvalidJson.
    /// </summary>
    public IReadOnlyList<SandboxFaultKind> FaultKinds { get; init; } =
    [
        SandboxFaultKind.Throttle, SandboxFaultKind.InternalError, SandboxFaultKind.UnavailableHtml, SandboxFaultKind.CutBefore,
        SandboxFaultKind.CutAfter, SandboxFaultKind.CutAfterStatusLine, SandboxFaultKind.TruncatedJson, SandboxFaultKind.InvalidJson,
    ];

    /// <summary>How long the fault RetryAfter asks a client to wait, from 0, in whole seconds. The default is 2 seconds.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>With the same seed, the request with the same <see cref="SandboxRequestInfo.SequenceNumber"/> draws the same fault.</summary>
    public int FaultSeed { get; init; }

    /// <summary>
    /// Decides on a fault for each request that the rate quota let through; null leaves the request to <see cref="FaultRate"/>. It is called from
    /// several threads at once. When it throws, the request is answered with 500 InternalFailure.
    /// </summary>
    public Func<SandboxRequestInfo, SandboxFaultKind?>? FaultHook { get; init; }

    /// <summary>How long each answer of an operation is held back, from 0 to one day. What the request does is done before.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>
    /// The ids of the instances that there are in the beginning; requests for others answer ResourceNotFoundException. Null, the default: there is one example,
    /// and StartOutboundChatContact takes any instance, which from then on exists for the operations on contacts.
    /// </summary>
    public IReadOnlyCollection<string>? InstanceIds { get; init; }

    /// <summary>
    /// The ids of the flows that there are in the beginning, in the first instance; requests for others answer ResourceNotFoundException. Null, the
    /// default: there are examples, and StartOutboundChatContact takes any flow.
    /// </summary>
    public IReadOnlyCollection<string>? ContactFlowIds { get; init; }

    /// <summary>
    /// Whether a request may hold both InitialSystemMessage and InitialTemplatedSystemMessage. What the service does with both is not documented;
    /// the default is to refuse them.
    /// </summary>
    public bool AllowBothMessages { get; init; }

    /// <summary>
    /// Whether the contacts and their request bodies are kept for <see cref="OutboundSandbox.Contacts"/>. False keeps client tokens and counts only,
    /// for runs of very many contacts; the operations on contacts do not find them.
    /// </summary>
    public bool KeepBodies { get; init; } = true;

    /// <summary>The quotas and the faults; credentials are left out.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() =>
        $"{nameof(SandboxOptions)} {{ Port = {Port}, RequestsPerSecond = {RequestsPerSecond}, Burst = {Burst}, ConcurrentChats = {ConcurrentChats}, "
            + $"FaultRate = {FaultRate}, Latency = {Latency} }}";

    internal double ListRate => ListRequestsPerSecond ?? (double.IsPositiveInfinity(RequestsPerSecond) ? RequestsPerSecond : 2);

    internal double ContactRate => ContactRequestsPerSecond ?? (double.IsPositiveInfinity(RequestsPerSecond) ? RequestsPerSecond : 10);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, 65535);
        ArgumentOutOfRangeException.ThrowIfNegative(ConcurrentChats);
        ArgumentOutOfRangeException.ThrowIfLessThan(AllowedClockSkew, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Latency, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(RetryAfter, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Latency, TimeSpan.FromDays(1));
        CheckQuota(RequestsPerSecond, Burst);
        CheckQuota(TemplateRequestsPerSecond, TemplateBurst);
        CheckQuota(ListRate, ListBurst);
        CheckQuota(ContactRate, ContactBurst);
        if (double.IsNaN(FaultRate) || FaultRate is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(FaultRate), FaultRate, "FaultRate is a share from 0 to 1.");
        }

        ArgumentNullException.ThrowIfNull(FaultKinds);
        if ((FaultRate > 0 && FaultKinds.Count == 0) || FaultKinds.Any(kind => !Enum.IsDefined(kind)))
        {
            throw new ArgumentException("FaultKinds must name at least one known fault when FaultRate is above 0.", nameof(FaultKinds));
        }

        if (string.IsNullOrEmpty(AccessKey) != string.IsNullOrEmpty(SecretKey))
        {
            throw new ArgumentException("AccessKey and SecretKey are given together or not at all.", nameof(SecretKey));
        }

        if (!string.IsNullOrEmpty(SessionToken) && string.IsNullOrEmpty(AccessKey))
        {
            throw new ArgumentException("SessionToken needs AccessKey and SecretKey.", nameof(SessionToken));
        }
    }

    internal static void CheckQuota(double requestsPerSecond, int burst)
    {
        if (double.IsNaN(requestsPerSecond) || requestsPerSecond < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(requestsPerSecond), requestsPerSecond, "RequestsPerSecond is 0 or more.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(burst, 1);
    }
}
