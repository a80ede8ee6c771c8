using ConnectOutbound.Engine.Journal;
using FsCheck.Xunit;

namespace ConnectOutbound.Engine.Tests.Journal;

public sealed class PackedTextTests
{
    [Theory]
    [InlineData("00112233-4455-6677-8899-aabbccddeeff", 16)]
    [InlineData("73304ea4ce263995137837f1b5b303183375ada2c7459cb7cdaeb42f08ffbdc7", 32)]
    public void Ids_and_hashes_are_held_as_their_bytes(string text, int length)
    {
        byte[] bytes = new byte[PackedText.MostBytes];

        Assert.True(PackedText.TryPack(text, bytes, out int packed));
        Assert.Equal(length, packed);
        Assert.Equal(text.Replace("-", "", StringComparison.Ordinal), Convert.ToHexStringLower(bytes.AsSpan(0, packed)));
        Assert.Equal(text, PackedText.Unpack(bytes.AsSpan(0, packed)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00112233-4455-6677-8899-AABBCCDDEEFF")]
    [InlineData("00112233445566778899aabbccddeeff")]
    [InlineData("{00112233-4455-6677-8899-aabbccddeeff}")]
    [InlineData("0011223-34455-6677-8899-aabbccddeeff-")]
    [InlineData("73304EA4CE263995137837F1B5B303183375ADA2C7459CB7CDAEB42F08FFBDC7")]
    [InlineData("g3304ea4ce263995137837f1b5b303183375ada2c7459cb7cdaeb42f08ffbdc7")]
    public void What_would_not_come_back_the_same_stays_text(string text) =>
        Assert.False(PackedText.TryPack(text, new byte[PackedText.MostBytes], out _));

    [Fact]
    public void Bytes_of_another_length_are_damage() => Assert.Throws<FormatException>(() => PackedText.Unpack(new byte[17]));

    [Property]
    public void Any_uuid_comes_back(Guid uuid)
    {
        byte[] bytes = new byte[PackedText.MostBytes];
        Assert.True(PackedText.TryPack(uuid.ToString("D"), bytes, out int length));
        Assert.Equal(uuid.ToString("D"), PackedText.Unpack(bytes.AsSpan(0, length)));
    }
}
