using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Tests.Input;

public class PipedTextTests
{
    private static string? Problem(string text) => PipedText.Problem(text, name => name is "contacts" or "/data/list");

    [Theory]
    [InlineData("contacts.csv", "contacts.csv")]
    [InlineData(" contacts.CSV ", "contacts.CSV")]
    [InlineData("./data/Kunden 2026.xlsx", "Kunden 2026.xlsx")]
    [InlineData(@"C:\data\contacts.tsv", "contacts.tsv")]
    [InlineData(@"\\server\share\a,b.json", null)]
    [InlineData("*.csv", "*.csv")]
    [InlineData("contacts", "contacts")]
    [InlineData("/data/list", "list")]
    public void The_name_of_a_file_is_told(string text, string? name) => Assert.Equal(
        name is null ? Problem(text) : $"The row is the file '{name}' itself: read it with Import-Csv first.",
        Problem(text));

    [Theory]
    [InlineData("PhoneNumber,Name")]
    [InlineData("+12065550100,Ann")]
    [InlineData("Ann;+12065550100")]
    [InlineData("Ann\t+12065550100")]
    [InlineData("\"+12065550100\",\"60\"")]
    [InlineData("+12065550100,60,1")]
    [InlineData("+12065550100,Ann,")]
    [InlineData("Phone,Name\r\n+12065550100,Ann\r\n")]
    [InlineData(@"\\server\share\a,b.json")]
    public void A_line_of_a_file_is_told(string text)
    {
        Assert.StartsWith("The row is a line of text, ", Problem(text), StringComparison.Ordinal);
        Assert.Contains("Import-Csv", Problem(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("+12065550100")]
    [InlineData("+1 (206) 555-0100")]
    [InlineData("tel:+1-206-555-0100")]
    [InlineData("tel:0100;phone-context=+1-206-555")]
    [InlineData("+12065550100;ext=5")]
    [InlineData("+12065550100, ext. 5")]
    [InlineData("+12065550100,5")]
    [InlineData("+12065550100, +12065550101")]
    [InlineData("1,206,555")]
    [InlineData("nobody")]
    [InlineData("ann@example.com")]
    [InlineData("1.20656E+10")]
    [InlineData(".csv")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("""{"Phone": "+12065550100", "Name": "Ann"}""")]
    public void Text_that_may_be_meant_as_a_number_is_left_to_the_rules_of_numbers(string text) => Assert.Null(Problem(text));

    [Fact]
    public void The_disk_is_not_asked_about_numbers() =>
        Assert.Null(PipedText.Problem("+12065550100", _ => throw new InvalidOperationException("asked")));
}
