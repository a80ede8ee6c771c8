using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Engine.Validation;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>Results that are piped in again: what is kept of them over several commands.</summary>
public sealed class SavedResultTests
{
    private static readonly OutboundContact s_started = new(null)
    {
        RowNumber = 1,
        Status = OutboundStatus.Started,
        Destination = Given.Number,
        ContactId = "c",
        ClientToken = "t",
    };

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
    private bool _fails = true;

    private ScriptedClient Client() => new((request, _) => _fails
        ? Task.FromResult(new StartedContact("", "request"))
        : Task.FromResult(ScriptedClient.Started(request)));

    private List<OutboundContact> Send(
        ScriptedClient client,
        IEnumerable<Row> rows,
        SkipOptions? skip = null,
        MemoryJournal? journal = null,
        MappingOptions? mapping = null,
        Func<CheckedRow, RowConfirmation>? confirm = null)
    {
        var pacer = new Pacer(_time);
        RunOptions options = SandboxRun.Fast with { IsInline = true, Retry = SandboxRun.Fast.Retry with { MaxAttempts = 1 } };
        var run = new OutboundRun(client, _ => pacer, options, _time, journal, skip);
        var reader = new RowReader(mapping ?? Given.Options(), journal?.RunName);
        var results = new List<OutboundContact>();
        foreach (CheckedRow row in rows.Select(reader.Read))
        {
            run.Submit(row, confirm);
            while (run.TryTake(out OutboundContact? contact))
                results.Add(contact);
        }

        return results;
    }

    private static Row Again(OutboundContact contact, long number = 1) =>
        Given.Row(number, ("Phone", Given.Number)).AsResultOf(SavedResult.Of(contact));

    [Fact]
    public void A_later_try_does_not_move_TokenSince()
    {
        ScriptedClient client = Client();
        OutboundContact first = Assert.Single(Send(client, [Given.Row(("Phone", Given.Number))]));
        Assert.Equal((OutboundStatus.Unknown, "2026-11-26T12:00:00.0000000Z"), (first.Status, first.TokenSince));
        _time.Advance(TimeSpan.FromDays(3));
        OutboundContact second = Assert.Single(Send(client, [Again(first)]));
        Assert.Equal((OutboundStatus.Unknown, first.TokenSince, first.ClientToken), (second.Status, second.TokenSince, second.ClientToken));
        _time.Advance(TimeSpan.FromDays(5));
        OutboundContact third = Assert.Single(Send(client, [Again(second)]));
        Assert.Equal((OutboundStatus.Unknown, "TokenExpired"), (third.Status, third.ErrorCode));
        Assert.Equal((first.TokenSince, first.ClientToken), (third.TokenSince, third.ClientToken));
        Assert.Equal(2, client.Requests.Count);
        Assert.Single(client.Requests.Select(request => request.ClientToken).Distinct());
    }

    [Fact]
    public void A_journal_that_never_saw_the_first_request_takes_TokenSince_from_the_result()
    {
        ScriptedClient client = Client();
        OutboundContact first = Assert.Single(Send(client, [Given.Row(("Phone", Given.Number))], journal: new MemoryJournal("spring")));
        _time.Advance(TimeSpan.FromDays(6));
        var elsewhere = new MemoryJournal("spring");
        OutboundContact second = Assert.Single(Send(client, [Again(first)], journal: elsewhere));
        Assert.Equal((OutboundStatus.Unknown, first.TokenSince), (second.Status, second.TokenSince));
        _time.Advance(TimeSpan.FromDays(2));
        elsewhere.Invocation = "second";
        // The file itself, without its results.
        OutboundContact third = Assert.Single(Send(client, [Given.Row(("Phone", Given.Number))], journal: elsewhere));
        Assert.Equal("TokenExpired", third.ErrorCode);
        Assert.Equal(2, client.Requests.Count);
    }

