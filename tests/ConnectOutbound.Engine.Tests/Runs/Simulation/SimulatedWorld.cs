using System.Net;
using System.Net.Sockets;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>
/// What outlives a process: the service with its contacts and tokens, the journal on disk, the clock. Every step of a process is an event that the
/// simulation lets happen, in an order that a seed decides; the process may end at any of them.
/// </summary>
internal sealed class SimulatedWorld(Func<StartOutboundChatContactRequest, int, SimulatedFault> faultOf)
{
    private readonly Dictionary<string, string> _contactOfToken = new(StringComparer.Ordinal);
    private readonly Dictionary<ContactIdentity, JournalEntry> _journal = [];
    private readonly Dictionary<string, int> _attemptsOf = new(StringComparer.Ordinal);
    private readonly List<(string What, Action Happen)> _pending = [];

    public FakeTimeProvider Time { get; private set; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    /// <summary>How many contacts each destination has.</summary>
    public Dictionary<string, List<string>> ContactsOf { get; } = new(StringComparer.Ordinal);

    /// <summary>The number of the event at which the process ends; events count from 1 in each process.</summary>
    public int CrashAt { get; set; } = int.MaxValue;

    public int Events { get; private set; }

    public bool Crashed { get; private set; }

    public int PendingCount
    {
        get
        {
            lock (_pending)
                return _pending.Count;
        }
    }

    /// <summary>A new process: what the old one waited for never comes.</summary>
    public void Restart(int crashAt)
    {
        // Timers of the old process are on the old clock and never fire.
        Time = new FakeTimeProvider(Time.GetUtcNow());
        _pending.Clear();
        Events = 0;
        Crashed = false;
        CrashAt = crashAt;
    }

    /// <summary>Lets one of the things happen that a process waits for.</summary>
    public void HappenOne(Random random)
    {
        // By name, not by the order in which threads came: when a run stops, what it waited for ends on other threads.
        _pending.Sort(static (one, other) => string.CompareOrdinal(one.What, other.What));
        int chosen = random.Next(_pending.Count);
        (_, Action happen) = _pending[chosen];
        _pending.RemoveAt(chosen);
        happen();
    }

    public IRunJournal OpenJournal(string runName, int process) => new Journal(this, runName, $"process {process}");

    public IContactClient Connect() => new ScriptedClient((request, _) => SendAsync(request));

    private Task<StartedContact> SendAsync(StartOutboundChatContactRequest request)
    {
        string destination = request.DestinationEndpoint!.Address!;
        int attempt = _attemptsOf[destination] = _attemptsOf.GetValueOrDefault(destination) + 1;
        SimulatedFault fault = faultOf(request, attempt);
        var answer = new TaskCompletionSource<StartedContact>();
        // Two points in a request at which the process may end: before it arrives, and after it did.
        Expect($"request {destination}", () =>
        {
            StartedContact? started = Creates(fault) ? new StartedContact(Create(request), "request") : null;
            Expect($"answer {destination}", () =>
            {
                if (fault == SimulatedFault.None)
                    answer.SetResult(started!.Value);
                else if (fault == SimulatedFault.NoContactIdAfter)
                    answer.SetResult(new StartedContact(null, "request"));
                else
                    answer.SetException(ExceptionOf(fault));
            });
        });
        return answer.Task;
    }

    private string Create(StartOutboundChatContactRequest request)
    {
        if (_contactOfToken.TryGetValue(request.ClientToken!, out string? known))
            return known;
        string contact = $"contact {_contactOfToken.Count + 1}";
        _contactOfToken[request.ClientToken!] = contact;
        string destination = request.DestinationEndpoint!.Address!;
        if (!ContactsOf.TryGetValue(destination, out List<string>? contacts))
            ContactsOf[destination] = contacts = [];
        contacts.Add(contact);
        return contact;
    }

    private static bool Creates(SimulatedFault fault) =>
        fault is SimulatedFault.None or SimulatedFault.ErrorAfter or SimulatedFault.TimeoutAfter or SimulatedFault.CutAfter
            or SimulatedFault.UnreadableAfter or SimulatedFault.NoContactIdAfter;

    private static Exception ExceptionOf(SimulatedFault fault) => fault switch
    {
        SimulatedFault.Throttled => Error("ThrottlingException", 429),
        SimulatedFault.QuotaFull => Error("LimitExceededException", 429),
        SimulatedFault.Conflict => Error("ConflictException", 409),
        SimulatedFault.ErrorBefore or SimulatedFault.ErrorAfter => Error("InternalServiceException", 500),
        SimulatedFault.TimeoutBefore or SimulatedFault.TimeoutAfter => new TimeoutException(),
        SimulatedFault.UnreadableAfter => new AmazonUnmarshallingException("request", "", new FormatException(), HttpStatusCode.OK),
        SimulatedFault.Unreachable => new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)),
        SimulatedFault.Expired => Error("ExpiredTokenException", 403),
        _ => new IOException("connection reset"),
    };

    private static AmazonConnectException Error(string code, int status) => new(code, null!, ErrorType.Unknown, code, "request", (HttpStatusCode)status);

    private void Expect(string what, Action happen)
    {
        lock (_pending)
        {
            _pending.Add((what, () =>
            {
                Events++;
                if (Events >= CrashAt)
                    Crashed = true;
                if (!Crashed)
                    happen();
            }
            ));
        }
    }

    private sealed class Journal(SimulatedWorld world, string runName, string invocation) : IRunJournal
    {
        public string RunName => runName;

        public string Invocation => invocation;

        public RunBinding? Binding => null;

        public void Adopt(RunBinding binding)
        {
        }

        public bool HasSimilarKey(ContactIdentity identity) => false;

        public JournalEntry? Find(ContactIdentity identity) => world._journal.GetValueOrDefault(identity);

        public Task BeginAsync(JournalIntent intent, CancellationToken cancellationToken) => WriteAsync($"begin {intent.Identity.Destination}", () =>
        {
            JournalEntry? before = Find(intent.Identity);
            if (before?.Status == JournalStatus.Started)
                return;
            bool keeps = before?.Status is JournalStatus.Sending or JournalStatus.Unknown;
            world._journal[intent.Identity] = new JournalEntry
            {
                Identity = intent.Identity,
                Status = JournalStatus.Sending,
                ClientToken = intent.ClientToken,
                RowNumber = intent.RowNumber,
                Invocation = Invocation,
                Channel = intent.Channel,
                Fingerprint = intent.Fingerprint,
                RowJson = intent.RowJson,
                FirstSentAt = keeps ? before!.FirstSentAt : intent.At,
                LastAt = intent.At,
            };
        });

        public Task EndAsync(JournalOutcome outcome) => WriteAsync($"end {outcome.Identity.Destination}", () =>
        {
            JournalEntry before = Find(outcome.Identity)!;
            if (before.Status != JournalStatus.Started)
            {
                world._journal[outcome.Identity] = before with
                {
                    Status = outcome.Status,
                    ContactId = outcome.ContactId,
                    Reason = outcome.Reason,
                    LastAt = outcome.At,
                };
            }
        });

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        // Before the write is on disk, and after it: two points at which the process may end.
        private Task WriteAsync(string what, Action write)
        {
            var done = new TaskCompletionSource();
            world.Expect(what, () =>
            {
                write();
                world.Expect($"{what} written", done.SetResult);
            });
            return done.Task;
        }
    }
}
