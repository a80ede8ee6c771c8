using ConnectOutbound.Engine.Input;
using FsCheck;
using FsCheck.Xunit;

namespace ConnectOutbound.Engine.Tests.Input;

public class ColumnNameTests
{
    [Theory]
    [InlineData("Phone Number", "phonenumber")]
    [InlineData("phone_number", "phonenumber")]
    [InlineData("PHONE-NUMBER", "phonenumber")]
    [InlineData("\uFEFFPhoneNumber", "phonenumber")]
    [InlineData("\u00A0Phone\tNumber ", "phonenumber")]
    [InlineData("", "")]
    public void Case_blanks_underscores_dashes_and_byte_order_marks_do_not_count(string name, string expected) =>
        Assert.Equal(expected, ColumnName.Normalize(name));

    [Property]
    public void Normalizing_twice_changes_nothing(NonNull<string> name) =>
        Assert.Equal(ColumnName.Normalize(name.Get), ColumnName.Normalize(ColumnName.Normalize(name.Get)));

    [Theory]
    [InlineData("Attribute.OrderId", "attribute", "OrderId")]
    [InlineData("ATTRIBUTE.a.b", "attribute", "a.b")]
    [InlineData(" attri_bute . OrderId ", "attribute", "OrderId")]
    public void A_prefixed_name_splits_at_its_first_dot_and_the_key_keeps_its_case(string name, string prefix, string key)
    {
        Assert.True(ColumnName.TrySplitPrefix(name, out string foundPrefix, out string foundKey));
        Assert.Equal((prefix, key), (foundPrefix, foundKey));
    }

    [Theory]
    [InlineData("OrderId")]
    [InlineData(".OrderId")]
    [InlineData("Attribute.")]
    [InlineData("Attribute. ")]
    public void A_name_without_both_sides_has_no_prefix(string name) => Assert.False(ColumnName.TrySplitPrefix(name, out _, out _));
}