    [Fact]
    public async Task The_file_of_the_journal_keeps_an_earlier_time()
    {
        using var folder = new NamedRun(_time);
        ContactIdentity identity = ContactIdentity.Create(Given.Instance, Given.Number, null);
        await using SqliteRunJournal journal = SqliteJournal.Open(folder.Journal, _time).OpenRun("spring");
        DateTimeOffset earlier = _time.GetUtcNow().AddDays(-2);
        OutboundContact saved = new(null)
        {
            RowNumber = 1,
            Status = OutboundStatus.Unknown,
            Destination = Given.Number,
            ClientToken = identity.Token("spring"),
            TokenSince = SavedResult.TimeText(earlier),
        };
        var pacer = new Pacer(TimeProvider.System);
        RunOptions once = SandboxRun.Fast with { Retry = SandboxRun.Fast.Retry with { MaxAttempts = 1 } };
        await using (var run = new OutboundRun(Client(), _ => pacer, once, _time, journal))
        {
            run.Submit(new RowReader(Given.Options(), "spring").Read(Again(saved)));
            OutboundContact result = await run.TakeAsync();
            Assert.Equal((OutboundStatus.Unknown, saved.TokenSince), (result.Status, result.TokenSince));
        }

        Assert.Equal(earlier, journal.Find(identity)!.FirstSentAt);
    }

    [Fact]
    public void The_journal_decides_about_an_unknown_row_whose_result_says_no_time()
    {
        ScriptedClient client = Client();
        var journal = new MemoryJournal("spring");
        OutboundContact first = Assert.Single(Send(client, [Given.Row(("Phone", Given.Number))], journal: journal));
        _fails = false;
        journal.Invocation = "second";
        var old = new OutboundContact(null) { RowNumber = 1, Status = OutboundStatus.Unknown, Destination = Given.Number, ClientToken = first.ClientToken };
        OutboundContact second = Assert.Single(Send(client, [Again(old)], journal: journal));
        Assert.Equal((OutboundStatus.Started, first.TokenSince), (second.Status, second.TokenSince));
    }

    [Fact]
    public void With_SendStarted_the_journal_still_decides()
    {
        _fails = false;
        ScriptedClient client = Client();
        var journal = new MemoryJournal("spring");
        OutboundContact first = Assert.Single(Send(client, [Given.Row(("Phone", Given.Number))], journal: journal));
        journal.Invocation = "second";
        OutboundContact second = Assert.Single(Send(client, [Again(first)], new SkipOptions { SendStarted = true }, journal));
        Assert.Equal((OutboundStatus.AlreadyStarted, first.ContactId), (second.Status, second.ContactId));
        Assert.Single(client.Requests);
    }

    [Theory]
    [InlineData(OutboundStatus.Started)]
    [InlineData(OutboundStatus.AlreadyStarted)]
    public void A_token_column_is_not_used_again_for_a_contact_that_was_started(OutboundStatus status)
    {
        _fails = false;
        ScriptedClient client = Client();
        Row[] rows =
        [
            Given.Row(1, ("Phone", "+12065550101"), ("ClientToken", "mine"), ("ConnectStatus", $"{status}"), ("ConnectClientToken", "mine")),
            Given.Row(2, ("Phone", "+12065550102"), ("ClientToken", "other"), ("ConnectStatus", $"{status}"), ("ConnectClientToken", "")),
            Given.Row(3, ("Phone", "+12065550103"), ("ClientToken", "new"), ("ConnectStatus", $"{status}"), ("ConnectClientToken", "old")),
        ];
        Assert.All(Send(client, rows, new SkipOptions { SendStarted = true }), result => Assert.Equal(OutboundStatus.Started, result.Status));
        string[] sent = [.. client.Requests.Select(request => request.ClientToken!)];
        Assert.DoesNotContain("mine", sent);
        Assert.DoesNotContain("other", sent);
        Assert.Contains("new", sent);
    }

