using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>Tokens that never change: the lines of docs/tokens.md, computed there by another implementation.</summary>
public sealed class TokenVectorTests
{
    private const string Instance = "11111111-2222-3333-4444-555555555555";
    private const string Another = "abcdef01-2345-6789-abcd-ef0123456789";
    private const string Number = "+12065550100";
    private const string Plain = "73304ea4ce263995137837f1b5b303183375ada2c7459cb7cdaeb42f08ffbdc7";
    private const string Keyed = "6f46b6135f11c4b5e4fdce57adb4f6768d3f13f9f260714567c6b8e9dfe7a19d";
    private const string OfAnother = "2c062b1cb75592200d1958be1aaac78308e2335c9bc949eab2967fcb48d9e6ef";
    private const string Umlaut = "39a6e6ad4b44de40ffbd791885b509d46820bba6dc23fd15e27b8aa0eb300471";
    private const string Ring = "71f441ea6299edca488a669323018e5e115394fcde47f69220aaa93f5e870990";
    private const string Hangul = "a5ab7cdf1854c876b1d81218263f54f1e3acab90f64fec4b029887480787637b";

    [Theory]
    [InlineData("spring", Instance, Number, null, Plain)]
    [InlineData("spring", Instance, Number, "", Plain)]
    [InlineData(" \tspring\n", Instance, Number, "  ", Plain)]
    [InlineData("\u3000spring\u00a0", Instance, Number, null, Plain)]
    [InlineData("Spring", Instance, Number, null, "a35af32c94de52bb4ab6da910b7834fb140296b3e4ce71052963506feff7d941")]
    [InlineData("spring", Another, Number, null, OfAnother)]
    [InlineData("spring", "ABCDEF01-2345-6789-ABCD-EF0123456789", Number, null, OfAnother)]
    [InlineData("spring", Instance, "+4930901820", null, "4e09aa7d71e5a9e00180978ca56582bbac2c02f6e213bb02a0fae1a39381585d")]
    [InlineData("spring", Instance, Number, "order-7", Keyed)]
    [InlineData("spring", Instance, Number, " order-7 ", Keyed)]
    [InlineData("spring", Instance, Number, "Order-7", "e07bc9abcde7a8cc32469fba71b68c2292ee4e33408daf00d12e4ce7a1177429")]
    [InlineData("fr\u00fchling", Instance, Number, null, Umlaut)]
    [InlineData("fru\u0308hling", Instance, Number, null, Umlaut)]
    [InlineData("spring", Instance, Number, "\u00c5", Ring)]
    [InlineData("spring", Instance, Number, "A\u030a", Ring)]
    [InlineData("spring", Instance, Number, "\u212b", Ring)]
    [InlineData("spring", Instance, Number, "\ud55c", Hangul)]
    [InlineData("spring", Instance, Number, "\u1112\u1161\u11ab", Hangul)]
    [InlineData("spring \U0001f337", Instance, Number, "\ufb01", "26a5a1b35e71a857029a65212e03cf59265670deca090a83ad8e5704e6cd3092")]
    [InlineData("spring", Instance, Number, "fi", "5e96343b149623c4b3d1fdc4408046e359867a2456d1892a0a255368b7285b07")]
    [InlineData("ab", Instance, Number, "c", "3b6dd38a8f54b8829f60dc1c0ca3fcd8e86e395294e81b0c037cc794daa87a9e")]
    [InlineData("a", Instance, Number, "bc", "c915b38b3e631a1cd5b7084bed5acdd946856717daf7359479cb68ba511e2f9b")]
    public void A_token_is_what_it_has_always_been(string runName, string instanceId, string destination, string? key, string token) =>
        Assert.Equal(token, ContactIdentity.Create(instanceId, destination, key).Token(runName));

    [Fact]
    public void Text_that_is_no_Unicode_has_no_token()
    {
        Assert.ThrowsAny<ArgumentException>(() => ContactIdentity.Create(Instance, Number, "\ud83c"));
        Assert.ThrowsAny<ArgumentException>(() => ContactIdentity.Create(Instance, Number, null).Token("\ud83c"));
    }
}
