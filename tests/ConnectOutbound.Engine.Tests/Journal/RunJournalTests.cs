using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>What a run remembers of a contact.</summary>
public sealed class RunJournalTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    [Fact]
    public async Task A_contact_that_was_never_written_is_not_known()
    {
        await using SqliteRunJournal run = _folder.OpenRun();

        Assert.Null(run.Find(JournalFolder.Identity(1)));
    }

    [Fact]
    public async Task An_intent_is_found_as_it_was_written()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        JournalIntent intent = _folder.Intent(1, "order-7") with { Channel = OutboundChannel.WhatsApp, RowNumber = 1L << 40 };

        await run.BeginAsync(intent, CancellationToken.None);

        Assert.Equal(
            new JournalEntry
            {
                Identity = intent.Identity,
                Status = JournalStatus.Sending,
                ClientToken = intent.ClientToken,
                RowNumber = intent.RowNumber,
                Invocation = run.Invocation,
                Channel = intent.Channel,
                Fingerprint = intent.Fingerprint,
                RowJson = intent.RowJson,
                FirstSentAt = intent.At,
                LastAt = intent.At,
            },
            run.Find(intent.Identity));
    }

    [Theory]
    [InlineData(JournalStatus.Started)]
    [InlineData(JournalStatus.Failed)]
    [InlineData(JournalStatus.Unknown)]
    [InlineData(JournalStatus.NotSent)]
    public async Task An_outcome_is_found_as_it_was_written(JournalStatus status)
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        JournalIntent intent = _folder.Intent(1);
        await run.BeginAsync(intent, CancellationToken.None);
        _folder.Time.Advance(TimeSpan.FromSeconds(1));
        JournalOutcome outcome = _folder.Outcome(1, status);

        await run.EndAsync(outcome);

        JournalEntry entry = run.Find(intent.Identity)!;
        Assert.Equal(
            (status, outcome.ContactId, outcome.Reason, outcome.ErrorCode, 2, outcome.RequestId, intent.At, outcome.At),
            (entry.Status, entry.ContactId, entry.Reason, entry.ErrorCode, entry.Attempts, entry.RequestId, entry.FirstSentAt, entry.LastAt));
        Assert.Equal(status == JournalStatus.Started ? null : intent.RowJson, entry.RowJson);
    }

    [Theory]
    [InlineData(JournalStatus.Sending, true)]
    [InlineData(JournalStatus.Unknown, true)]
    [InlineData(JournalStatus.Failed, false)]
    [InlineData(JournalStatus.NotSent, false)]
    public async Task A_contact_that_may_exist_keeps_the_time_of_its_first_request(JournalStatus before, bool kept)
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        JournalIntent first = _folder.Intent(1);
        await run.BeginAsync(first, CancellationToken.None);
        if (before != JournalStatus.Sending)
            await run.EndAsync(_folder.Outcome(1, before));
        _folder.Time.Advance(TimeSpan.FromDays(1));
        JournalIntent second = _folder.Intent(1) with { RowNumber = 9, RowJson = "{}", Fingerprint = "other" };

        await run.BeginAsync(second, CancellationToken.None);

        JournalEntry entry = run.Find(first.Identity)!;
        Assert.Equal(kept ? first.At : second.At, entry.FirstSentAt);
        Assert.Equal(
            (JournalStatus.Sending, 9, "{}", "other", second.At), (entry.Status, entry.RowNumber, entry.RowJson, entry.Fingerprint, entry.LastAt));
        Assert.Equal((null, null, null), (entry.Reason, entry.ErrorCode, entry.RequestId));
    }

    [Fact]
    public async Task A_started_contact_never_changes()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        await _folder.Write(run, 1, JournalStatus.Started);
        JournalEntry started = run.Find(JournalFolder.Identity(1))!;
        _folder.Time.Advance(TimeSpan.FromDays(1));

        await using SqliteRunJournal later = _folder.OpenRun();
        await later.BeginAsync(_folder.Intent(1) with { RowNumber = 9 }, CancellationToken.None);
        await later.EndAsync(_folder.Outcome(1, JournalStatus.Failed));
        await later.EndAsync(_folder.Outcome(1, JournalStatus.Started) with { ContactId = "another" });

        Assert.Equal(started, later.Find(JournalFolder.Identity(1)));
        Assert.Equal(started, run.Find(JournalFolder.Identity(1)));
    }

    [Fact]
    public async Task Attempts_add_up_over_invocations()
    {
        await using (SqliteRunJournal first = _folder.OpenRun())
        {
            await _folder.Write(first, 1, JournalStatus.Unknown);
            await _folder.Write(first, 1, JournalStatus.Failed);
        }

        await using SqliteRunJournal second = _folder.OpenRun();
        await _folder.Write(second, 1, JournalStatus.Started);

        Assert.Equal(6, second.Find(JournalFolder.Identity(1))!.Attempts);
    }

    [Fact]
    public async Task Each_use_of_a_run_has_an_invocation_of_its_own()
    {
        await using SqliteRunJournal first = _folder.OpenRun();
        await using SqliteRunJournal second = _folder.OpenRun();
        await _folder.Write(first, 1, JournalStatus.Unknown);
        await second.BeginAsync(_folder.Intent(1), CancellationToken.None);

        Assert.NotEqual(first.Invocation, second.Invocation);
        Assert.Equal(second.Invocation, first.Find(JournalFolder.Identity(1))!.Invocation);
    }

    [Fact]
    public async Task Instance_destination_key_and_run_tell_contacts_apart()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        await run.BeginAsync(_folder.Intent(1, "a"), CancellationToken.None);

        Assert.NotNull(run.Find(JournalFolder.Identity(1, " a ")));
        Assert.Null(run.Find(JournalFolder.Identity(1, "A")));
        Assert.Null(run.Find(JournalFolder.Identity(1)));
        Assert.Null(run.Find(JournalFolder.Identity(2, "a")));
        Assert.Null(run.Find(ContactIdentity.Create("22222222-2222-3333-4444-555555555555", JournalFolder.Identity(1).Destination, "a")));
        await using SqliteRunJournal other = _folder.OpenRun("autumn");
        Assert.Null(other.Find(JournalFolder.Identity(1, "a")));
    }

    [Fact]
    public async Task A_run_is_found_by_its_name_in_normal_form_and_shown_as_first_written()
    {
        await using SqliteRunJournal first = _folder.OpenRun(" fru\u0308hling");
        await using SqliteRunJournal second = _folder.OpenRun("fr\u00fchling ");
        await first.BeginAsync(_folder.Intent(1), CancellationToken.None);

        Assert.NotNull(second.Find(JournalFolder.Identity(1)));
        Assert.Equal(" fru\u0308hling", second.RunName);
        Assert.Equal(" fru\u0308hling", Assert.Single(_folder.Open().Runs()).Name);
    }

    [Fact]
    public async Task Times_are_rounded_to_the_millisecond_before()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        DateTimeOffset at = _folder.Time.GetUtcNow();

        await run.BeginAsync(_folder.Intent(1) with { At = at.AddTicks(9_999).ToOffset(TimeSpan.FromHours(2)) }, CancellationToken.None);

        Assert.Equal(at, run.Find(JournalFolder.Identity(1))!.FirstSentAt);
        Assert.Equal(TimeSpan.Zero, run.Find(JournalFolder.Identity(1))!.FirstSentAt.Offset);
    }

    [Fact]
    public async Task What_cannot_be_an_outcome_is_refused_and_hinders_no_other_write()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        Task begun = run.BeginAsync(_folder.Intent(1), CancellationToken.None);
        Task unknown = run.EndAsync(_folder.Outcome(2, JournalStatus.Started));

        await begun;
        await Assert.ThrowsAsync<InvalidOperationException>(() => unknown);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => run.EndAsync(_folder.Outcome(1, JournalStatus.Sending)));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => run.EndAsync(_folder.Outcome(1, JournalStatus.Failed) with { Attempts = -1 }));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => run.BeginAsync(_folder.Intent(1) with { Identity = default }, CancellationToken.None));
        Assert.Equal(JournalStatus.Sending, run.Find(JournalFolder.Identity(1))!.Status);
        Assert.Null(run.Find(JournalFolder.Identity(2)));
    }

    [Fact]
    public async Task Closing_a_run_writes_what_is_queued()
    {
        SqliteRunJournal run = _folder.OpenRun();
        Task[] writes = [.. Enumerable.Range(1, 2_000).Select(number => run.BeginAsync(_folder.Intent(number), CancellationToken.None))];

        await run.DisposeAsync();
        await run.DisposeAsync();

        await Task.WhenAll(writes);
        Assert.Equal(2_000, _folder.Open().Contacts(JournalFolder.RunName).Count());
        Assert.Equal([_folder.File], Directory.GetFiles(_folder.Folder));
        Assert.Throws<ObjectDisposedException>(() => run.Find(JournalFolder.Identity(1)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => run.BeginAsync(_folder.Intent(1), CancellationToken.None));
    }

    [Fact]
    public async Task A_wait_that_was_given_up_before_it_began_writes_nothing()
    {
        await using SqliteRunJournal run = _folder.OpenRun();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.BeginAsync(_folder.Intent(1), new CancellationToken(canceled: true)));

        Assert.Null(run.Find(JournalFolder.Identity(1)));
    }

    [Fact]
    public async Task Texts_of_any_kind_come_back_as_they_were()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        string[] texts = ["", "a\0b", "\U0001f337", new string('\u20ac', 5_000), Given.Instance.ToUpperInvariant(), new string('A', 64)];
        foreach ((int number, string text) in texts.Index())
        {
            JournalIntent intent = _folder.Intent(number) with { ClientToken = text, Fingerprint = text, RowJson = text };
            await run.BeginAsync(intent, CancellationToken.None);
            await run.EndAsync(_folder.Outcome(number, JournalStatus.Unknown) with { ContactId = text, Reason = text, ErrorCode = text, RequestId = text });

            JournalEntry entry = run.Find(intent.Identity)!;
            Assert.Equal(
                (text, text, text, text, text, text, text),
                (entry.ClientToken, entry.Fingerprint, entry.RowJson, entry.ContactId, entry.Reason, entry.ErrorCode, entry.RequestId));
        }
    }

    public void Dispose() => _folder.Dispose();
}
