using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>Places are compared by what is known of both.</summary>
public class RunPlaceTests
{
    private static readonly RunPlace s_whole = RunPlace.Aws("aws", "us-east-1", "123456789012");

    [Theory]
    [InlineData("aws", "us-east-1", "123456789012", true)]
    [InlineData("AWS", "US-EAST-1", "123456789012", true)]
    [InlineData("aws", "us-east-1", null, true)]
    [InlineData("aws", "us-east-1", "", true)]
    [InlineData(null, null, "123456789012", true)]
    [InlineData(null, null, null, true)]
    [InlineData("aws", "eu-central-1", "123456789012", false)]
    [InlineData("aws", "us-east-1", "210987654321", false)]
    [InlineData("aws-cn", null, null, false)]
    [InlineData(null, null, "210987654321", false)]
    public void What_is_not_known_is_not_compared(string? partition, string? region, string? account, bool fits)
    {
        var other = RunPlace.Aws(partition, region, account);

        Assert.Equal(fits, s_whole.Fits(other));
        Assert.Equal(fits, other.Fits(s_whole));
        Assert.False(other.Fits(RunPlace.Loopback));
        Assert.False(RunPlace.Loopback.Fits(other));
    }

    [Theory]
    [InlineData("loopback")]
    [InlineData("aws/us-east-1/123456789012")]
    [InlineData("aws-cn/cn-north-1/")]
    [InlineData("//123456789012")]
    [InlineData("//")]
    public void What_is_written_is_read(string text) => Assert.Equal(text, RunPlace.Parse(text)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Loopback")]
    [InlineData("aws/us-east-1")]
    [InlineData("a/b/c/d")]
    public void Anything_else_is_no_place(string text) => Assert.Throws<FormatException>(() => RunPlace.Parse(text));

    [Fact]
    public void A_place_is_completed_by_what_another_knows() =>
        Assert.Equal(s_whole, RunPlace.Aws("aws", "us-east-1").With(RunPlace.Aws(null, null, "123456789012")));

    [Fact]
    public void A_place_is_described_for_people()
    {
        Assert.Equal("account 123456789012 in us-east-1 (aws)", s_whole.Describe());
        Assert.Equal("an account in us-east-1 (aws)", RunPlace.Aws("aws", "us-east-1").Describe());
        Assert.Equal("this computer (loopback: a rehearsal)", RunPlace.Loopback.Describe());
    }
}
