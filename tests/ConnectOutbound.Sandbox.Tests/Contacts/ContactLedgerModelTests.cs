using System.Collections.ObjectModel;
using ConnectOutbound.Sandbox.State;
using ConnectOutbound.Sandbox.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Sandbox.Tests.Contacts;

/// <summary>The ledger against a list that is searched from end to end.</summary>
public sealed class ContactLedgerModelTests
{
    private const int Quota = 12;

    private static readonly string[] Instances = ["one", "TWO"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_happens_each_contact_ends_once_and_the_active_ones_are_counted(int seed)
    {
        var random = new Random(seed);
        var time = new FakeTimeProvider();
        var ledger = new ContactLedger(time, Quota);
        var model = new List<Expected>();
        int refused = 0;
        int reasons = 0;

        for (int step = 0; step < 3000; step++)
        {
            long now = time.GetUtcNow().UtcTicks;
            switch (random.Next(20))
            {
                case < 9:
                    refused += Start(ledger, model, Instances[random.Next(2)], TimeSpan.FromMinutes(random.Next(1, 60)), now) ? 0 : 1;
                    break;
                case < 14 when model.Count > 0:
                    Expected chosen = model[random.Next(model.Count)];
                    string reason = $"reason {reasons++}";
                    Assert.Equal(chosen.IsActive(now), ledger.End(chosen.Id.ToString(), chosen.InstanceId.ToUpperInvariant(), reason));
                    chosen.End(now, reason);
                    break;
                case 14 when random.Next(10) == 0:
                    ledger.EndChats();
                    model.ForEach(contact => contact.End(now, ContactState.EndedByFlow));
                    break;
                case > 14:
                    time.Advance(TimeSpan.FromMinutes(random.Next(0, 5)));
                    break;
            }

            Assert.Equal(model.Count(contact => contact.IsActive(time.GetUtcNow().UtcTicks)), ledger.ActiveChatCount);
        }

        Assert.True(refused > 0, "The quota was never met.");
        Assert.All(model, contact =>
        {
            ContactState state = ledger.Find(contact.Id.ToString(), null)!;
            Assert.Equal(contact.At(time.GetUtcNow().UtcTicks), (state.EndedAt, state.DisconnectReason));
        });
    }

    private static bool Start(ContactLedger ledger, List<Expected> model, string instanceId, TimeSpan duration, long now)
    {
        var id = Guid.NewGuid();
        bool isFree = model.Count(contact => contact.InstanceId == instanceId && contact.IsActive(now)) < Quota;
        Guid? started = ledger.Start(new ContactStart { ContactId = id, InstanceId = instanceId, ChatDuration = duration, Record = Record(id, instanceId) });
        Assert.Equal(isFree ? id : null, started);
        if (isFree)
        {
            model.Add(new Expected(id, instanceId, now + duration.Ticks));
        }

        return isFree;
    }

    private static SandboxContact Record(Guid id, string instanceId) => new()
    {
        ContactId = id.ToString(),
        Destination = Bodies.Destination,
        Source = Bodies.Source,
        Subtype = "connect:SMS",
        Attributes = ReadOnlyDictionary<string, string>.Empty,
        InstanceId = instanceId,
        ContactFlowId = Bodies.FlowId,
        ReceivedAt = default,
        AccessKeyId = "A",
        Body = "{}",
    };

    private sealed class Expected(Guid id, string instanceId, long expiresAt)
    {
        private (long Time, string Reason)? _ended;

        public Guid Id { get; } = id;

        public string InstanceId { get; } = instanceId;

        public bool IsActive(long now) => _ended is null && now < expiresAt;

        public void End(long now, string reason)
        {
            if (IsActive(now))
            {
                _ended = (now, reason);
            }
        }

        public (long? Time, string? Reason) At(long now) =>
            _ended is { } ended ? (ended.Time, ended.Reason) : now < expiresAt ? (null, null) : (expiresAt, "EXPIRED");
    }
}
