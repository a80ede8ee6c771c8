using ConnectOutbound.Engine.Contacts;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Tests.Journal;

namespace ConnectOutbound.Engine.Tests.Contacts;

/// <summary>What became of a run's contacts, in its journal.</summary>
public sealed class RunStatesTests : IDisposable
{
    private static readonly DateTimeOffset s_ended = new(2026, 5, 4, 11, 0, 0, 123, TimeSpan.Zero);

    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static OutboundContactState Ended(JournalEntry entry) => new(null)
    {
        ContactId = entry.ContactId!,
        InstanceId = entry.Identity.InstanceId,
        State = OutboundContactStage.Disconnected,
        Channel = "SMS",
        Destination = entry.Identity.Destination,
        InitiatedAt = s_ended.AddHours(-1),
        ConnectedAt = s_ended.AddMinutes(-59),
        AgentConnectedAt = s_ended.AddMinutes(-30),
        DisconnectedAt = s_ended,
        DisconnectReason = "CUSTOMER_DISCONNECT",
        AgentId = "a0000000-0000-0000-0000-000000000001",
        QueueId = "not a uuid",
    };

    [Fact]
    public async Task The_started_contacts_are_asked_for_and_the_states_are_there_for_the_next_who_reads()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        await _folder.Write(run, 1, JournalStatus.Started);
        await _folder.Write(run, 2, JournalStatus.Failed);
        await _folder.Write(run, 3, JournalStatus.Started);
        var states = new RunStates(_folder.Open(), JournalFolder.RunName);

        JournalEntry[] started = [.. states.Started()];
        states.Keep(started[0], Ended(started[0]));
        states.Flush();
        JournalEntry[] listed = [.. _folder.Open().Contacts(JournalFolder.RunName)];

        Assert.Equal([1L, 3L], started.Select(entry => entry.RowNumber));
        Assert.All(started, entry => Assert.Null(entry.State));
        Assert.All(started, entry => Assert.Null(entry.StateSeenAt));
        Assert.Equal((TimeSpan.Zero, null), (listed[0].StateSeenAt!.Value.Offset, listed[2].StateSeenAt));
        Assert.True(listed[0].StateSeenAt >= listed[0].LastAt);
        OutboundContactState read = listed[0].State!;
        Assert.Equal(Ended(started[0]).ToString(), read.ToString());
        Assert.Equal(
            (s_ended, "CUSTOMER_DISCONNECT", "a0000000-0000-0000-0000-000000000001", "not a uuid"),
            (read.DisconnectedAt, read.DisconnectReason, read.AgentId, read.QueueId));
        Assert.Equal((s_ended.AddHours(-1), s_ended.AddMinutes(-59), s_ended.AddMinutes(-30)), (read.InitiatedAt, read.ConnectedAt, read.AgentConnectedAt));
        Assert.Null(listed[2].State);
    }

    [Fact]
    public async Task A_later_state_takes_the_place_of_the_earlier()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        await _folder.Write(run, 1, JournalStatus.Started);
        var states = new RunStates(_folder.Open(), JournalFolder.RunName);
        JournalEntry entry = Assert.Single(states.Started());
        foreach (OutboundContactStage stage in Enum.GetValues<OutboundContactStage>())
        {
            states.Keep(entry, new OutboundContactState(null) { ContactId = entry.ContactId!, InstanceId = entry.Identity.InstanceId, State = stage });
            states.Flush();
            Assert.Equal(stage, Assert.Single(states.Started()).State!.State);
        }
    }

    [Fact]
    public async Task A_state_of_another_contact_is_passed_over()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        await _folder.Write(run, 1, JournalStatus.Started);
        JournalEntry entry = Assert.Single(_folder.Open().Contacts(JournalFolder.RunName));
        _folder.Open().WriteStates(
            JournalFolder.RunName,
            [(entry.Identity, Ended(entry) with { ContactId = JournalFolder.ContactId(2) }), (JournalFolder.Identity(7), Ended(entry))]);
        _folder.Open().WriteStates("autumn", [(entry.Identity, Ended(entry))]);
        Assert.Null(Assert.Single(_folder.Open().Contacts(JournalFolder.RunName)).State);
    }

    [Fact]
    public async Task What_is_kept_is_written_some_hundred_at_a_time()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        for (int i = 1; i <= 150; i++)
            await _folder.Write(run, i, JournalStatus.Started);
        var states = new RunStates(_folder.Open(), JournalFolder.RunName);
        foreach (JournalEntry entry in states.Started())
            states.Keep(entry, Ended(entry));
        Assert.Equal(100L, _folder.Sql("SELECT count(*) FROM contact_state"));
        states.Flush();
        Assert.Equal(150L, _folder.Sql("SELECT count(*) FROM contact_state"));
    }

    [Fact]
    public async Task A_journal_of_the_first_format_is_brought_up_and_keeps_its_contacts()
    {
        await using (SqliteRunJournal run = _folder.OpenRun())
            await _folder.Write(run, 1, JournalStatus.Started);
        _folder.Sql(
            """
            ALTER TABLE contact DROP COLUMN lease_until;
            ALTER TABLE run DROP COLUMN place;
            ALTER TABLE run DROP COLUMN key_column;
            DROP TABLE contact_state;
            PRAGMA user_version = 1;
            """);

        var states = new RunStates(_folder.Open(), JournalFolder.RunName);
        JournalEntry entry = Assert.Single(states.Started());
        states.Keep(entry, Ended(entry));
        states.Flush();

        Assert.Equal(OutboundContactStage.Disconnected, Assert.Single(states.Started()).State!.State);
        Assert.Equal((long)JournalSchema.Version, _folder.Sql("PRAGMA user_version"));
    }

    [Fact]
    public async Task States_go_with_their_run()
    {
        await using (SqliteRunJournal run = _folder.OpenRun())
            await _folder.Write(run, 1, JournalStatus.Started);
        JournalEntry entry = Assert.Single(_folder.Open().Contacts(JournalFolder.RunName));
        _folder.Open().WriteStates(JournalFolder.RunName, [(entry.Identity, Ended(entry))]);
        Assert.True(_folder.Open().Remove(JournalFolder.RunName));
        Assert.Equal(0L, _folder.Sql("SELECT count(*) FROM contact_state"));
    }
}
