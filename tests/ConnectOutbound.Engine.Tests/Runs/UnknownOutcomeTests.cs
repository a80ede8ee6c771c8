using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>Contacts of which no answer was read: they may exist, and stay in doubt until the service says which one it is.</summary>
public sealed class UnknownOutcomeTests : IDisposable
{
    private static readonly RunOptions s_once = SandboxRun.Fast with { Retry = SandboxRun.Fast.Retry with { MaxAttempts = 1 } };

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly NamedRun _run;
    private SandboxFaultKind? _fault = SandboxFaultKind.CutAfter;

    public UnknownOutcomeTests() => _run = new NamedRun(_time);

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Answers_that_were_never_read_are_settled_by_the_same_command_again()
    {
        await using SandboxServer sandbox = Sandbox();
        NamedRun.Sent first = await _run.SendAsync(sandbox, NamedRun.Rows(10), options: s_once);
        _fault = null;
        NamedRun.Sent again = await _run.SendAsync(sandbox, NamedRun.Rows(10), options: s_once);

        Assert.Equal(10, first[OutboundStatus.Unknown]);
        Assert.Equal(10, again[OutboundStatus.Started]);
        Assert.Equal(10, sandbox.ContactCount);
        Assert.Equal(sandbox.Contacts.Select(contact => contact.ContactId).Order(), again.Results.Select(result => result.ContactId).Order());
        Assert.All(again.Results, result => Assert.Contains("same token", result.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_corrected_message_does_not_start_a_second_contact_where_the_first_is_in_doubt()
    {
        await using SandboxServer sandbox = Sandbox();
        await _run.SendAsync(sandbox, NamedRun.Rows(1), options: s_once);
        _fault = null;
        NamedRun.Sent again = await _run.SendAsync(sandbox, NamedRun.Rows(1), options: s_once, mapping: Given.Options((ContactField.Message, "Corrected")));

        Assert.Equal(OutboundStatus.Started, again.Only.Status);
        Assert.Equal(1, sandbox.ContactCount);
    }

    [Fact]
    public async Task After_seven_days_what_is_in_doubt_is_not_sent_and_stays_in_doubt()
    {
        await using SandboxServer sandbox = Sandbox();
        await _run.SendAsync(sandbox, NamedRun.Rows(3), options: s_once);
        _fault = null;
        sandbox.Clear();
        _time.Advance(TimeSpan.FromDays(7));
        NamedRun.Sent late = await _run.SendAsync(sandbox, NamedRun.Rows(3), options: s_once);

        Assert.Equal(3, late[OutboundStatus.Unknown]);
        Assert.All(late.Results, result => Assert.Equal("TokenExpired", result.ErrorCode));
        Assert.Equal(0, sandbox.RequestCount);
        Assert.Equal(3, _run.Summary().Counts[JournalStatus.Unknown]);
    }

    [Fact]
    public async Task The_seven_days_count_from_the_first_attempt()
    {
        await using SandboxServer sandbox = Sandbox();
        await _run.SendAsync(sandbox, NamedRun.Rows(1), options: s_once);
        _time.Advance(TimeSpan.FromDays(6));
        NamedRun.Sent second = await _run.SendAsync(sandbox, NamedRun.Rows(1), options: s_once);
        long before = sandbox.RequestCount;
        _time.Advance(TimeSpan.FromDays(2));
        NamedRun.Sent third = await _run.SendAsync(sandbox, NamedRun.Rows(1), options: s_once);

        Assert.NotEqual("TokenExpired", second.Only.ErrorCode);
        Assert.Equal("TokenExpired", third.Only.ErrorCode);
        Assert.Equal(before, sandbox.RequestCount);
        Assert.Equal(1, sandbox.ContactCount);
    }

    [Theory]
    [InlineData(-60, true)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(61, false)]
    [InlineData(60 * 24 * 3, false)]
    [InlineData(60 * 24 * 365, false)]
    public async Task A_first_attempt_in_the_future_counts_as_now_up_to_an_hour_and_as_expired_beyond(int minutesAhead, bool isSent)
    {
        await using SandboxServer sandbox = Sandbox();
        await _run.SendAsync(sandbox, NamedRun.Rows(1), options: s_once);
        _fault = null;
        using (var journal = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_run.Journal};Pooling=False"))
        {
            journal.Open();
            using Microsoft.Data.Sqlite.SqliteCommand wrong = journal.CreateCommand();
            wrong.CommandText = "UPDATE contact SET first_sent_at = first_sent_at + 60000 * $minutes";
            wrong.Parameters.AddWithValue("$minutes", minutesAhead);
            wrong.ExecuteNonQuery();
        }

        NamedRun.Sent again = await _run.SendAsync(sandbox, NamedRun.Rows(1), options: s_once);

        Assert.Equal(isSent ? OutboundStatus.Started : OutboundStatus.Unknown, again.Only.Status);
        Assert.Equal(isSent ? null : "TokenExpired", again.Only.ErrorCode);
        Assert.Equal(isSent ? 2 : 1, sandbox.RequestCount);
        Assert.Equal(1, sandbox.ContactCount);
        if (!isSent)
            Assert.Contains("in the future", again.Only.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SandboxFaultKind.ExpiredToken)]
    [InlineData(SandboxFaultKind.AccessDenied)]
    [InlineData(SandboxFaultKind.InvalidRequest)]
    public async Task A_refusal_afterwards_does_not_take_the_doubt_away(SandboxFaultKind refusal)
    {
        await using SandboxServer sandbox = Sandbox();
        await _run.SendAsync(sandbox, NamedRun.Rows(1), options: s_once);
        _fault = refusal;
        NamedRun.Sent refused = await _run.SendAsync(sandbox, NamedRun.Rows(1), options: s_once);
        Assert.Equal(OutboundStatus.Unknown, refused.Only.Status);

        // Were it forgotten that the contact may exist, a token that the service has forgotten too would start a second one.
        _fault = null;
        _time.Advance(TimeSpan.FromDays(8));
        NamedRun.Sent late = await _run.SendAsync(sandbox, NamedRun.Rows(1), options: s_once);
        Assert.Equal(OutboundStatus.Unknown, late.Only.Status);
        Assert.Equal(1, sandbox.ContactCount);
    }

    [Fact]
    public async Task A_process_that_was_ended_in_the_middle_leaves_doubt_that_a_stopped_run_does_not_take_away()
    {
        await using SandboxServer sandbox = Sandbox();
        await _run.SendAsync(sandbox, NamedRun.Rows(1), options: s_once);

        // The intent of a second attempt, and no outcome.
        await using (SqliteRunJournal journal = SqliteJournal.Open(_run.Journal, _time).OpenRun(NamedRun.Name))
        {
            ContactIdentity identity = ContactIdentity.Create(Given.Instance, NamedRun.Number(1), null);
            JournalEntry entry = journal.Find(identity)!;
            await journal.BeginAsync(
                new JournalIntent
                {
                    Identity = identity,
                    ClientToken = entry.ClientToken,
                    RowNumber = 1,
                    Channel = entry.Channel,
                    Fingerprint = entry.Fingerprint,
                    RowJson = "{}",
                    At = _time.GetUtcNow(),
                },
                CancellationToken.None);
        }

        _fault = SandboxFaultKind.ExpiredToken;
        NamedRun.Sent stopped = await _run.SendAsync(sandbox, NamedRun.Rows(1), options: s_once);
        Assert.Equal("CredentialsExpired", stopped.Fault?.Id);
        Assert.Equal(OutboundStatus.Unknown, stopped.Only.Status);
        Assert.Equal(1, _run.Summary().Counts[JournalStatus.Unknown]);
    }

    // With the clock of the run: a service that forgets tokens after seven days.
    private SandboxServer Sandbox() => SandboxServer.Start(SandboxRun.Free with { FaultHook = _ => _fault, AllowedClockSkew = TimeSpan.MaxValue }, _time);
}