    [Fact]
    public void A_duplicate_that_comes_before_its_started_contact_is_not_sent()
    {
        _fails = false;
        ScriptedClient client = Client();
        Row[] file = [.. Enumerable.Range(1, 2).Select(i => Given.Row(i, ("Phone", Given.Number)))];
        List<OutboundContact> first = Send(client, file);
        Assert.Equal([OutboundStatus.Started, OutboundStatus.Duplicate], first.Select(result => result.Status));
        // In the order of completion a duplicate comes first.
        List<OutboundContact> again = Send(client, [Again(first[1], 1), Again(first[0], 2)]);
        Assert.Equal([OutboundStatus.Duplicate, OutboundStatus.AlreadyStarted], again.Select(result => result.Status));
        List<OutboundContact> third = Send(client, [Again(again[0], 1), Again(again[1], 2)]);
        Assert.Equal([OutboundStatus.Duplicate, OutboundStatus.AlreadyStarted], third.Select(result => result.Status));
        Assert.Single(client.Requests);
        List<OutboundContact> asked = Send(client, [Again(first[1], 1)], new SkipOptions { DuplicateAction = OutboundDuplicateAction.Send });
        Assert.Equal(OutboundStatus.Started, Assert.Single(asked).Status);
    }

    [Fact]
    public void A_duplicate_by_its_token_is_sent_once_the_token_is_removed()
    {
        _fails = false;
        ScriptedClient client = Client();
        Row[] file = [.. Enumerable.Range(1, 2).Select(i => Given.Row(i, ("Phone", $"+1206555010{i}"), ("ClientToken", "same")))];
        OutboundContact duplicate = Send(client, file)[1];
        Row corrected = Given.Row(2, ("Phone", "+12065550102"), ("ClientToken", "")).AsResultOf(SavedResult.Of(duplicate));
        Assert.Equal(OutboundStatus.Started, Assert.Single(Send(client, [corrected])).Status);
    }

    [Fact]
    public void A_duplicate_by_the_token_of_its_own_contact_is_not_sent_later()
    {
        _fails = false;
        ScriptedClient client = Client();
        Row[] file = [.. Enumerable.Range(1, 2).Select(i => Given.Row(i, ("Phone", Given.Number), ("ClientToken", "")))];
        OutboundContact started = Send(client, file, journal: new MemoryJournal("spring"))[0];
        // The journal is gone: by the saved token alone the first row is known to be of this run.
        List<OutboundContact> again = Send(
            client, [Again(started), file[1]], new SkipOptions { SendStarted = true }, new MemoryJournal("spring"));
        Assert.Equal([OutboundStatus.AlreadyStarted, OutboundStatus.Duplicate], again.Select(result => result.Status));
        Assert.Contains("ClientToken", again[1].Reason, StringComparison.Ordinal);
        List<OutboundContact> third = Send(client, [Again(again[1], 1), Again(again[0], 2)]);
        Assert.Equal([OutboundStatus.Duplicate, OutboundStatus.AlreadyStarted], third.Select(result => result.Status));
        Assert.Single(client.Requests);
    }

    [Fact]
    public void A_plain_row_is_a_duplicate_of_a_saved_result_that_its_run_started()
    {
        _fails = false;
        ScriptedClient client = Client();
        OutboundContact started = Send(client, [Given.Row(1, ("Phone", Given.Number))], journal: new MemoryJournal("spring"))[0];
        // The journal is gone: the service would answer the run's token with the contact that it started then.
        List<OutboundContact> again = Send(
            client,
            [Again(started), Given.Row(2, ("Phone", Given.Number))],
            new SkipOptions { SendStarted = true },
            new MemoryJournal("spring"));
        Assert.Equal([OutboundStatus.AlreadyStarted, OutboundStatus.Duplicate], again.Select(result => result.Status));
        Assert.Single(client.Requests);
    }

