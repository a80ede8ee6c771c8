using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Data;
using System.Dynamic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Threading.Tasks;

#nullable enable

namespace ConnectOutbound.Tests;

/// <summary>Rows of every kind of object, with cells that no reader expects. A row depends on its seed and number alone.</summary>
/// <param name="seed">Chooses the rows.</param>
/// <param name="scripted">Objects that a script made: with script properties, deserialized. They are given again and again.</param>
public sealed class HostileRows(int seed, object[] scripted)
{
    private static readonly string[] s_used =
    [
        "Name", "Message", "Attribute.Order", "Attribute", "SegmentAttribute", "ChatDuration", "ClientToken", "Key", "Note", "Channel", "Greeting",
    ];

    private static readonly string[] s_unused =
    [
        "PSObject", "psbase", "PSAdapted", "PSExtended", "pstypenames", "", " ", "_", "ConnectStatus", "connectstatus", "ConnectContactId", "ConnectReason",
        "Input", "input",
        "ToString", "GetType", "Item", "Count", "Keys", "*", "[a]", "a.b", "\0", "\ud800", "é", "\u202e", "Unused", "unused", "UNUSED", "Rest",
        new string('n', 300),
    ];

    private static readonly object[] s_unreadable = [.. HostileValues.Unreadable().Values];

    /// <summary>Makes rows one after the other.</summary>
    /// <param name="count">How many.</param>
    /// <param name="isValid">Whether all of them are valid, with whatever they hold in columns that nothing uses.</param>
    public IEnumerable<object?> Make(int count, bool isValid = false)
    {
        for (int i = 0; i < count; i++)
            yield return Row(i, isValid);
    }

    /// <summary>Makes one row.</summary>
    public object? Row(int number, bool isValid)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        string phone = "+1206" + (2_000_000 + number).ToString(CultureInfo.InvariantCulture);
        if (!isValid && random.Next(5) == 0)
        {
            // PowerShell drops its own nothing before any command sees it.
            object? other = NoRow(random, phone);
            return ReferenceEquals(other, AutomationNull.Value) ? null : other;
        }

        var cells = new List<KeyValuePair<string, object?>> { new("Phone", isValid || random.Next(10) > 0 ? phone : Value(random, 0)), new("Greeting", "you") };
        cells.Add(new("Note", isValid || random.Next(3) > 0 ? "note" : Value(random, 0)));
        int columns = random.Next(200) == 0 ? 2000 : random.Next(6);
        for (int i = 0; i < columns; i++)
        {
            string name = columns > 10 ? "Column" + i.ToString(CultureInfo.InvariantCulture)
                : !isValid && random.Next(3) == 0 ? s_used[random.Next(s_used.Length)]
                : s_unused[random.Next(s_unused.Length)];
            cells.Add(new(name, columns > 10 && random.Next(100) > 0 ? "x" : Value(random, 0)));
        }

        // In any order: what is used need not come first.
        for (int i = cells.Count - 1; i > 0; i--)
        {
            int other = random.Next(i + 1);
            (cells[i], cells[other]) = (cells[other], cells[i]);
        }

