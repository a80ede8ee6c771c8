using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Skipping.Duplicates;
using FsCheck;
using FsCheck.Xunit;

namespace ConnectOutbound.Engine.Tests.Skipping.Duplicates;

public class IdentityTableTests
{
    [Property(MaxTest = 200, Replay = "(20261122,3)")]
    public void It_answers_as_a_dictionary_would(NonEmptyArray<(byte Instance, ushort Number, byte Key)> rows)
    {
        var table = new IdentityTable();
        var model = new Dictionary<ContactIdentity, long>();
        for (int i = 0; i < rows.Get.Length; i++)
        {
            (byte instance, ushort number, byte key) = rows.Get[i];
            var identity = ContactIdentity.Create($"instance {instance % 3}", $"+1206555{number % 40:0000}", key % 3 == 0 ? null : $"order {key % 3}");
            Assert.Equal(model.TryGetValue(identity, out long known) ? known : null, table.Find(identity));
            Assert.Equal(model.TryAdd(identity, i + 1), table.Add(identity, i + 1));
            Assert.Equal(model.Count, table.Count);
        }
    }

    [Fact]
    public void Two_hundred_thousand_neighbouring_numbers_are_all_found_at_their_rows()
    {
        var table = new IdentityTable();
        for (int i = 0; i < 200_000; i++)
            Assert.True(table.Add(Identity(i), i + 1));
        for (int i = 0; i < 200_000; i++)
            Assert.Equal(i + 1, table.Find(Identity(i)));
        Assert.Null(table.Find(Identity(200_000)));
    }

    [Fact]
    public void The_longest_number_there_is_keeps_its_last_digit()
    {
        var table = new IdentityTable();
        table.Add(ContactIdentity.Create("i", "+999999999999999", null), 1);
        Assert.Null(table.Find(ContactIdentity.Create("i", "+999999999999998", null)));
        Assert.Equal(1, table.Find(ContactIdentity.Create("i", "+999999999999999", null)));
    }

    private static ContactIdentity Identity(int i) => ContactIdentity.Create("i", $"+1206{5_000_000 + i}", null);
}
