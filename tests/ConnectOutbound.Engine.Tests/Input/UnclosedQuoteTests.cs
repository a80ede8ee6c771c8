using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Tests.Input;

public class UnclosedQuoteTests
{
    private static string[] Kinds(string value, string? country, params string[] columns)
    {
        MappingOptions options = Given.Options((ContactField.Message, "Hello {Value}")) with { DefaultCountry = country };
        return Given.Kinds(Given.Read(options, [.. columns.Select(name => (name, Cell(name)))]));

        object? Cell(string name) => name switch { "Value" => value, "Phone" => Given.Number, _ => "x" };
    }

    [Theory]
    [InlineData("Tom\n+12065550123,Ann")]
    [InlineData("Tom\r\n+12065550123,Ann\r\n")]
    [InlineData("Tom\r+12065550123;Ann")]
    [InlineData("Tom\n\n+12065550123\tAnn")]
    [InlineData("Tom\nAnn\n+12065550123,Bob")]
    [InlineData("Tom\n+1 (206) 555-0123,Ann,Oslo,60")]
    [InlineData("Tom\n+12065550123,")]
    [InlineData("\n+12065550123,Ann")]
    [InlineData("Tom\n+12065550123\"")]
    [InlineData("Tom\n\"+12065550123\",\"Ann\"")]
    [InlineData("Tom\n +12065550123 , Ann")]
    public void A_further_line_with_a_number_where_the_row_has_its_own_is_a_row(string value)
    {
        Assert.Equal(["QuoteUnclosed"], Kinds(value, null, "Phone", "Value"));
        Assert.Equal(["QuoteUnclosed"], Kinds(value, null, "Phone", "Value", "City"));
    }

    [Theory]
    [InlineData("Tom\nAnn,+12065550123,Rome", "Name", "Phone", "Value")]
    [InlineData("Tom\nAnn;+12065550123;Rome", "Name", "Phone", "Value")]
    [InlineData("Tom\nMiller, Ann;+12065550123;Rome", "Name", "Phone", "Value")]
    [InlineData("Tom\nAnn,+12065550123", "Name", "Phone", "Value", "City")]
    [InlineData("Tom\n+12065550123,Ann,Rome", "Name", "Phone", "Value")]
    [InlineData("Tom,+12065550122\nAnn\"", "Value", "Phone")]
    public void The_destination_may_stand_in_any_column(string value, params string[] columns) => Assert.Equal(["QuoteUnclosed"], Kinds(value, null, columns));

    [Theory]
    [InlineData("Tom")]
    [InlineData("Tom, +12065550123, Ann")]
    [InlineData("12 Main St\nSeattle, WA 98101\nUSA")]
    [InlineData("12 Main St\nSeattle, WA\n+1 206 555 0199")]
    [InlineData("Tom\nTel. +1 206 555 0199, ext. 12")]
    [InlineData("Tom\nSales, +1 206 555 0199")]
    [InlineData("Tom\n+1 206 555 0199 | +1 206 555 0198")]
    [InlineData("+12065550123,Ann\nTom")]
    [InlineData("Tom\n2026-11-26, Rome")]
    [InlineData("Tom\n98101, Seattle")]
    [InlineData("Tom\n\"Tommy\" Miller")]
    public void Addresses_and_signatures_are_none(string value) => Assert.Empty(Kinds(value, null, "Phone", "Value"));

    [Theory]
    [InlineData("Tom\nSales, +1 206 555 0199", "Name", "Phone", "Value")]
    [InlineData("Tom\n+1 206 555 0199, Sales", "Name", "Phone", "Value", "City")]
    [InlineData("Main St 5, +1 206 555 0199\nSeattle", "Value", "Phone")]
    public void A_number_in_another_place_is_none(string value, params string[] columns) => Assert.Empty(Kinds(value, null, columns));

    [Theory]
    [InlineData("US", "Tom\n(206) 555-0123,Ann", true)]
    [InlineData("DE", "Tom\n030 1234567,Ann", true)]
    [InlineData("DE", "Hauptstr. 5\n10115, Berlin", false)]
    [InlineData("AT", "Ring 1\n1010, Wien", false)]
    [InlineData("BR", "Av. Paulista\n01310-200, Paulo", false)]
    [InlineData(null, "Tom\n(206) 555-0123,Ann", false)]
    public void Numbers_are_read_as_those_of_the_row(string? country, string value, bool isRow) =>
        Assert.Equal(isRow, Kinds(value, country, "Phone", "Value").Length > 0);

    [Fact]
    public void One_column_that_is_used_twice_has_one_fault()
    {
        MappingOptions options = Given.Options((ContactField.Message, "{Name} {Name}")) with { AttributeColumns = ["Name"] };
        RowFault fault = Assert.Single(Given.Read(options, ("Phone", Given.Number), ("Name", "Tom\n+12065550123,Ann")).Faults);
        Assert.Equal(
            "The column 'Name' holds another row of the file, '+12065550123,Ann': a quotation mark is not closed. Close it, then import the file again: "
                + "rows within a value are not read.",
            fault.Text);
    }

    [Theory]
    [InlineData("Attribute.Note")]
    [InlineData("Segment.Note")]
    [InlineData("Name")]
    public void Whatever_is_sent_is_looked_at(string column) => Assert.Equal(
        ["QuoteUnclosed"],
        Given.Kinds(Given.Read(Given.Options((ContactField.Message, "Hello")), ("Phone", Given.Number), (column, "Tom\n+12065550123,Ann"))));

    [Theory]
    [InlineData("Template.Name", "Tom\n+12065550123,Ann")]
    [InlineData("Profile.Name", "Tom\n+12065550123,Ann")]
    [InlineData("TemplateAttribute", """{"Name":"Tom\n+12065550123,Ann"}""")]
    [InlineData("CustomerProfileAttribute", """{"Name":"Tom\n+12065550123,Ann"}""")]
    public void Values_of_a_template_are_looked_at(string column, string value)
    {
        MappingOptions options = Given.Options((ContactField.MessageTemplateId, "t"), (ContactField.KnowledgeBaseId, "k"));
        Assert.Contains("QuoteUnclosed", Given.Kinds(Given.Read(options, ("Phone", Given.Number), (column, value))));
    }

    [Fact]
    public void Messages_and_arguments_are_not()
    {
        const string Lines = "Call\n+12065550123, Ann";
        Assert.Empty(Given.Read(Given.Options(), ("Phone", Given.Number), ("Message", Lines)).Faults);
        Dictionary<string, object?> attribute = new() { ["Note"] = Lines };
        Assert.Empty(Given.Read(Given.Options((ContactField.Message, Lines), (ContactField.Attribute, attribute)), ("Phone", Given.Number)).Faults);
    }

    [Fact]
    public void Values_within_a_dictionary_are_looked_at()
    {
        Dictionary<string, object?> own = new() { ["Note"] = "Tom\n+12065550123,Ann" };
        CheckedRow row = Given.Read(Given.Options((ContactField.Message, "Hello")), ("Phone", Given.Number), ("Attribute", own));
        Assert.Equal(["QuoteUnclosed"], Given.Kinds(row));
    }
}
