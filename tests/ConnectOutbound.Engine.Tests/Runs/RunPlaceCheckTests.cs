using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>The account of a run is that of its source numbers: rows of another account stop it before a request.</summary>
public sealed class RunPlaceCheckTests : IDisposable
{
    private const string OtherAccount = "arn:aws:connect:us-east-1:210987654321:phone-number/aaaaaaaa-0000-0000-0000-000000000001";
    private const string OtherPartition = "arn:aws-us-gov:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001";
    private const string NumberOfOtherRegion = "arn:aws:connect:us-west-2:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001";
    private const string NoAccount = "arn:aws:connect:us-east-1::phone-number/aaaaaaaa-0000-0000-0000-000000000001";

    private static readonly RunPlace s_region = RunPlace.Aws("aws", "us-east-1");
    private readonly string _folder = Directory.CreateTempSubdirectory("connect-outbound-places-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly ScriptedClient _client = new((request, _) => Task.FromResult(ScriptedClient.Started(request)));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_first_row_names_the_account()
    {
        await SendAsync(s_region, Given.Source);

        Assert.Equal("aws/us-east-1/123456789012", Assert.Single(File().Runs()).Binding.Place!.ToString());
    }

    [Theory]
    [InlineData(OtherAccount, "account 210987654321 in us-east-1 (aws)")]
    [InlineData(OtherPartition, "(aws-us-gov)")]
    public async Task A_row_of_another_account_stops_the_run_before_a_request(string source, string named)
    {
        await SendAsync(s_region, Given.Source);
        int before = _client.Requests.Count;

        (List<OutboundContact> results, OutboundRun run) = await SendAsync(s_region, source, source);

        Assert.Equal("RunElsewhere", run.Fault?.Id);
        Assert.Contains("account 123456789012 in us-east-1 (aws)", run.Fault!.Message, StringComparison.Ordinal);
        Assert.Contains(named, run.Fault.Message, StringComparison.Ordinal);
        Assert.All(results, result => Assert.Equal((OutboundStatus.NotSent, "RunElsewhere"), (result.Status, result.ErrorCode)));
        Assert.Equal(before, _client.Requests.Count);

        var planner = new RunPlanner(Open(s_region), _time);
        Assert.Equal(OutboundStatus.NotSent, planner.Plan(Reader().Read(Row(1, source))).Status);
        Assert.Equal("RunElsewhere", planner.Fault?.Id);
    }

    [Fact]
    public async Task A_row_of_another_account_than_the_row_before_stops_the_run_there()
    {
        (List<OutboundContact> results, OutboundRun run) = await SendAsync(s_region, Given.Source, OtherAccount, Given.Source);

        Assert.Equal("RunElsewhere", run.Fault?.Id);
        Assert.Equal(
            [OutboundStatus.NotSent, OutboundStatus.NotSent],
            results.OrderBy(result => result.RowNumber).Skip(1).Select(result => result.Status));
    }

    [Theory]
    [InlineData(NumberOfOtherRegion)]
    [InlineData(NoAccount)]
    public async Task The_Region_is_that_of_the_requests_and_what_is_not_known_is_not_compared(string source)
    {
        await SendAsync(s_region, Given.Source);
        (_, OutboundRun run) = await SendAsync(s_region, source, source);

        Assert.Null(run.Fault);
        Assert.Equal("aws/us-east-1/123456789012", Assert.Single(File().Runs()).Binding.Place!.ToString());
    }

    [Fact]
    public async Task On_this_computer_any_account_will_do()
    {
        await SendAsync(RunPlace.Loopback, Given.Source);
        (_, OutboundRun run) = await SendAsync(RunPlace.Loopback, OtherAccount, Given.Source);

        Assert.Null(run.Fault);
        Assert.Equal(RunPlace.Loopback, Assert.Single(File().Runs()).Binding.Place);
    }

    [Fact]
    public async Task A_plan_that_does_not_know_its_place_compares_the_account_and_leaves_a_rehearsal_alone()
    {
        await SendAsync(s_region, Given.Source);
        var planner = new RunPlanner(Open(null), _time);
        Assert.Equal(OutboundStatus.AlreadyStarted, planner.Plan(Reader().Read(Row(1, Given.Source))).Status);
        planner.Plan(Reader().Read(Row(1, OtherAccount)));
        Assert.Equal("RunElsewhere", planner.Fault?.Id);

        File().Remove("spring");
        await SendAsync(RunPlace.Loopback, Given.Source);
        planner = new RunPlanner(Open(null), _time);
        Assert.Equal(OutboundStatus.AlreadyStarted, planner.Plan(Reader().Read(Row(1, OtherAccount))).Status);
        Assert.Null(planner.Fault);
    }

    private static Row Row(long number, string source) => Given.Row(number, ("Phone", $"+1206555010{number}"), ("Source", source));

    private static RowReader Reader() =>
        new(new MappingOptions { Arguments = Given.Arguments().Where(field => field.Key != ContactField.Source).ToDictionary() }, "spring");

    private SqliteJournal File() => SqliteJournal.Open(Path.Combine(_folder, "journal.db"), _time);

    private SqliteRunJournal Open(RunPlace? place) => File().OpenRun("spring", new RunBinding { Place = place });

    private async Task<(List<OutboundContact> Results, OutboundRun Run)> SendAsync(RunPlace place, params string[] sources)
    {
        await using SqliteRunJournal journal = Open(place);
        var run = new OutboundRun(_client, _ => new Pacer(TimeProvider.System), SandboxRun.Fast with { ThrottleLimit = 1 }, _time, journal);
        await using (run)
        {
            var results = new List<OutboundContact>();
            await foreach (OutboundContact contact in run.SendAsync(sources.Select((source, i) => Row(i + 1, source)), Reader()))
                results.Add(contact);
            return (results, run);
        }
    }
}
