using System.Globalization;
using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Skipping.Suppression;

/// <summary>Phone numbers that must not be written to. Does not change, and is safe for use from several threads at once.</summary>
public sealed class SuppressionList
{
    private readonly SuppressedNumbers _numbers;
    private readonly string[] _sources;

    internal SuppressionList(SuppressedNumbers numbers, IEnumerable<string> sources)
    {
        _numbers = numbers;
        _sources = [.. sources];
    }

    /// <summary>How many different numbers there are.</summary>
    public long Count => _numbers.Count;

    /// <summary>What the list was built of, in order: names of files, <see cref="SuppressionListBuilder.GivenNumbers"/>.</summary>
    public IReadOnlyList<string> Sources => _sources;

    /// <summary>Looks for a number.</summary>
    /// <param name="e164">A number in E.164, as <see cref="PhoneNumber.TryNormalize"/> gives it.</param>
    /// <param name="source">The first of <see cref="Sources"/> that has it; empty where none has.</param>
    /// <returns>True where it must not be written to.</returns>
    /// <exception cref="ArgumentException">The text is no number in E.164, so that it cannot be said.</exception>
    public bool Contains(string e164, out string source)
    {
        bool found = _numbers.TryFind(Key(e164), out int index);
        source = found ? _sources[index] : "";
        return found;
    }

    /// <summary>The number that a number in E.164 is: the same for both ways of writing one destination, and for no other.</summary>
    /// <param name="e164">A number in E.164.</param>
    /// <returns>1 to 999,999,999,999,999.</returns>
    internal static ulong Key(string e164)
    {
        ArgumentNullException.ThrowIfNull(e164);
        return e164.Length is > 1 and <= PhoneNumber.MaxDigits + 1 && e164[0] == '+' && e164[1] != '0'
            && ulong.TryParse(PhoneNumber.SameDestinationKey(e164).AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out ulong key)
            ? key
            : throw new ArgumentException("A number is looked up in E.164: a plus sign and at most 15 digits.", nameof(e164));
    }
}
