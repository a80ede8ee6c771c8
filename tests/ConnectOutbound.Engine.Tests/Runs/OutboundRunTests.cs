using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Runs;

public class OutboundRunTests
{
    private static ScriptedClient Willing() => new((request, _) => Task.FromResult(ScriptedClient.Started(request)));

    [Fact]
    public async Task Each_row_gives_one_result_with_what_was_sent_and_answered()
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free);
        (List<OutboundContact> results, _) = await SandboxRun.SendAsync(sandbox, 300);
        Assert.Equal(Enumerable.Range(1, 300).Select(i => (long)i), results.Select(contact => contact.RowNumber).Order());
        Dictionary<string, SandboxContact> received = sandbox.Contacts.ToDictionary(contact => contact.ContactId);
        foreach (OutboundContact contact in results)
        {
            SandboxContact there = received[contact.ContactId!];
            Assert.Equal((contact.Destination, contact.ClientToken, contact.InstanceId), (there.Destination, there.ClientToken, there.InstanceId));
            Assert.Equal((OutboundStatus.Started, 1, OutboundChannel.SMS), (contact.Status, contact.Attempts, contact.Channel!.Value));
            Assert.Equal($"input {contact.RowNumber}", contact.GetInput());
            Assert.NotNull(contact.RequestId);
            Assert.True(contact.Duration > TimeSpan.Zero);
        }
    }

    [Fact]
    public async Task No_more_rows_are_under_way_than_the_limit_even_when_nobody_takes_results()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = new ScriptedClient(async (request, _) =>
        {
            await release.Task;
            return ScriptedClient.Started(request);
        });
        await using OutboundRun run = SandboxRun.NewRun(client, SandboxRun.Fast with { ThrottleLimit = 3 });
        for (int i = 1; run.HasRoom; i++)
            run.Submit(Given.ValidRow(i));
        Assert.Equal(3, run.Outstanding);
        Assert.Throws<InvalidOperationException>(() => run.Submit(Given.ValidRow(4)));
        release.SetResult();
        for (int i = 0; i < 3; i++)
            Assert.True(run.TryTake(TimeSpan.FromSeconds(10), CancellationToken.None, out _));
        Assert.True(run.HasRoom);
        Assert.Equal(3, client.Requests.Count);
    }

    [Fact]
    public async Task After_Stop_nothing_is_sent_and_rows_come_out_as_not_sent()
    {
        ScriptedClient client = Willing();
        await using OutboundRun run = SandboxRun.NewRun(client);
        run.Stop();
        run.Submit(Given.ValidRow(1));
        Assert.True(run.TryTake(out OutboundContact? contact));
        Assert.Equal((OutboundStatus.NotSent, "Stopped", 0), (contact.Status, contact.ErrorCode, contact.Attempts));
        Assert.Empty(client.Requests);
    }

    [Fact]
    public async Task Rows_that_wait_for_the_pacer_are_not_sent_when_the_run_stops()
    {
        ScriptedClient client = Willing();
        await using OutboundRun run = SandboxRun.NewRun(client, SandboxRun.Fast with { Pace = new PaceLimit(0.001, 1), ThrottleLimit = 4 });
        for (int i = 1; i <= 4; i++)
            run.Submit(Given.ValidRow(i));
        Assert.True(run.TryTake(TimeSpan.FromSeconds(10), CancellationToken.None, out OutboundContact? first));
        Assert.Equal(OutboundStatus.Started, first.Status);
        run.Stop();
        for (int i = 0; i < 3; i++)
        {
            Assert.True(run.TryTake(TimeSpan.FromSeconds(10), CancellationToken.None, out OutboundContact? waiting));
            Assert.Equal(OutboundStatus.NotSent, waiting.Status);
        }

        Assert.Single(client.Requests);
    }

    [Fact]
    public async Task What_is_under_way_at_the_end_of_the_grace_is_given_up_as_unknown()
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free with { FaultHook = _ => SandboxFaultKind.Hang });
        using ContactConnection connection = SandboxRun.Connect(sandbox);
        await using OutboundRun run = SandboxRun.NewRun(connection, SandboxRun.Fast with { StopGrace = TimeSpan.FromMilliseconds(100) });
        run.Submit(Given.ValidRow(1));
        while (sandbox.ContactCount == 0)
            await Task.Delay(5);
        await run.StopAsync();
        Assert.True(run.TryTake(out OutboundContact? contact));
        Assert.Equal(OutboundStatus.Unknown, contact.Status);
    }

    [Fact]
    public async Task Answers_that_come_within_the_grace_still_count()
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free with { Latency = TimeSpan.FromMilliseconds(200) });
        using ContactConnection connection = SandboxRun.Connect(sandbox);
        await using OutboundRun run = SandboxRun.NewRun(connection, SandboxRun.Fast with { StopGrace = TimeSpan.FromSeconds(20) });
        run.Submit(Given.ValidRow(1));
        while (sandbox.RequestCount == 0)
            await Task.Delay(5);
        await run.StopAsync();
        Assert.True(run.TryTake(out OutboundContact? contact));
        Assert.Equal(OutboundStatus.Started, contact.Status);
    }

    [Fact]
    public async Task Invalid_rows_come_out_without_a_request()
    {
        ScriptedClient client = Willing();
        await using OutboundRun run = SandboxRun.NewRun(client);
        run.Submit(Given.Valid(("ChatDuration", "59")));
        Assert.True(run.TryTake(out OutboundContact? contact));
        Assert.Equal((OutboundStatus.Invalid, "ChatDurationOutOfRange"), (contact.Status, contact.ErrorCode));
        Assert.Empty(client.Requests);
        Assert.Equal("1 Invalid", run.Counts.ToString());
    }

    [Fact]
    public async Task MaxErrors_stops_a_run_that_goes_wrong()
    {
        ScriptedClient client = Willing();
        await using OutboundRun run = SandboxRun.NewRun(client, SandboxRun.Fast with { MaxErrors = 3 });
        var results = new List<OutboundContact>();
        var rows = Enumerable.Range(1, 10).Select(i => Given.Row(i, ("Phone", i <= 3 ? "wrong" : $"+1206555010{i % 10}")));
        await foreach (OutboundContact contact in run.SendAsync(rows, new RowReader(Given.Options())))
            results.Add(contact);
        Assert.Equal("MaxErrorsReached", run.Fault!.Id);
        Assert.Equal(
            (3, 7),
            (results.Count(contact => contact.Status == OutboundStatus.Invalid), results.Count(contact => contact.Status == OutboundStatus.NotSent)));
        Assert.Empty(client.Requests);
    }

    [Fact]
    public async Task Every_attempt_of_a_row_carries_the_same_token_and_no_two_rows_share_one()
    {
        var client = new ScriptedClient(
            (request, attempt) => attempt < 3 ? Task.FromException<StartedContact>(new TimeoutException()) : Task.FromResult(ScriptedClient.Started(request)));
        await SandboxRun.SendAsync(client, 20);
        ILookup<string, string> tokens = client.Requests.ToLookup(request => request.DestinationEndpoint!.Address!, request => request.ClientToken!);
        Assert.Equal(20, tokens.Count);
        Assert.All(tokens, of => Assert.Equal(3, of.Count()));
        Assert.All(tokens, of => Assert.Single(of.Distinct()));
        Assert.Equal(20, tokens.SelectMany(of => of).Distinct().Count());
    }

    [Fact]
    public async Task An_answer_without_a_contact_id_is_no_success()
    {
        var client = new ScriptedClient((request, attempt) => Task.FromResult(attempt == 1 ? new StartedContact(null, "r") : ScriptedClient.Started(request)));
        (List<OutboundContact> results, _) = await SandboxRun.SendAsync(client, 1);
        Assert.Equal((OutboundStatus.Started, 2), (results[0].Status, results[0].Attempts));
    }
}