    [Fact]
    public void A_refused_row_in_doubt_does_not_become_what_older_columns_say()
    {
        ScriptedClient client = Client();
        Row Failed(string phone) => Given.Row(("Phone", phone), ("ConnectStatus", "Failed"), ("ConnectDestination", Given.Number));
        OutboundContact unknown = Assert.Single(Send(client, [Failed(Given.Number)]));
        _fails = false;
        OutboundContact refused = Assert.Single(
            Send(client, [Failed(Given.Number).AsResultOf(SavedResult.Of(unknown))], journal: new MemoryJournal("other")));
        Assert.Equal("TokenOfOtherRun", refused.ErrorCode);
        OutboundContact settled = Assert.Single(Send(client, [Failed(Given.Number).AsResultOf(SavedResult.Of(refused))]));
        Assert.Equal((OutboundStatus.Started, unknown.ClientToken), (settled.Status, settled.ClientToken));
        OutboundContact changed = Assert.Single(Send(client, [Failed("+12065550199").AsResultOf(SavedResult.Of(unknown))]));
        OutboundContact again = Assert.Single(Send(client, [Failed("+12065550199").AsResultOf(SavedResult.Of(changed))]));
        Assert.Equal(("DestinationChanged", "DestinationChanged"), (changed.ErrorCode, again.ErrorCode));
    }

    [Fact]
    public void Rows_with_the_destination_of_a_started_contact_are_its_duplicates()
    {
        ScriptedClient client = Client();
        List<OutboundContact> results = Send(client, [Again(s_started), Given.Row(2, ("Phone", Given.Number))]);
        Assert.Equal([OutboundStatus.AlreadyStarted, OutboundStatus.Duplicate], results.Select(result => result.Status));
    }

    [Fact]
    public void The_doubt_survives_what_holds_the_row_back()
    {
        ScriptedClient client = Client();
        OutboundContact unknown = Assert.Single(Send(client, [Given.Row(("Phone", Given.Number))]));
        OutboundContact declined = Assert.Single(Send(client, [Again(unknown)], confirm: _ => RowConfirmation.Decline));
        OutboundContact planned = Assert.Single(Send(client, [Again(declined)], confirm: _ => RowConfirmation.Plan));
        MappingOptions broken = Given.Options((ContactField.Message, "Hello {Nobody}"));
        OutboundContact faulty = Assert.Single(Send(client, [Again(planned)], mapping: broken));
        Assert.Equal(
            [OutboundStatus.Unknown, OutboundStatus.Planned, OutboundStatus.Unknown],
            [declined.Status, planned.Status, faulty.Status]);
        Assert.Equal(ErrorIds.PlaceholderUnknown, faulty.ErrorCode);
        _fails = false;
        OutboundContact settled = Assert.Single(Send(client, [Again(faulty)]));
        Assert.Equal((OutboundStatus.Started, unknown.ClientToken, unknown.TokenSince), (settled.Status, settled.ClientToken, settled.TokenSince));
        Assert.Equal(2, client.Requests.Count);
    }

    [Fact]
    public void A_started_row_stays_started_whatever_else_is_wrong_with_it()
    {
        ScriptedClient client = Client();
        OutboundContact result = Assert.Single(Send(client, [Again(s_started)], mapping: Given.Options((ContactField.Message, "Hello {Nobody}"))));
        Assert.Equal((OutboundStatus.AlreadyStarted, "c", "t"), (result.Status, result.ContactId, result.ClientToken));
    }

    [Fact]
    public void A_changed_row_stays_invalid_until_it_is_restored()
    {
        ScriptedClient client = Client();
        var columns = new[] { "ConnectStatus", "ConnectContactId", "ConnectReason", "ConnectDestination" };
        OutboundContact changed = Assert.Single(Send(client, [Of("+12065550199", "Started", "c", "", Given.Number)]));
        Assert.Equal((OutboundStatus.Invalid, "DestinationChanged"), (changed.Status, changed.ErrorCode));
        Assert.Contains(Given.Number, changed.Reason, StringComparison.Ordinal);
        Assert.Contains("+12065550199", changed.Reason, StringComparison.Ordinal);
        OutboundContact again = Assert.Single(Send(client, [Of("+12065550199", "Invalid", "c", changed.Reason!, Given.Number)]));
        Assert.Equal("DestinationChanged", again.ErrorCode);
        OutboundContact restored = Assert.Single(Send(client, [Of(Given.Number, "Invalid", "c", again.Reason!, Given.Number)]));
        Assert.Equal((OutboundStatus.AlreadyStarted, "c"), (restored.Status, restored.ContactId));
        // The result itself does not say what the destination was.
        foreach (string phone in new[] { Given.Number, "+12065550199" })
        {
            OutboundContact ofResult = Assert.Single(Send(client, [Given.Row(("Phone", phone)).AsResultOf(SavedResult.Of(changed))]));
            Assert.Equal("DestinationChanged", ofResult.ErrorCode);
        }

        Assert.Empty(client.Requests);

        Row Of(string phone, params string[] cells) => Given.Row([("Phone", phone), .. columns.Zip(cells).Select(pair => (pair.First, (object?)pair.Second))]);
    }

