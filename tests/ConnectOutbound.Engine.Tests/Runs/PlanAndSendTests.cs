using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Skipping.QuietHours;
using ConnectOutbound.Engine.Tests.Skipping.Duplicates;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Engine.Validation;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>What the plan says of a whole input is what sending it says, row by row and word by word, whatever the gates.</summary>
public class PlanAndSendTests
{
    // 21:30 in Berlin, 15:30 in New York.
    private static readonly DateTimeOffset s_now = new(2026, 1, 15, 20, 30, 0, TimeSpan.Zero);
    private static readonly ColumnSet s_columns = new(["Phone", "Country", "TimeZone", "Channel", "Message", "ChatDuration", "ClientToken", "Order"]);

    private static readonly object?[][] s_cells =
    [
        [
            "+12065550101", "+1 206 555 0101", "(206) 555-0101", "+12065550102", "+4930123456", "030 123456",
            "+442079460958", "020 7946 0958", "+999123", "nobody", null, "+12065550103", "+12065550104",
        ],
        [null, null, "US", "GB", "DE", "Narnia"],
        [null, null, "Europe/Berlin", "America/New_York", "Nowhere/At_All"],
        ["SMS", "SMS", "SMS", "WhatsApp", "Fax"],
        [null, null, "Hello", "{Order}", "{"],
        [null, null, null, "60", "soon"],
        [null, null, null, null, null, "one", "two"],
        ["A", "A", "B", null],
    ];

    private sealed record Case(Row[] Rows, MappingOptions Options, SkipOptions Gates);

    private static Arbitrary<Case> Cases() => Arb.From(
        from rows in Gen.CollectToArray(s_cells, cells => Gen.Elements(cells)).NonEmptyListOf()
        from duplicates in Gen.Elements(Enum.GetValues<OutboundDuplicateAction>())
        from suppressed in Gen.SubListOf("+12065550101", "+442079460958", "+4930123456")
        from hours in Gen.Elements(null, null, "21:00-08:00", "08:00-21:00")
        from unknown in Gen.Elements(Enum.GetValues<OutboundUnknownTimeZoneAction>())
        from country in Gen.Elements(null, "US", "DE")
        from free in Gen.Elements(true, false)
        from key in Gen.Elements(null, "Order")
        select new Case(
            [.. rows.Select((cells, i) => new Row(i + 1, s_columns, cells))],
            Arguments() with { DefaultCountry = country, AllowFreeText = free, ReadsTimeZone = hours is not null, KeyColumn = key },
            new SkipOptions
            {
                DuplicateAction = duplicates,
                Suppression = DuplicateCheckTests.Suppressing([.. suppressed]),
                QuietHours = hours is null ? null : new QuietHoursRule(QuietHoursSchedule.Parse(hours), OutboundQuietHoursAction.Defer, unknown),
            }));

    [Property(MaxTest = 1500, Replay = "(20261122,11)")]
    public Property What_is_planned_is_sent_and_what_is_sent_was_planned() => Prop.ForAll(Cases(), test =>
    {
        var time = new FakeTimeProvider(s_now);
        var planner = new RunPlanner(null, time, test.Gates);
        var planReader = new RowReader(test.Options, null, withTokens: false);
        List<OutboundPlan> plans = [.. test.Rows.Select(row => planner.Plan(planReader.Read(row)))];
        List<OutboundContact> results = Send(test, time);
        Assert.Equal(test.Rows.Length, results.Count);
        for (int i = 0; i < plans.Count; i++)
        {
            OutboundStatus sent = results[i].Status == OutboundStatus.Started ? OutboundStatus.Planned : results[i].Status;
            Assert.Equal((plans[i].Status, plans[i].Destination), (sent, results[i].Destination));
            if (!plans[i].WillSend)
                Assert.Equal((plans[i].ErrorCode, plans[i].Problems.ToString()), (results[i].ErrorCode, results[i].Reason));
        }
    });

    [Fact]
    public void The_generated_inputs_meet_every_gate()
    {
        var seen = new HashSet<OutboundStatus>();
        foreach (Case test in Cases().Generator.Sample(20, 300))
        {
            var time = new FakeTimeProvider(s_now);
            var planner = new RunPlanner(null, time, test.Gates);
            var reader = new RowReader(test.Options);
            seen.UnionWith(test.Rows.Select(row => planner.Plan(reader.Read(row)).Status));
        }

        Assert.Superset(
            new HashSet<OutboundStatus>
            {
                OutboundStatus.Planned,
                OutboundStatus.Invalid,
                OutboundStatus.Duplicate,
                OutboundStatus.Suppressed,
                OutboundStatus.Deferred,
            },
            seen);
    }

    private static MappingOptions Arguments() =>
        new()
        {
            Arguments = Given.Arguments()
                .Where(argument => argument.Key != ContactField.Channel)
                .ToDictionary(argument => argument.Key, argument => argument.Value),
        };

    private static List<OutboundContact> Send(Case test, FakeTimeProvider time)
    {
        var client = new ScriptedClient((request, _) => Task.FromResult(ScriptedClient.Started(request)));
        var pacer = new Pacer(time);
        var run = new OutboundRun(client, _ => pacer, SandboxRun.Fast with { IsInline = true }, time, null, test.Gates);
        var reader = new RowReader(test.Options);
        var results = new List<OutboundContact>();
        foreach (CheckedRow row in test.Rows.Select(reader.Read))
        {
            run.Submit(row);
            while (run.TryTake(out OutboundContact? contact))
                results.Add(contact);
        }

        Assert.Equal(results.Count(contact => contact.Status == OutboundStatus.Started), client.Requests.Count);
        return [.. results.OrderBy(contact => contact.RowNumber)];
    }
}
