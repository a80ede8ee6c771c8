using System.Collections;
using System.Globalization;

namespace ConnectOutbound.Engine.Input;

/// <summary>Turns a cell of any .NET type into plain values: scalars, text, lists and dictionaries with text as keys.</summary>
/// <remarks>
/// What a cell holds is data, whatever it does: code in it that throws, an endless list or an object that refers to itself makes the cell a <see
/// cref="CellError"/>. A cell is converted when something first uses it (see <see cref="Row"/>), within a bound on depth, values and characters, because
/// shared references multiply.
/// </remarks>
public sealed class CellConverter
{
    /// <summary>The most characters of one cell.</summary>
    internal const int MaxCharacters = 1_000_000;

    private const int MaxDepth = 40;
    private const int MaxValues = 10_000;

    private readonly IShellValues? _shell;
    private readonly List<object> _path = [];

    /// <summary>Creates a converter of one cell.</summary>
    /// <param name="shell">Knows the shell that the cell comes from.</param>
    /// <param name="values">The most values that the cell may hold.</param>
    /// <param name="characters">The most characters that it may hold.</param>
    internal CellConverter(IShellValues? shell, int values = MaxValues, int characters = MaxCharacters)
    {
        _shell = shell;
        ValuesLeft = Math.Min(values, MaxValues);
        CharactersLeft = Math.Min(characters, MaxCharacters);
    }

    /// <summary>How many values the cell may still hold.</summary>
    internal int ValuesLeft { get; private set; }

    /// <summary>How many characters the cell may still hold.</summary>
    internal int CharactersLeft { get; private set; }

    /// <summary>Converts a value.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="shell">Knows the shell that the value comes from; null for values of .NET alone.</param>
    /// <returns>The plain value; null for an absent one; a <see cref="CellError"/> for one that cannot be read.</returns>
    public static object? Convert(object? value, IShellValues? shell = null) => IsPlain(value) ? value : new CellConverter(shell).Read(value!);

    /// <summary>Whether a value needs no conversion.</summary>
    /// <param name="value">Any value.</param>
    /// <returns>True for text, the scalars of .NET and what a converter made.</returns>
    internal static bool IsPlain(object? value) =>
        value is null or string or PlainMap or PlainList or PlainObject or CellError or DateTimeOffset or TimeSpan or Guid
            || Type.GetTypeCode(value.GetType()) is not (TypeCode.Object or TypeCode.DBNull);

    /// <summary>Converts a value within the bounds of this converter.</summary>
    /// <param name="value">Any value.</param>
    /// <returns>As <see cref="Convert"/>.</returns>
    internal object? Read(object value)
    {
        try
        {
            return Walk(value);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InsufficientExecutionStackException) && _shell?.IsStop(e) != true)
        {
            return CellError.Of(e);
        }
    }

    private object? Walk(object? value)
    {
        if (--ValuesLeft < 0)
            return new CellError($"it holds more than {MaxValues.ToString("N0", CultureInfo.InvariantCulture)} values");
        object? bare = value is null || _shell is null ? value : _shell.Unwrap(value);
        return bare switch
        {
            DBNull => null,
            string text => Spends(text.Length) ?? bare,
            ShellMembers members => Nested(members.Identity, members, MapOf),
            _ when IsPlain(bare) => bare,
            IDictionary dictionary => Nested(dictionary, dictionary, MapOf),
            // An ExpandoObject and its like, which are no IDictionary.
            IEnumerable<KeyValuePair<string, object?>> members => Nested(members, new ShellMembers(members, members), MapOf),
            IEnumerable list => Nested(list, list, ListOf),
            _ => ObjectOf(bare!),
        };
    }

    private object? Nested<T>(object identity, T value, Func<T, object?> read)
    {
        if (_path.Exists(above => ReferenceEquals(above, identity)))
            return new CellError("it refers to itself");
        if (_path.Count == MaxDepth)
            return new CellError($"it is nested deeper than {MaxDepth} levels");
        _path.Add(identity);
        object? plain = read(value);
        _path.RemoveAt(_path.Count - 1);
        return plain;
    }

    private object? MapOf(ShellMembers members)
    {
        var map = new PlainMap();
        foreach ((string name, object? value) in members.Members)
        {
            if (Put(map, name, value) is CellError error)
                return error;
        }

        return map;
    }

    private object? MapOf(IDictionary dictionary)
    {
        var map = new PlainMap();
        foreach (DictionaryEntry entry in dictionary)
        {
            object? key = Walk(entry.Key);
            if (key is CellError unreadable)
                return unreadable;
            if (key is null || CellText.Of(key) is not string name)
                return new CellError("it has a key that is not text");
            if (Put(map, name, entry.Value) is CellError error)
                return error;
        }

        return map;
    }

    private CellError? Put(PlainMap map, string name, object? value)
    {
        if (Spends(name.Length) is CellError tooLong)
            return tooLong;
        object? plain = Walk(value);
        if (plain is CellError error)
            return error;
        return map.TryAdd(name, plain) ? null : new CellError($"it has the key {Errors.DisplayText.Quoted(name)} twice");
    }

    private object? ListOf(IEnumerable list)
    {
        var items = new PlainList();
        foreach (object? item in list)
        {
            object? plain = Walk(item);
            if (plain is CellError)
                return plain;
            items.Add(plain);
        }

        return items;
    }

    private object? ObjectOf(object value)
    {
        string? text = CellText.Of(value);
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return (object?)Spends(text.Length) ?? new PlainObject(text, value.GetType().Name);
    }

    private CellError? Spends(int characters)
    {
        CharactersLeft -= Math.Min(characters, CharactersLeft + 1);
        return CharactersLeft < 0 ? new CellError($"it holds more than {MaxCharacters.ToString("N0", CultureInfo.InvariantCulture)} characters") : null;
    }
}
