using Amazon.Connect.Model;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>Every status, in every form, in every run, with every destination and token: what becomes of the row, and with which token it is sent.</summary>
public class SavedResultMatrixTests
{
    private const string Before = "+12065550100";
    private const string Now = "+12065550199";
    private const string Run = "spring";

    private static readonly DateTimeOffset s_now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    public enum Form
    {
        /// <summary>A result itself.</summary>
        Live,

        /// <summary>The columns of a result.</summary>
        Result,

        /// <summary>The columns that -PassThru adds.</summary>
        PassThru,
    }

    public enum Token
    {
        Fresh,
        Expired,
        InTheFuture,
        WithoutTime,
        None,
    }

    public sealed record Situation(OutboundStatus Status, Form Form, string? RunName, bool SendStarted, bool HasChanged, Token Token);

    public static TheoryData<OutboundStatus, Form> Forms()
    {
        var data = new TheoryData<OutboundStatus, Form>();
        foreach (OutboundStatus status in Enum.GetValues<OutboundStatus>())
        {
            foreach (Form form in Enum.GetValues<Form>())
                data.Add(status, form);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_saved_result_is_decided_by_the_table_and_planned_as_it_is_sent(OutboundStatus status, Form form)
    {
        IEnumerable<Situation> cases =
            from run in new[] { null, Run, "autumn" }
            from sendStarted in new[] { false, true }
            from hasChanged in new[] { false, true }
            from token in Enum.GetValues<Token>()
            select new Situation(status, form, run, sendStarted, hasChanged, token);
        foreach (Situation test in cases)
            Check(test);
    }

    private static void Check(Situation test)
    {
        (OutboundStatus expected, string? code, bool takesSaved) = Expected(test);
        (OutboundContact result, IReadOnlyList<StartOutboundChatContactRequest> requests, OutboundPlan plan, string? warning) = Send(test);
        Assert.True(expected == result.Status && code == result.ErrorCode, $"{test}: {result.Status} {result.ErrorCode} {result.Reason}");
        OutboundStatus planned = expected == OutboundStatus.Started ? OutboundStatus.Planned : expected;
        Assert.Equal((planned, code), (plan.Status, plan.ErrorCode));
        if (expected != OutboundStatus.Started)
        {
            Assert.Empty(requests);
            Assert.Equal(result.Reason, plan.Problems.ToString());
        }
        else
        {
            string sent = Assert.Single(requests).ClientToken!;
            Assert.Equal(takesSaved, sent == SavedToken && !IsNewRow(test));
            if (IsStarted(test.Status) && test.Token != Token.None)
                Assert.NotEqual(SavedToken, sent);
            Assert.Equal(SavedResult.TimeText(takesSaved ? s_now.AddDays(-1) : s_now), result.TokenSince);
        }

        bool isCounted = IsStarted(test.Status) && !test.SendStarted && !test.HasChanged;
        Assert.Equal(isCounted, warning is not null);
        if (isCounted)
            Assert.StartsWith("1 row was not sent", warning, StringComparison.Ordinal);
        Assert.NotEqual(OutboundStatus.NotSent, expected);
    }

    // The table of docs/tokens.md once more, written by hand.
    private static (OutboundStatus Status, string? Code, bool TakesSaved) Expected(Situation test)
    {
        switch (test.Status)
        {
            case OutboundStatus.Started or OutboundStatus.AlreadyStarted when !test.SendStarted:
                return test.HasChanged ? (OutboundStatus.Invalid, "DestinationChanged", false) : (OutboundStatus.AlreadyStarted, null, false);
            case OutboundStatus.Started or OutboundStatus.AlreadyStarted:
                // The token that this run derives for the destination is the old one: the service would start nothing.
                return test is { RunName: Run, HasChanged: false, Token: not Token.None }
                    ? (OutboundStatus.AlreadyStarted, null, false)
                    : (OutboundStatus.Started, null, false);
            case OutboundStatus.Unknown:
                if (test.HasChanged)
                    return (OutboundStatus.Invalid, "DestinationChanged", false);
                if (test is { RunName: "autumn", Token: not Token.None })
                    return (OutboundStatus.Invalid, "TokenOfOtherRun", false);
                return test.Token == Token.Fresh ? (OutboundStatus.Started, null, true) : (OutboundStatus.Unknown, "TokenExpired", false);
            case OutboundStatus.Duplicate or OutboundStatus.Suppressed or OutboundStatus.Planned
                when test.Token is Token.Fresh or Token.Expired or Token.InTheFuture:
                // Nothing was sent for it, and it has the token of an earlier request: the doubt remains.
                return Expected(test with { Status = OutboundStatus.Unknown });
            case OutboundStatus.Duplicate when !test.HasChanged && !test.SendStarted:
                return (OutboundStatus.Duplicate, "Duplicate", false);
            default:
                return (OutboundStatus.Started, null, false);
        }
    }

    private static bool IsStarted(OutboundStatus status) => status is OutboundStatus.Started or OutboundStatus.AlreadyStarted;

    // A new row of the same run has the same token, because the run derives it.
    private static bool IsNewRow(Situation test) => test.Status is not OutboundStatus.Unknown
        && !(test.Status is OutboundStatus.Duplicate or OutboundStatus.Suppressed or OutboundStatus.Planned && test.Token == Token.Fresh);

    private static string SavedToken { get; } = ContactIdentity.Create(Given.Instance, Before, null).Token(Run);

    private static (OutboundContact Result, IReadOnlyList<StartOutboundChatContactRequest> Requests, OutboundPlan Plan, string? Warning) Send(Situation test)
    {
        var time = new FakeTimeProvider(s_now);
        var skip = new SkipOptions { SendStarted = test.SendStarted };
        MappingOptions mapping = Given.Options() with { ColumnMap = new Dictionary<string, string> { ["Destination"] = "Phone" } };
        MemoryJournal? Journal() => test.RunName is null ? null : new MemoryJournal(test.RunName);

        var planner = new RunPlanner(Journal(), time, skip);
        OutboundPlan plan = planner.Plan(new RowReader(mapping, test.RunName, withTokens: false).Read(Row(test)));

        var client = new ScriptedClient((request, _) => Task.FromResult(ScriptedClient.Started(request)));
        var pacer = new Pacer(time);
        var run = new OutboundRun(client, _ => pacer, SandboxRun.Fast with { IsInline = true }, time, Journal(), skip);
        run.Submit(new RowReader(mapping, test.RunName).Read(Row(test)));
        Assert.True(run.TryTake(out OutboundContact? result));
        Assert.Equal(planner.Warnings, run.Warnings);
        return (result, [.. client.Requests], plan, run.Warnings.SingleOrDefault());
    }

    private static Row Row(Situation test)
    {
        string phone = test.HasChanged ? Now : Before;
        string? token = test.Token == Token.None ? null : SavedToken;
        string? since = test.Token switch
        {
            Token.Fresh => SavedResult.TimeText(s_now.AddDays(-1)),
            Token.Expired => SavedResult.TimeText(s_now.AddDays(-7)),
            Token.InTheFuture => SavedResult.TimeText(s_now.AddHours(2)),
            _ => "26.11.2026 11:00",
        };
        string? contact = IsStarted(test.Status) ? "contact-1" : null;
        return test.Form switch
        {
            Form.Live => Given.Row(("Phone", phone)).AsResultOf(SavedResult.Of(new OutboundContact(null)
            {
                RowNumber = 7,
                Status = test.Status,
                Destination = Before,
                ContactId = contact,
                ClientToken = token,
                TokenSince = since,
            })),
            Form.Result => Given.Row(
                ("Phone", phone), ("RowNumber", "7"), ("Destination", Before), ("Status", $"{test.Status}"), ("ContactId", contact), ("Other", "x"),
                ("ClientToken", token), ("TokenSince", since)),
            _ => Given.Row(
                ("Phone", phone), ("ConnectStatus", $"{test.Status}"), ("ConnectContactId", contact), ("ConnectReason", ""), ("ConnectClientToken", token),
                ("ConnectTokenSince", since), ("ConnectDestination", Before), ("ConnectRow", "7")),
        };
    }
}