    [Theory]
    [InlineData("RowNumber", "Status", "ContactId")]
    [InlineData("RowNumber", "Status", "ClientToken")]
    [InlineData("Status", "ContactId", "ClientToken")]
    [InlineData("Status")]
    [InlineData("State", "RowNumber", "ContactId", "ClientToken")]
    public void Fewer_than_four_columns_are_data(params string[] columns)
    {
        _fails = false;
        ScriptedClient client = Client();
        Row row = Given.Row([("Phone", Given.Number), .. columns.Select(name => (name, (object?)(name == "ClientToken" ? "mine" : "Started")))]);
        Assert.Equal(OutboundStatus.Started, Assert.Single(Send(client, [row])).Status);
        if (columns.Contains("ClientToken"))
            Assert.Equal("mine", client.Requests.Single().ClientToken);
    }

    [Theory]
    [InlineData("Started", OutboundStatus.AlreadyStarted)]
    [InlineData(" started ", OutboundStatus.AlreadyStarted)]
    [InlineData(0L, OutboundStatus.AlreadyStarted)]
    [InlineData("", OutboundStatus.Started)]
    [InlineData("0", OutboundStatus.AlreadyStarted)]
    [InlineData("open", OutboundStatus.Invalid)]
    [InlineData("Started, Invalid", OutboundStatus.Invalid)]
    [InlineData(77L, OutboundStatus.Invalid)]
    public void The_status_of_a_saved_result_is_read_as_results_are_written(object status, OutboundStatus expected)
    {
        _fails = false;
        ScriptedClient client = Client();
        Row row = Given.Row(("Destination", Given.Number), ("Row_Number", "1"), ("status", status), ("contact id", "c"), ("ClientToken", "old"));
        OutboundContact result = Assert.Single(Send(client, [row]));
        Assert.Equal(expected, result.Status);
        Assert.DoesNotContain("old", client.Requests.Select(request => request.ClientToken));
    }

    [Theory]
    [InlineData("2026-11-26T11:00:00.123Z", true)]
    [InlineData("2026-11-26T11:00:00Z", true)]
    [InlineData("2026-11-26T12:00:00+01:00", true)]
    [InlineData("2026-11-26T12:59:00Z", true)]
    [InlineData("2026-11-26T13:01:00Z", false)]
    [InlineData("2026-11-26T11:00:00", false)]
    [InlineData("26.11.2026 11:00:00", false)]
    [InlineData("11/26/2026 11:00:00 AM", false)]
    [InlineData("2026-11-19T13:01:00Z", true)]
    [InlineData("2026-11-19T12:59:00Z", false)]
    [InlineData("soon", false)]
    public void The_time_of_a_token_is_read_the_same_in_every_culture(string since, bool isSent)
    {
        _fails = false;
        ScriptedClient client = Client();
        Row row = Given.Row(("Phone", Given.Number), ("ConnectStatus", "Unknown"), ("ConnectClientToken", "t"), ("ConnectTokenSince", since));
        Assert.Equal(isSent ? OutboundStatus.Started : OutboundStatus.Unknown, Assert.Single(Send(client, [row])).Status);
    }
}
