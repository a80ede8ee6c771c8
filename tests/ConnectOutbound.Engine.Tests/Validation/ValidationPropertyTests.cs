using System.Text.Json;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Engine.Validation;
using ConnectOutbound.Sandbox;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ConnectOutbound.Engine.Tests.Validation;

public class ValidationPropertyTests
{
    private static readonly string[] s_columns =
        [
            .. FieldColumns.Aliases.SelectMany(pair => pair.Value.Prepend(pair.Key.ToString())),
            "Attribute.a", "Attribute.b c", "Segment.x", "Segment.connect:Subtype", "Template.t", "Profile.p", "Notes",
        ];

    private static readonly object?[] s_cells =
        [null, "", " ", "x", "+12065550100", "2065550100", "60", "59", "soon", "SMS", "whatsapp", "connect:SMS", "text/plain", "text/markdown",
            "{Notes}", "{", "{\"a\":1}", "[1]",
            Given.Source, Given.Instance, "\ud800", "\0", "😀", new string('z', 1030), 60, 1.5, true, new[] { 1 },
            new Dictionary<string, object?> { ["k"] = "v" }, new CellError("broken")];

    private static Arbitrary<Row> Rows() => Arb.From(
        from columns in Gen.SubListOf(s_columns)
        from cells in Gen.Elements(s_cells).ArrayOf(columns.Count)
        select new Row(1, new ColumnSet(columns), cells));

    [Property(MaxTest = 3000, Replay = "(20261122,7)")]
    public Property Any_row_comes_out_with_a_request_or_with_faults_and_never_with_both() => Prop.ForAll(Rows(), row =>
    {
        CheckedRow read = new RowReader(Given.Options()).Read(row);
        Assert.Equal(read.Request is null, read.Faults.Count > 0);
        Assert.All(read.Faults, fault => Assert.EndsWith(".", fault.Text, StringComparison.Ordinal));
        Assert.All(read.Faults, fault => Assert.DoesNotContain(fault.Text, char.IsControl));
    });

    [Property(MaxTest = 1000, Replay = "(20261122,9)")]
    public Property The_plan_and_the_send_say_the_same_of_a_row() => Prop.ForAll(Rows(), row =>
    {
        CheckedRow read = new RowReader(Given.Options()).Read(row);
        OutboundRun run = new(new NoClient(), _ => new Pacer(TimeProvider.System), new RunOptions());
        run.Submit(read, static _ => RowConfirmation.Plan);
        Assert.True(run.TryTake(out OutboundContact? contact));
        OutboundPlan plan = new RunPlanner().Plan(read);
        Assert.Equal(contact.Status, plan.Status);
        Assert.Equal(contact.Status == OutboundStatus.Invalid, !plan.WillSend);
    });

    /// <summary>The sandbox checks requests by rules of its own: what this validator lets through, it accepts.</summary>
    [Fact]
    public async Task What_is_valid_here_is_accepted_by_a_service_that_was_written_apart()
    {
        using SandboxServer sandbox = SandboxServer.Start(
            new SandboxOptions { RequestsPerSecond = double.PositiveInfinity, ConcurrentChats = int.MaxValue, KeepBodies = false });
        using var connection = Engine.Service.ContactConnection.Open(
            new Engine.Service.ConnectionSettings { EndpointUrl = sandbox.EndpointUrl, AccessKey = "AKIAEXAMPLE", SecretKey = "secret", Region = "us-east-1" },
            8, TimeSpan.FromSeconds(30));
        var random = new System.Random(20261122);
        int sent = 0;
        for (int i = 0; i < 6000; i++)
        {
            string[] columns = [.. s_columns.Where(_ => random.NextDouble() < 0.08)];
            var row = new Row(1, new ColumnSet([.. columns, "Phone"]), [.. columns.Select(_ => s_cells[random.Next(s_cells.Length)]), Given.Number]);
            CheckedRow read = new RowReader(Given.Options()).Read(row);
            if (!read.IsValid)
                continue;
            sent++;
            Assert.NotNull((await connection.StartAsync(read.Request!, CancellationToken.None)).ContactId);
        }

        Assert.True(sent > 500, JsonSerializer.Serialize(new { sent }));
    }
}
