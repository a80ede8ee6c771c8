using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Skipping.Suppression;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Skipping.Duplicates;

public class DuplicateCheckTests
{
    private static readonly string[] s_twice = ["+12065550101", "+1 (206) 555-0102", "+12065550102", "+12065550101"];

    [Fact]
    public async Task The_first_row_with_a_destination_is_sent_and_the_others_are_its_duplicates()
    {
        (List<OutboundContact> results, long requests) = await SendAsync(s_twice, new SkipOptions());
        Assert.Equal(
            [OutboundStatus.Started, OutboundStatus.Started, OutboundStatus.Duplicate, OutboundStatus.Duplicate],
            results.Select(contact => contact.Status));
        Assert.Equal("Row 2 has the same destination.", results[2].Reason);
        Assert.Equal("Row 1 has the same destination.", results[3].Reason);
        Assert.All(results.Skip(2), contact => Assert.Equal("Duplicate", contact.ErrorCode));
        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task Sent_they_are_where_that_is_asked_for()
    {
        (List<OutboundContact> results, long requests) = await SendAsync(s_twice, new SkipOptions { DuplicateAction = OutboundDuplicateAction.Send });
        Assert.All(results, contact => Assert.Equal(OutboundStatus.Started, contact.Status));
        Assert.Equal(4, requests);
    }

    [Fact]
    public async Task Invalid_they_are_where_that_is_asked_for()
    {
        (List<OutboundContact> results, _) = await SendAsync(s_twice, new SkipOptions { DuplicateAction = OutboundDuplicateAction.Fail });
        Assert.Equal(
            [OutboundStatus.Started, OutboundStatus.Started, OutboundStatus.Invalid, OutboundStatus.Invalid],
            results.Select(contact => contact.Status));
        Assert.Equal("Duplicate", results[2].ErrorCode);
    }

    [Fact]
    public async Task A_row_that_was_held_back_itself_has_no_duplicates()
    {
        SuppressionList list = Suppressing("+12065550101");
        (List<OutboundContact> results, _) = await SendAsync(s_twice, new SkipOptions { Suppression = list });
        Assert.Equal(
            [OutboundStatus.Suppressed, OutboundStatus.Started, OutboundStatus.Duplicate, OutboundStatus.Suppressed],
            results.Select(contact => contact.Status));
        Assert.Contains("the numbers given", results[0].Reason, StringComparison.Ordinal);
        Assert.Equal("Suppressed", results[0].ErrorCode);
    }

    [Fact]
    public async Task A_row_stays_a_duplicate_though_the_first_was_refused()
    {
        var client = new ScriptedClient(
            (_, _) => throw new Amazon.Connect.Model.InvalidRequestException("no", new InvalidOperationException())
            {
                ErrorCode = "InvalidRequestException",
                StatusCode = System.Net.HttpStatusCode.BadRequest,
            });
        List<OutboundContact> results = await SendAsync(client, ["+12065550101", "+12065550101"], new SkipOptions());
        Assert.Equal([OutboundStatus.Failed, OutboundStatus.Duplicate], results.Select(contact => contact.Status));
        Assert.Single(client.Requests);
    }

    [Fact]
    public async Task A_key_tells_contacts_with_one_destination_apart()
    {
        var client = new ScriptedClient((request, _) => Task.FromResult(ScriptedClient.Started(request)));
        await using OutboundRun run = SandboxRun.NewRun(client);
        Row[] rows = [.. new[] { "A", "B", "A" }.Select((order, i) => Given.Row(i + 1, ("Phone", Given.Number), ("Order", order)))];
        List<OutboundContact> results = await CollectAsync(run, rows, new RowReader(Given.Options() with { KeyColumn = "Order" }, "offer"));
        Assert.Equal([OutboundStatus.Started, OutboundStatus.Started, OutboundStatus.Duplicate], results.Select(contact => contact.Status));
        Assert.Equal("Row 1 has the same destination and key.", results[2].Reason);
    }

    internal static SuppressionList Suppressing(params string[] numbers)
    {
        var builder = new SuppressionListBuilder();
        builder.AddNumbers(numbers);
        return builder.Build();
    }

    private static async Task<(List<OutboundContact> Results, long Requests)> SendAsync(string[] numbers, SkipOptions gates)
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free);
        using Engine.Service.ContactConnection connection = SandboxRun.Connect(sandbox);
        return (await SendAsync(connection, numbers, gates), sandbox.RequestCount);
    }

    private static async Task<List<OutboundContact>> SendAsync(Engine.Sending.IContactClient client, string[] numbers, SkipOptions gates)
    {
        await using OutboundRun run = SandboxRun.NewRun(client, skip: gates);
        return await CollectAsync(run, numbers.Select((number, i) => Given.Row(i + 1, ("Phone", number))), new RowReader(Given.Options()));
    }

    private static async Task<List<OutboundContact>> CollectAsync(OutboundRun run, IEnumerable<Row> rows, RowReader reader)
    {
        var results = new List<OutboundContact>();
        await foreach (OutboundContact contact in run.SendAsync(rows, reader))
            results.Add(contact);
        return [.. results.OrderBy(contact => contact.RowNumber)];
    }
}
