using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Tests.Input;

public class DestinationReaderTests
{
    private static readonly MappingOptions s_given = Given.Options((ContactField.Message, "Hello"));

    public static TheoryData<string, (string, object?)[]> Chosen => new()
    {
        { "+12065550101", [("Phone", "+12065550101"), ("From", "2026-11-26"), ("To", "2026-12-01")] },
        { "+12065550101", [("To", new DateTime(2026, 12, 1)), ("From", new DateTime(2026, 11, 26)), ("Phone", "+12065550101")] },
        { "+12065550101", [("To", new List<object?> { "a", "b" }), ("Phone", "+12065550101")] },
        { "+12065550101", [("To", 5), ("Phone", "+12065550101")] },
        { "+12065550101", [("Destination", ""), ("Mobile", "+12065550101")] },
        { "+12065550101", [("Destination", "+12065550101"), ("Phone", "+1 (206) 555-0101"), ("To", "tel:+12065550101")] },
        { "+12065550101", [("DestinationEndpoint_Address", "+12065550101"), ("Phone", null)] },
        { "+12065550101", [("Phone", "+12065550101"), ("Mobile", "1.20656E+10")] },
    };

    [Theory]
    [MemberData(nameof(Chosen))]
    public void A_cell_that_is_no_number_does_not_count_beside_one_that_is(string expected, (string, object?)[] cells)
    {
        CheckedRow row = Given.Read(s_given, cells);
        Assert.Empty(row.Faults);
        Assert.Equal(expected, row.Destination);
    }

    public static TheoryData<(string, object?)[]> Ambiguous => new(
        [("Phone", "+12065550101"), ("Mobile", "+12065550102")],
        [("Destination", "+12065550101"), ("To", "+12065550102")],
        [("PhoneNumber", "+12065550101"), ("Phone", "+12065550102")],
        [("DestinationPhoneNumber", "+12065550101"), ("PhoneNumber", "n/a"), ("Mobile", "+442079460958")],
        [("phone", "+12065550101"), ("PHONE", "+12065550102")]);

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public void Two_different_numbers_are_refused_and_both_columns_are_named((string, object?)[] cells)
    {
        CheckedRow row = Given.Read(s_given, cells);
        RowFault fault = Assert.Single(row.Faults);
        Assert.Equal("DestinationAmbiguous", fault.Kind);
        Assert.Null(row.Destination);
        Assert.Contains("-ColumnMap", fault.Text, StringComparison.Ordinal);
        Assert.All(
            cells.Where(cell => cell.Item2 is not "n/a"),
            cell => Assert.Contains($"'{cell.Item1}' holds '{cell.Item2}'", fault.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("US", "(206) 555-0101", "DestinationAmbiguous")]
    [InlineData("US", "(206) 555-0100", null)]
    [InlineData(null, "(206) 555-0101", null)]
    public void The_country_of_the_row_reads_all_of_them(string? country, string mobile, string? kind)
    {
        CheckedRow row = Given.Read(s_given, ("Phone", Given.Number), ("Mobile", mobile), ("Country", country));
        Assert.Equal(kind, row.Faults.SingleOrDefault()?.Kind);
    }

    [Fact]
    public void A_cell_that_cannot_be_read_could_be_another_number() =>
        Assert.Equal(["CellUnreadable"], Given.Kinds(Given.Read(s_given, ("Phone", Given.Number), ("Mobile", new CellError("no such file")))));

    [Fact]
    public void The_columns_are_named_once_in_a_warning()
    {
        var warnings = new List<string>();
        var mapper = new RowMapper(s_given with { Warn = warnings.Add });
        for (int i = 1; i <= 3; i++)
            mapper.Map(Given.Row(i, ("To", "2026-12-01"), ("Phone", Given.Number)));
        Assert.Equal(
            ["The columns 'To', 'Phone' all stand for Destination: in each row the one that holds a phone number is used. "
                + "Choose one with -ColumnMap @{ Destination = 'NAME' }."],
            warnings);
    }

    [Theory]
    [InlineData(Given.Source, Given.Source)]
    [InlineData("ARN:aws:connect:us-east-1:1:phone-number/x", "ARN:aws:connect:us-east-1:1:phone-number/x")]
    [InlineData("+1 206 555 0142", "+1 206 555 0142")]
    [InlineData("", null)]
    [InlineData("2026-11-26", null)]
    [InlineData("Rome", null)]
    public void From_is_the_source_where_it_holds_an_ARN_or_a_number(string from, string? expected)
    {
        ContactDraft draft = new RowMapper(new MappingOptions()).Map(Given.Row(("Phone", Given.Number), ("From", from)));
        Assert.Equal(expected, draft.Source);
        Assert.Equal(expected is not null, draft.BringsOwnResource);
    }

    [Fact]
    public void The_default_is_the_source_where_From_is_a_date()
    {
        var options = new MappingOptions { Defaults = new Dictionary<ContactField, object> { [ContactField.Source] = Given.Source } };
        Assert.Equal(Given.Source, new RowMapper(options).Map(Given.Row(("Phone", Given.Number), ("From", new DateTime(2026, 11, 26)))).Source);
    }

    [Theory]
    [InlineData("To", "Phone")]
    [InlineData("destination", "DESTINATION")]
    [InlineData("Attribute.Id", "attribute . Id")]
    public void A_map_that_gives_a_parameter_twice_stops_the_command(string first, string second)
    {
        var map = new Dictionary<string, string> { [first] = "A", [second] = "B" };
        Assert.Equal("ColumnMapInvalid", Assert.Throws<OutboundException>(() => new RowMapper(s_given with { ColumnMap = map })).Id);
    }
}
