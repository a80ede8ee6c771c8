using System.Collections;
using System.Text.Json;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Engine.Validation;
using ConnectOutbound.Tests;

namespace ConnectOutbound.Engine.Tests.Input;

public class HostileCellTests
{
    public static TheoryData<string> Unreadable => [.. HostileValues.Unreadable().Keys];

    private static CheckedRow Read(MappingOptions options, object? cell, string column = "Bad", string? runName = null) =>
        new RowReader(options, runName).Read(new Row(1, new ColumnSet(["Phone", column]), [Given.Number, cell]));

    private static object Hostile(string name) => HostileValues.Unreadable()[name];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_cell_that_cannot_be_read_is_a_fault_wherever_it_is_used(string name)
    {
        Assert.All(
            new[]
            {
                Read(Given.Options((ContactField.Message, "Hello {Bad}")), Hostile(name)),
                Read(Given.Options() with { AttributeColumns = ["Bad"] }, Hostile(name)),
                Read(Given.Options() with { KeyColumn = "Bad" }, Hostile(name)),
                Read(Given.Options(), Hostile(name), "Name"),
                Read(Given.Options(), Hostile(name), "ChatDuration"),
                Read(Given.Options(), Hostile(name), "Attribute"),
                Read(Given.Options(), Hostile(name), "SegmentAttribute"),
                Read(Given.Options(), Hostile(name), "SupportedMessagingContentType"),
            },
            row => Assert.Contains(row.Faults, fault => fault.Kind == "CellUnreadable"));
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_cell_that_nothing_uses_changes_nothing_and_the_journal_keeps_null(string name)
    {
        CheckedRow row = Read(Given.Options(), Hostile(name), runName: "run");
        Assert.True(row.IsValid);
        using JsonDocument kept = JsonDocument.Parse(RowJson.Write(row.Row));
        Assert.Equal(JsonValueKind.Null, kept.RootElement.GetProperty("Bad").ValueKind);
        Assert.Equal(Given.Number, kept.RootElement.GetProperty("Phone").GetString());
    }

    [Fact]
    public void The_fault_says_that_a_cell_refers_to_itself() =>
        Assert.Contains(
            "refers to itself",
            Read(Given.Options() with { AttributeColumns = ["Bad"] }, HostileValues.Cycle(2)).Faults[0].Text,
            StringComparison.Ordinal);

    [Fact]
    public void A_cell_is_read_once_and_only_when_something_uses_it()
    {
        int reads = 0;
        IEnumerable Counted()
        {
            reads++;
            yield return "x";
        }

        var row = new Row(1, new ColumnSet(["Phone", "List"]), [Given.Number, Counted()]);
        Assert.True(new RowReader(Given.Options()).Read(row).IsValid);
        Assert.Equal(0, reads);
        Assert.False(new RowReader(Given.Options((ContactField.Message, "{List} {List}"))).Read(row).IsValid);
        RowJson.Write(row);
        Assert.Equal(1, reads);
    }

    [Fact]
    public void A_named_run_reads_all_cells_on_the_thread_that_maps()
    {
        var threads = new List<int>();
        IEnumerable Threaded()
        {
            threads.Add(Environment.CurrentManagedThreadId);
            yield return "x";
        }

        CheckedRow row = Read(Given.Options(), Threaded(), runName: "run");
        Assert.Equal([Environment.CurrentManagedThreadId], threads);
        Assert.Contains("[\"x\"]", RowJson.Write(row.Row), StringComparison.Ordinal);
    }

    [Fact]
    public void The_journal_keeps_a_row_of_many_large_cells_in_bounded_size()
    {
        string[] columns = [.. Enumerable.Range(0, 100).Select(i => $"c{i}"), "Phone"];
        var row = new Row(
            1,
            new ColumnSet(columns),
            [.. Enumerable.Repeat<object?>(HostileValues.Shared(13), 50), .. Enumerable.Repeat<object?>(new string('x', 900_000), 50), Given.Number]);
        Assert.True(new RowReader(Given.Options(), "run").Read(row).IsValid);
        string json = RowJson.Write(row);
        Assert.InRange(json.Length, 900_000, 6_000_000);
        Assert.Equal(Given.Number, RowJson.Read(json)["Phone"]);
    }

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udfff":1}""")]
    public void Json_text_with_half_a_character_is_a_fault(string json) =>
        Assert.Equal("AttributeInvalid", Assert.Single(Read(Given.Options(), json, "Attribute").Faults).Kind);

    // An attribute could not hold these: its text is UTF-8.
    [Fact]
    public void Half_a_character_is_found_beside_a_replacement_character()
    {
        Assert.False(TextRules.IsWellFormed("\ud800\ufffd"));
        Assert.False(TextRules.IsWellFormed("\udc00\ud800"));
        Assert.True(TextRules.IsWellFormed("a\ud83d\ude00\ufffd"));
    }

    [Fact]
    public void An_argument_that_cannot_be_read_ends_the_run_before_it_begins() =>
        Assert.Equal(
            "DisplayName",
            Assert.Throws<OutboundException>(() => new RowReader(Given.Options((ContactField.DisplayName, HostileValues.ThrowingText())))).Parameter);

    [Fact]
    public void Two_keys_with_one_text_are_a_fault() =>
        Assert.Contains(
            "'1' twice",
            Assert.Single(Read(Given.Options(), new Hashtable { [1] = "a", ["1"] = "b" }, "Attribute").Faults).Text,
            StringComparison.Ordinal);
}
