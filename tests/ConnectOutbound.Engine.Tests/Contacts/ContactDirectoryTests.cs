using ConnectOutbound.Engine.Contacts;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Engine.Tests.Templates;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Contacts;

public class ContactDirectoryTests
{
    [Fact]
    public async Task A_contact_is_told_by_its_timestamps()
    {
        using var run = new ContactRun();
        ContactReference contact = Assert.Single(await run.StartAsync(1));

        OutboundContactState before = await run.Directory.DescribeAsync(contact);
        run.Sandbox.EndContact(contact.ContactId, "CUSTOMER_DISCONNECT");
        OutboundContactState after = await run.Directory.DescribeAsync(contact);

        Assert.Equal((OutboundContactStage.Active, null, null), (before.State, before.DisconnectedAt, before.DisconnectReason));
        Assert.Equal((contact.ContactId, Given.Instance, "SMS", "+12065000001"), (before.ContactId, before.InstanceId, before.Channel, before.Destination));
        Assert.Equal((TimeSpan.Zero, true, null), (before.InitiatedAt!.Value.Offset, before.ConnectedAt is not null, before.AgentConnectedAt));
        Assert.Same(contact.Input, before.GetInput());
        Assert.Equal((OutboundContactStage.Disconnected, "CUSTOMER_DISCONNECT"), (after.State, after.DisconnectReason));
        Assert.True(after.DisconnectedAt >= after.InitiatedAt);
    }

