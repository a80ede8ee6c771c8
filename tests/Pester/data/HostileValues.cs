#nullable enable
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ConnectOutbound.Tests;

/// <summary>Values whose own code throws, never ends or refers to itself. For tests only; rows may hold any of them.</summary>
public static class HostileValues
{
    /// <summary>An object whose ToString() throws.</summary>
    public static object ThrowingText() => new BadText();

    /// <summary>A number of a type of its own, whose every conversion throws.</summary>
    public static object ThrowingNumber() => new BadNumber();

    /// <summary>A list that throws before an item.</summary>
    public static object ThrowingList(int items) => new BadList(items);

    /// <summary>A list that has no end.</summary>
    public static object EndlessList() => new BadList(int.MaxValue);

    /// <summary>A dictionary of which every member throws but the first entries.</summary>
    public static IDictionary ThrowingDictionary(int entries) => new BadDictionary(entries);

    /// <summary>A dictionary that has no end.</summary>
    public static IDictionary EndlessDictionary() => new BadDictionary(int.MaxValue);

    /// <summary>A dictionary that contains itself, several times.</summary>
    public static Hashtable Cycle(int times)
    {
        var cycle = new Hashtable();
        for (int i = 0; i < times; i++)
            cycle["self" + i] = new object[] { cycle, cycle };
        return cycle;
    }

    /// <summary>Lists of twice the same list: 2 to the power of <paramref name="levels"/> values when followed.</summary>
    public static object Shared(int levels)
    {
        object inner = "x";
        for (int i = 0; i < levels; i++)
            inner = new[] { inner, inner };
        return inner;
    }

    /// <summary>Lists in lists.</summary>
    public static object Deep(int levels)
    {
        object inner = "x";
        for (int i = 0; i < levels; i++)
            inner = new[] { inner };
        return inner;
    }

    /// <summary>Every value that cannot be read.</summary>
    public static IReadOnlyDictionary<string, object> Unreadable() => new Dictionary<string, object>
    {
        ["ThrowingText"] = ThrowingText(),
        ["ThrowingNumber"] = ThrowingNumber(),
        ["ThrowingMessage"] = new BadText(new BadMessageException()),
        ["ThrowingListAtFirst"] = ThrowingList(0),
        ["ThrowingListLater"] = ThrowingList(1),
        ["EndlessList"] = EndlessList(),
        ["ThrowingDictionaryAtFirst"] = ThrowingDictionary(0),
        ["ThrowingDictionaryLater"] = ThrowingDictionary(1),
        ["EndlessDictionary"] = EndlessDictionary(),
        ["Cycle"] = Cycle(4),
        ["Shared"] = Shared(35),
        ["Deep"] = Deep(10_000),
        ["HugeList"] = Enumerable.Repeat(new string('x', 1000), 2000).ToArray(),
        ["TextInside"] = new object[] { new Hashtable { ["a"] = ThrowingText() } },
    };

    private sealed class BadText(Exception? exception = null) : object
    {
        public override string ToString() => throw exception ?? new InvalidOperationException("no text");
    }

    private sealed class BadMessageException : Exception
    {
        public override string Message => throw new NotSupportedException("no message either");
    }

    private sealed class BadNumber : IFormattable, IConvertible
    {
        public override string ToString() => throw Bad();

        public string ToString(string? format, IFormatProvider? formatProvider) => throw Bad();

        public TypeCode GetTypeCode() => throw Bad();

        public bool ToBoolean(IFormatProvider? provider) => throw Bad();

        public byte ToByte(IFormatProvider? provider) => throw Bad();

        public char ToChar(IFormatProvider? provider) => throw Bad();

        public DateTime ToDateTime(IFormatProvider? provider) => throw Bad();

        public decimal ToDecimal(IFormatProvider? provider) => throw Bad();

        public double ToDouble(IFormatProvider? provider) => throw Bad();

        public short ToInt16(IFormatProvider? provider) => throw Bad();

        public int ToInt32(IFormatProvider? provider) => throw Bad();

        public long ToInt64(IFormatProvider? provider) => throw Bad();

        public sbyte ToSByte(IFormatProvider? provider) => throw Bad();

        public float ToSingle(IFormatProvider? provider) => throw Bad();

        public string ToString(IFormatProvider? provider) => throw Bad();

        public object ToType(Type conversionType, IFormatProvider? provider) => throw Bad();

        public ushort ToUInt16(IFormatProvider? provider) => throw Bad();

        public uint ToUInt32(IFormatProvider? provider) => throw Bad();

        public ulong ToUInt64(IFormatProvider? provider) => throw Bad();

        private static FormatException Bad() => new("no number");
    }

    private sealed class BadList(int items) : IEnumerable
    {
        public IEnumerator GetEnumerator()
        {
            for (int i = 0; i < items; i++)
                yield return i.ToString(CultureInfo.InvariantCulture);
            throw new ArithmeticException("no more items");
        }
    }

    private sealed class BadDictionary(int entries) : IDictionary, IDictionaryEnumerator
    {
        private int _next = -1;

        public object? this[object key]
        {
            get => throw Bad();
            set => throw Bad();
        }

        public bool IsFixedSize => throw Bad();

        public bool IsReadOnly => throw Bad();

        public ICollection Keys => throw Bad();

        public ICollection Values => throw Bad();

        public int Count => throw Bad();

        public bool IsSynchronized => throw Bad();

        public object SyncRoot => throw Bad();

        public object Key => "key" + _next.ToString(CultureInfo.InvariantCulture);

        public object Value => _next;

        public DictionaryEntry Entry => new(Key, Value);

        public object Current => Entry;

        public bool MoveNext() => ++_next < entries ? true : throw Bad();

        public void Reset() => _next = -1;

        public IDictionaryEnumerator GetEnumerator()
        {
            Reset();
            return this;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public void Add(object key, object? value) => throw Bad();

        public void Clear() => throw Bad();

        public bool Contains(object key) => throw Bad();

        public void CopyTo(Array array, int index) => throw Bad();

        public void Remove(object key) => throw Bad();

        private static KeyNotFoundException Bad() => new("no entries");
    }
}
