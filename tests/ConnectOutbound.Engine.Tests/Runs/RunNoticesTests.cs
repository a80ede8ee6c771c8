using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>What a named run says once, at its end, instead of in each row: by the plan as by the send.</summary>
public sealed class RunNoticesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connect-outbound-notices-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Rows_that_were_started_with_other_content_are_counted_in_one_warning()
    {
        Assert.Empty(await SendAsync(Rows("1", "2", "3"), "Hello"));
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await SendAsync(Rows("4"), "Hello"));
        Assert.Empty(await SendAsync(Rows("1", "2", "3", "4"), "Hello"));

        string[] planned = await PlanAsync(Rows("1", "2", "4", "5"), "Good bye");
        string[] sent = await SendAsync(Rows("1", "2", "4", "5"), "Good bye");

        Assert.Equal(planned, sent);
        string warning = Assert.Single(sent);
        Assert.StartsWith(
            "3 rows were started earlier in this run with other content, from 2026-11-20 09:00 to 2026-11-22 09:00 UTC, and were not sent again.",
            warning,
            StringComparison.Ordinal);
        Assert.Contains("Another -RunName", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_row_is_one_row()
    {
        await SendAsync(Rows("1"), "Hello");

        Assert.StartsWith(
            "1 row was started earlier in this run with other content, at 2026-11-20 09:00 UTC, and was not sent again.",
            Assert.Single(await SendAsync(Rows("1"), "Good bye")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_whose_saved_token_is_refused_is_not_among_them()
    {
        await SendAsync(Rows("1", "2"), "Hello");
        Row[] rows = Rows("1", "2");
        rows[0] = rows[0].AsResultOf(new SavedResult
        {
            Status = OutboundStatus.Unknown,
            ClientToken = "of another run",
            TokenSince = _time.GetUtcNow(),
            Destination = "+12065550101",
        });

        string[] planned = await PlanAsync(rows, "Good bye");
        string[] sent = await SendAsync(rows, "Good bye", refused: 1);

        Assert.Equal(planned, sent);
        Assert.StartsWith("1 row was started earlier in this run with other content", Assert.Single(sent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A-1", "a-1")]
    [InlineData("A-1", "A - 1")]
    [InlineData("A-1", "A\u00A0-1")]
    public async Task Keys_that_differ_only_in_case_or_blanks_are_counted_within_a_file_and_against_the_journal(string key, string similar)
    {
        Row[] file = [Keyed(1, key), Keyed(2, similar), Keyed(3, "B"), Keyed(4, "b", number: 2)];
        string[] planned = await PlanAsync(file, "Hello", "Order");
        string[] sent = await SendAsync(file, "Hello", "Order");
        Assert.Equal(planned, sent);
        Assert.StartsWith("The keys of 1 row differ only in case or blanks", Assert.Single(sent), StringComparison.Ordinal);

        // They are there now: nothing new is sent.
        Assert.Empty(await SendAsync(file, "Hello", "Order"));

        Row[] more = [Keyed(1, key.Replace("-", " - ", StringComparison.Ordinal) + " "), Keyed(2, "C"), Keyed(3, " b ")];
        planned = await PlanAsync(more, "Hello", "Order");
        sent = await SendAsync(more, "Hello", "Order");
        Assert.Equal(planned, sent);
        Assert.StartsWith($"The keys of {(similar == "A - 1" ? 1 : 2)} row", Assert.Single(sent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_a_name_has_none()
    {
        await using var run = new OutboundRun(Client(), _ => new Pacer(TimeProvider.System), SandboxRun.Fast, _time);
        await foreach (OutboundContact contact in run.SendAsync(Rows("1", "1"), new RowReader(Given.Options())))
            Assert.NotNull(contact);

        Assert.Empty(run.Warnings);
    }

    private static ScriptedClient Client() => new((request, _) => Task.FromResult(ScriptedClient.Started(request)));

    private static Row[] Rows(params string[] last) => [.. last.Select((digit, i) => Given.Row(i + 1, ("Phone", $"+1206555010{digit}")))];

    private static Row Keyed(long row, string key, int number = 1) => Given.Row(row, ("Phone", $"+1206555010{number}"), ("Order", key));

    private SqliteRunJournal Open() => SqliteJournal.Open(Path.Combine(_folder, "journal.db"), _time).OpenRun("spring");

    private static RowReader Reader(string message, string? keyColumn) =>
        new(Given.Options((ContactField.Message, message)) with { KeyColumn = keyColumn }, "spring");

    private async Task<string[]> SendAsync(Row[] rows, string message, string? keyColumn = null, long refused = 0)
    {
        OutboundStatus[] expected = [OutboundStatus.Started, OutboundStatus.AlreadyStarted, OutboundStatus.Duplicate];
        await using SqliteRunJournal journal = Open();
        await using var run = new OutboundRun(Client(), _ => new Pacer(TimeProvider.System), SandboxRun.Fast, _time, journal);
        await foreach (OutboundContact contact in run.SendAsync(rows, Reader(message, keyColumn)))
            Assert.Contains(contact.Status, contact.RowNumber == refused ? [OutboundStatus.Invalid] : expected);
        return [.. run.Warnings];
    }

    private async Task<string[]> PlanAsync(Row[] rows, string message, string? keyColumn = null)
    {
        await using SqliteRunJournal journal = Open();
        var planner = new RunPlanner(journal, _time);
        RowReader reader = Reader(message, keyColumn);
        foreach (Row row in rows)
            planner.Plan(reader.Read(row));
        return [.. planner.Warnings];
    }
}