    [Theory]
    [InlineData("InitiationTimestamp", "-1", OutboundContactStage.Active)]
    [InlineData("ConnectedToSystemTimestamp", "1e300", OutboundContactStage.Active)]
    [InlineData("LastUpdateTimestamp", "\"Infinity\"", OutboundContactStage.Active)]
    [InlineData("DisconnectTimestamp", "\"yesterday\"", OutboundContactStage.Disconnected)]
    public async Task A_time_that_cannot_be_read_is_left_empty_and_the_contact_is_asked_for_once(string name, string value, object stage)
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, $$$"""{"Contact":{"Id":"c","QueueInfo":{"Id":"q"},"{{{name}}}":{{{value}}}}}"""));
        using ContactConnection connection = SandboxRun.Connect(server.Url);
        using var directory = new ContactDirectory(connection.Client, new Pacer(TimeProvider.System), new Pacer(TimeProvider.System), ContactRun.Quick);

        OutboundContactState state = await directory.DescribeAsync(ContactReference.Create("c", Given.Instance));

        Assert.Equal(((OutboundContactStage)stage, "q"), (state.State, state.QueueId));
        Assert.Equal((null, null, null, null), (state.InitiatedAt, state.ConnectedAt, state.LastUpdatedAt, state.DisconnectedAt));
        Assert.Equal(($"{name} of the contact c", 1), (directory.UnreadableTime, server.Requests.Count));
    }

    [Fact]
    public async Task A_contact_that_ended_without_a_reason_has_none()
    {
        using var run = new ContactRun();
        ContactReference contact = Assert.Single(await run.StartAsync(1));
        run.Sandbox.EndContact(contact.ContactId, "");
        OutboundContactState state = await run.Directory.DescribeAsync(contact);
        Assert.Equal((OutboundContactStage.Disconnected, null), (state.State, state.DisconnectReason));
    }

    [Fact]
    public async Task A_contact_that_does_not_exist_is_an_error_of_its_own()
    {
        using var run = new ContactRun();
        await run.StartAsync(1);
        var error = await Assert.ThrowsAsync<OutboundException>(
            () => run.Directory.DescribeAsync(ContactReference.Create(Guid.NewGuid().ToString(), Given.Instance)));
        Assert.Equal(("ContactNotFound", true), (error.Id, error.Scope == ErrorScope.One));
    }

    [Fact]
    public async Task What_has_ended_cannot_be_ended_and_that_is_no_error()
    {
        using var run = new ContactRun();
        ContactReference contact = Assert.Single(await run.StartAsync(1));
        Assert.True(await run.Directory.StopAsync(contact));
        Assert.False(await run.Directory.StopAsync(contact));
        Assert.Equal((OutboundContactStage.Disconnected, 0), ((await run.Directory.DescribeAsync(contact)).State, run.Sandbox.ActiveChatCount));
    }

    [Theory]
    [InlineData(SandboxFaultKind.NotFound)]
    [InlineData(SandboxFaultKind.InvalidRequest)]
    public async Task However_the_end_of_a_chat_is_refused_its_description_decides(SandboxFaultKind kind)
    {
        using var run = new ContactRun(SandboxRun.Free with { FaultHook = info => info.Operation == "StopContact" ? kind : null });
        ContactReference[] contacts = await run.StartAsync(2);
        run.Sandbox.EndContact(contacts[0].ContactId, "CUSTOMER_DISCONNECT");

        Assert.False(await run.Directory.StopAsync(contacts[0]));
        var goesOn = await Assert.ThrowsAsync<OutboundException>(() => run.Directory.StopAsync(contacts[1]));
        var never = await Assert.ThrowsAsync<OutboundException>(
            () => run.Directory.StopAsync(ContactReference.Create(Guid.NewGuid().ToString(), Given.Instance)));

        string id = kind == SandboxFaultKind.NotFound ? "ContactNotFound" : "ContactRequestInvalid";
        Assert.Equal((id, "ContactNotFound"), (goesOn.Id, never.Id));
    }

    [Fact]
    public async Task What_never_existed_cannot_be_ended_and_that_is_an_error()
    {
        using var run = new ContactRun();
        await run.StartAsync(1);
        var error = await Assert.ThrowsAsync<OutboundException>(
            () => run.Directory.StopAsync(ContactReference.Create(Guid.NewGuid().ToString(), Given.Instance)));
        Assert.Equal(("ContactNotFound", true), (error.Id, error.Scope == ErrorScope.One));
        Assert.Equal(1, run.Sandbox.ActiveChatCount);
    }

    [Fact]
    public async Task Without_the_right_to_ask_the_services_word_for_ended_counts()
    {
        using var run = new ContactRun(SandboxRun.Free with { FaultHook = info => info.Operation == "DescribeContact" ? SandboxFaultKind.AccessDenied : null });
        ContactReference contact = Assert.Single(await run.StartAsync(1));
        Assert.True(await run.Directory.StopAsync(contact));
        Assert.False(await run.Directory.StopAsync(contact));
    }

    [Theory]
    [InlineData(SandboxFaultKind.AccessDenied, "AccessDenied", false)]
    [InlineData(SandboxFaultKind.ExpiredToken, "CredentialsExpired", false)]
    [InlineData(SandboxFaultKind.InvalidRequest, "ContactRequestInvalid", true)]
    public async Task An_error_that_stays_is_told_at_once_with_its_remedy(SandboxFaultKind kind, string id, bool ofOne)
    {
        using var run = new ContactRun(SandboxRun.Free with { FaultHook = _ => kind });
        ContactReference contact = ContactReference.Create("some-contact", Given.Instance);
        var describing = await Assert.ThrowsAsync<OutboundException>(() => run.Directory.DescribeAsync(contact));
        var stopping = await Assert.ThrowsAsync<OutboundException>(() => run.Directory.StopAsync(contact));
        // What may mean that the contact has ended is asked about.
        Assert.Equal((id, id, ofOne, ofOne ? 3 : 2), (describing.Id, stopping.Id, describing.Scope == ErrorScope.One, run.Sandbox.RequestCount));
        Assert.Equal(id == "AccessDenied", describing.Remedy.Contains("connect:DescribeContact", StringComparison.Ordinal));
        Assert.Equal(id == "AccessDenied", stopping.Remedy.Contains("connect:StopContact", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SandboxFaultKind.Throttle, "Throttled")]
    [InlineData(SandboxFaultKind.InternalError, "ContactUnavailable")]
    [InlineData(SandboxFaultKind.CutBefore, "ContactUnavailable")]
    public async Task A_request_that_failed_is_repeated_up_to_a_bound(SandboxFaultKind kind, string id)
    {
        using var run = new ContactRun(SandboxRun.Free with { FaultHook = info => info.SequenceNumber is > 1 and <= 4 ? kind : null });
        ContactReference contact = Assert.Single(await run.StartAsync(1));
        Assert.Equal(OutboundContactStage.Active, (await run.Directory.DescribeAsync(contact)).State);
        Assert.Equal(5, run.Sandbox.RequestCount);

        using var hopeless = new ContactRun(SandboxRun.Free with { FaultHook = _ => kind });
        var error = await Assert.ThrowsAsync<OutboundException>(() => hopeless.Directory.DescribeAsync(contact));
        Assert.Equal((id, true, 4), (error.Id, error.IsTransient, hopeless.Sandbox.RequestCount));
    }

    [Fact]
    public async Task Many_are_asked_for_several_at_a_time_and_each_comes_out_once()
    {
        using var run = new ContactRun();
        ContactReference[] contacts = await run.StartAsync(30);
        int underWay = 0, most = 0;
        await using BoundedWorker<ContactReference, ContactAnswer<OutboundContactState>> calls = ContactWorker.Create<OutboundContactState>(
            async (contact, cancel) =>
            {
                int now = Interlocked.Increment(ref underWay);
                lock (contacts)
                    most = Math.Max(most, now);
                OutboundContactState state = await run.Directory.DescribeAsync(contact, cancel);
                Interlocked.Decrement(ref underWay);
                return state;
            },
            4);
        var seen = new List<string>();
        foreach (ContactReference contact in contacts)
        {
            while (!calls.HasRoom)
                Take();
            calls.Submit(contact);
        }

        while (calls.Outstanding > 0)
            Take();
        Assert.Equal(contacts.Select(contact => contact.ContactId).Order(), seen.Order());
        Assert.InRange(most, 1, 4);

        void Take()
        {
            Assert.True(calls.TryTake(TimeSpan.FromSeconds(60), CancellationToken.None, out ContactAnswer<OutboundContactState>? answer));
            seen.Add(answer.Value!.ContactId);
        }
    }

    [Fact]
    public async Task The_quota_of_the_service_is_not_met()
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free with { ContactRequestsPerSecond = 10, ContactBurst = 15 });
        (List<OutboundContact> results, _) = await SandboxRun.SendAsync(sandbox, 1);
        ContactReference contact = ContactReference.Create(results[0].ContactId!, results[0].InstanceId);
        using ContactDirectory directory = ContactDirectory.Open(Templates.TemplateRun.Settings(sandbox), 8, TimeSpan.FromSeconds(20));
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => directory.DescribeAsync(contact)));
        Assert.Equal(0, sandbox.ThrottledCount);
    }

    [Fact]
    public async Task A_cancelled_request_ends()
    {
        using var run = new ContactRun(SandboxRun.Free with { FaultHook = info => info.SequenceNumber > 1 ? SandboxFaultKind.Hang : null });
        ContactReference contact = Assert.Single(await run.StartAsync(1));
        using var cancel = new CancellationTokenSource(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Directory.DescribeAsync(contact, cancel.Token));
    }
}