        return Shaped(random, cells);
    }

    private static object Shaped(Random random, List<KeyValuePair<string, object?>> cells)
    {
        switch (random.Next(5))
        {
            case 0:
                var table = new Hashtable(StringComparer.Ordinal);
                foreach (var cell in cells)
                    table[cell.Key] = cell.Value;
                return table;
            case 1:
                var ordered = new OrderedDictionary(StringComparer.Ordinal);
                foreach (var cell in cells)
                    ordered[cell.Key] = cell.Value;
                return ordered;
            case 2:
                IDictionary<string, object?> expando = new ExpandoObject();
                foreach (var cell in cells)
                    expando[cell.Key] = cell.Value;
                return expando;
            case 3 when cells.Count < 100:
                using (var data = new DataTable())
                {
                    foreach (var cell in cells)
                    {
                        if (cell.Key.Trim().Length > 0 && !data.Columns.Contains(cell.Key))
                            data.Columns.Add(cell.Key, typeof(object));
                    }

                    DataRow row = data.NewRow();
                    foreach (var cell in cells)
                    {
                        if (cell.Key.Trim().Length > 0)
                            row[cell.Key] = cell.Value ?? DBNull.Value;
                    }

                    data.Rows.Add(row);
                    return row;
                }

            default:
                var custom = new PSObject();
                foreach (var cell in cells)
                {
                    try
                    {
                        custom.Properties.Add(new PSNoteProperty(cell.Key, cell.Value));
                    }
                    catch (Exception e) when (e is ExtendedTypeSystemException or PSArgumentException)
                    {
                        // No object of PowerShell has such a column; a hashtable has.
                    }
                }

                if (random.Next(10) == 0)
                    custom.Properties.Add(new PSNoteProperty("Self", custom));
                return custom;
        }
    }

    // Whole rows that are something else.
    private object? NoRow(Random random, string phone) => random.Next(11) switch
    {
        0 => null,
        1 => phone,
        2 => long.Parse(phone.Substring(1), CultureInfo.InvariantCulture),
        3 => HostileValues.ThrowingDictionary(random.Next(3)),
        4 => HostileValues.EndlessDictionary(),
        5 => new Hashtable { ["Phone"] = phone, [HostileValues.ThrowingText()] = 1 },
        6 => new object?[] { phone, null },
        7 => new HostileContact(phone),
        8 or 9 => scripted[random.Next(scripted.Length)],
        _ => Value(random, 0),
    };

    private object? Value(Random random, int depth)
    {
        switch (random.Next(depth > 3 ? 17 : 21))
        {
            case 0:
                return s_unreadable[random.Next(s_unreadable.Length)];
            case 1:
                // One row in a thousand or so has megabytes.
                return random.Next(200) == 0 ? new string((char)random.Next(32, 0x3000), random.Next(3_000_000)) : new string('h', random.Next(5000));
            case 2:
                return new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)random.Next(0xD700, 0xE100))]);
            case 3:
                return new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)random.Next(0, 40))]);
            case 4:
                return (DayOfWeek)random.Next(9);
            case 5:
                return random.Next(2) == 0 ? DateTime.MaxValue : DateTimeOffset.MinValue;
            case 6:
                return new object?[]
                {
                    double.NaN, double.NegativeInfinity, decimal.MaxValue, ulong.MaxValue, 1.5f, (char)0xD800, true, Guid.Empty, TimeSpan.MinValue,
                }[random.Next(9)];
            case 7:
                return new[] { new[] { 1, 2 }, [], [3] };
            case 8:
                return null;
            case 9:
                return AutomationNull.Value;
            case 10:
                return ScriptBlock.Create("throw 'never run'");
            case 11:
                return new MemoryStream([1, 2, 3]);
            case 12:
                return Task.FromException<int>(new IOException("failed"));
            case 13:
                return PSObject.AsPSObject(random.Next(2) == 0 ? 5 : DBNull.Value);
            case 14:
                return scripted[random.Next(scripted.Length)];
            case 15:
                return new HostileContact("x");
            case 16:
                return new[] { "{}", "{\"a\":1}", "{\"a\":\"\\ud800\"}", "[[[[", "{Name} {", "arn:aws:connect", "-1" }[random.Next(7)];
            case 17:
                return Enumerable.Range(0, random.Next(5)).Select(_ => Value(random, depth + 1)).ToArray();
            case 18:
                var table = new Hashtable();
                for (int i = random.Next(4); i > 0; i--)
                    table[random.Next(3) == 0 ? i : s_unused[random.Next(s_unused.Length)]] = Value(random, depth + 1);
                return table;
            case 19:
                var custom = new PSObject();
                custom.Properties.Add(new PSNoteProperty("Value", Value(random, depth + 1)));
                custom.Properties.Add(new PSNoteProperty("Parent", random.Next(2) == 0 ? custom : null));
                return custom;
            default:
                return Enumerable.Repeat(Value(random, depth + 1), 3).ToList();
        }
    }
}

/// <summary>An object of .NET whose getters throw, and that has the column of the outcome itself.</summary>
public sealed class HostileContact(string phone)
{
    public string Phone => phone;

    public string Name => throw new TimeoutException("no name");

    public int ConnectStatus => 42;

    public string ConnectReason => throw new InvalidOperationException("no reason");

    public HostileContact Self => this;

    public override string ToString() => throw new InvalidCastException("no text");
}
