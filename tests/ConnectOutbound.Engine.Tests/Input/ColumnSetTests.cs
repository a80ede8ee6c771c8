using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Tests.Input;

public class ColumnSetTests
{
    [Theory]
    [InlineData("OrderId", 1, "Order Id", "OrderId")]
    [InlineData("Order Id", 0, "Order Id", "OrderId")]
    [InlineData("ORDERID", 1, "Order Id", "OrderId")]
    [InlineData("orderid", 2, "OrderId", "ORDERID", "orderid")]
    [InlineData("order_id", 0, "Order Id", "Phone")]
    [InlineData("OrderNo", -1, "Order Id", "OrderId")]
    [InlineData("TITLE", 1, "ti-tle", "title")]
    [InlineData("-", 1, "_", "-")]
    public void An_exact_name_wins_and_then_one_that_differs_in_case(string name, int expected, params string[] columns)
    {
        ColumnMatch match = new ColumnSet(columns).Find(name);
        Assert.False(match.IsAmbiguous);
        Assert.Equal(expected, match.Column);
    }

    [Theory]
    [InlineData("order_id", "'Order Id' and 'OrderId'", "Order Id", "OrderId", "Phone")]
    [InlineData("orderid", "'OrderId' and 'ORDERID'", "OrderId", "ORDERID", "Order Id")]
    [InlineData("Order-Id", "'Order Id', 'Order_Id' and 'OrderId'", "Order Id", "Order_Id", "OrderId")]
    [InlineData("OrderId", "'OrderId' and 'OrderId'", "OrderId", "OrderId")]
    public void Columns_that_match_equally_well_are_rivals(string name, string rivals, params string[] columns)
    {
        ColumnMatch match = new ColumnSet(columns).Find(name);
        Assert.True(match.IsAmbiguous);
        Assert.Equal(rivals, match.NameRivals(columns));
    }

    [Theory]
    [InlineData(ContactField.Country, 1, "CountryIso", "Country")]
    [InlineData(ContactField.Country, 0, "country", "CountryIso")]
    [InlineData(ContactField.DisplayName, 2, "Name", "display name", "DisplayName")]
    [InlineData(ContactField.Destination, 1, "To", "Mobile", "Note")]
    [InlineData(ContactField.Destination, 2, "Phone", "Mobile", "destination")]
    [InlineData(ContactField.Source, -1, "To", "Phone")]
    public void The_most_telling_name_stands_for_a_field(ContactField field, int expected, params string[] columns)
    {
        ColumnMatch match = FieldColumns.Find(columns, field);
        Assert.False(match.IsAmbiguous);
        Assert.Equal(expected, match.Column);
    }

    [Fact]
    public void Two_spellings_of_one_name_stand_for_a_field_equally_well() =>
        Assert.Equal("'count ry' and 'COUN-TRY'", FieldColumns.Find(["count ry", "COUN-TRY"], ContactField.Country).NameRivals(["count ry", "COUN-TRY"]));
}
