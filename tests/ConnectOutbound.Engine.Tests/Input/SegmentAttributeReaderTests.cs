using System.Collections;
using Amazon.Connect.Model;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Tests.Input;

public class SegmentAttributeReaderTests
{
    private static SegmentAttributeValue? Read(object? value, out List<RowFault> faults) =>
        SegmentAttributeReader.Read("a", CellConverter.Convert(value), faults = []);

    [Fact]
    public void Text_is_a_string_and_a_whole_number_an_integer()
    {
        Assert.Equal("1", Read("1", out _)!.ValueString);
        Assert.Equal(1, Read(1L, out _)!.ValueInteger);
        Assert.Equal("1.5", Read(1.5, out _)!.ValueString);
        Assert.Equal("true", Read(true, out _)!.ValueString);
    }

    [Fact]
    public void Dictionaries_are_maps_and_lists_are_lists_to_any_depth()
    {
        SegmentAttributeValue value = Read(
            new Hashtable { ["inner"] = new ArrayList { "x", 2, new Hashtable { ["deep"] = "y" } }, ["other"] = "z" },
            out List<RowFault> faults)!;
        Assert.Empty(faults);
        List<SegmentAttributeValue> list = value.ValueMap!["inner"].ValueList!;
        Assert.Equal("x", list[0].ValueString);
        Assert.Equal(2, list[1].ValueInteger);
        Assert.Equal("y", list[2].ValueMap!["deep"].ValueString);
    }

    [Fact]
    public void A_dictionary_with_one_key_that_names_a_kind_says_the_kind()
    {
        Assert.Equal("arn:aws:x", Read(new Hashtable { ["ValueArn"] = "arn:aws:x" }, out _)!.ValueArn);
        Assert.Equal("7", Read(new Hashtable { ["ValueString"] = 7 }, out _)!.ValueString);
        Assert.Equal(7, Read(new Hashtable { ["ValueInteger"] = "7" }, out _)!.ValueInteger);
        Assert.Equal("x", Read(new Hashtable { ["ValueMap"] = new Hashtable { ["ValueArn"] = "x", ["b"] = "y" } }, out _)!.ValueMap!["ValueArn"].ValueString);
        Assert.Single(Read(new Hashtable { ["ValueList"] = new[] { "x" } }, out _)!.ValueList!);
    }

    public static TheoryData<object?> Refused =>
        new() { null, long.MaxValue, new Hashtable { ["ValueInteger"] = "x" }, new Hashtable { ["ValueList"] = "x" }, new object(), new object?[] { null } };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_has_no_kind_is_a_fault(object? value)
    {
        Assert.Null(Read(value, out List<RowFault> faults));
        Assert.Equal("SegmentAttributeInvalid", Assert.Single(faults).Kind);
    }

    [Fact]
    public void A_dictionary_that_contains_itself_is_a_fault()
    {
        var cycle = new Hashtable();
        cycle["self"] = cycle;
        Read(cycle, out List<RowFault> faults);
        Assert.Contains("refers to itself", Assert.Single(faults).Text, StringComparison.Ordinal);
    }
}
