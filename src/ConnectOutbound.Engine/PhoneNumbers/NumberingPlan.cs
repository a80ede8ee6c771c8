using System.Globalization;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>How the numbers of one country are dialled, or those of a calling code that belongs to none: a line of NumberingPlans.tsv.</summary>
internal sealed class NumberingPlan
{
    private readonly uint _lengths;
    private readonly DigitPattern? _internationalPrefix;
    private readonly DigitPattern? _nationalPrefix;
    private readonly string _transform;
    private readonly DigitPattern _pattern;
    private readonly DigitPattern? _leadingDigits;
    private readonly (uint Lengths, DigitPattern Pattern)[] _types;
    private readonly WayOfWriting[] _ways;

    public NumberingPlan(string line)
    {
        string[] fields = line.Split('\t');
        Country = fields[0];
        CallingCode = fields[1];
        _internationalPrefix = PatternOf(fields[2]);
        _nationalPrefix = PatternOf(fields[3]);
        _transform = fields[4];
        _pattern = new DigitPattern(fields[5]);
        Lengths = LengthsOf(fields[6], out _lengths);
        _leadingDigits = PatternOf(fields[7]);
        _types = TypesOf(fields[8]);
        string[] zone = fields[9].Split('=');
        Zone = zone[0].Length == 0 ? null : zone[0];
        Clock = zone[^1];
        WrittenPrefix = fields[10];
        _ways = WaysOf(fields[11]);
    }

    /// <summary>ISO 3166-1, two letters; 001 where the calling code belongs to no country.</summary>
    public string Country { get; }

    public string CallingCode { get; }

    public bool IsCountry => Country != "001";

    /// <summary>The lengths that a number may have behind the calling code, ascending.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>The same as a set of bits.</summary>
    public uint LengthBits => _lengths;

    /// <summary>The time zone, where the country has one local time.</summary>
    public string? Zone { get; }

    /// <summary>The same for all countries of a calling code that have the same local time.</summary>
    public string Clock { get; }

    /// <summary>
    /// The prefix that people write before numbers of the country, such as Germany's 0; empty where they write none (Italy), or leave it out (the US
    /// 1).
    /// </summary>
    public string WrittenPrefix { get; }

    public bool IsPossible(int length) => length < 32 && (_lengths & (1u << length)) != 0;

    /// <summary>Whether the number has the form that the country's numbers have; more than a possible length.</summary>
    public bool Matches(ReadOnlySpan<char> national) => _pattern.MatchesWhole(national);

    /// <summary>Whether a number of this form, or of none, would be written with <see cref="WrittenPrefix"/>: one without it lacks something.</summary>
    public bool NeedsPrefix(ReadOnlySpan<char> national)
    {
        if (WrittenPrefix.Length == 0)
            return false;
        foreach (WayOfWriting way in _ways)
        {
            if (national.Length < 32 && (way.Lengths & (1u << national.Length)) != 0 && way.Beginning.MatchStart(national) > 0)
                return way.HasPrefix;
        }

        return true;
    }

    /// <summary>Whether the number is this country's and not another's with the same calling code.</summary>
    public bool Owns(ReadOnlySpan<char> national)
    {
        if (_leadingDigits is not null)
            return _leadingDigits.MatchStart(national) > 0;
        if (!IsPossible(national.Length) || !Matches(national))
            return false;
        foreach ((uint lengths, DigitPattern pattern) in _types)
        {
            if ((lengths & (1u << national.Length)) != 0 && pattern.MatchesWhole(national))
                return true;
        }

        return false;
    }

    /// <summary>What follows the prefix that is dialled for calls abroad; empty where there is none.</summary>
    public ReadOnlySpan<char> BehindInternationalPrefix(ReadOnlySpan<char> dialled)
    {
        int prefix = _internationalPrefix?.MatchStart(dialled) ?? 0;
        return prefix == 0 || prefix == dialled.Length || dialled[prefix] == '0' ? [] : dialled[prefix..];
    }

    /// <summary>Takes the prefix of calls within the country off, and changes what the country changes with it.</summary>
    /// <returns>False where there is none.</returns>
    public bool TryStripNationalPrefix(ReadOnlySpan<char> dialled, out ReadOnlySpan<char> national)
    {
        national = dialled;
        int prefix = _nationalPrefix?.MatchStart(dialled) ?? 0;
        if (prefix == 0)
            return false;
        if (_transform.Length > 0)
        {
            // Such as 9$1: digits, then what the group has matched.
            int group = _transform.IndexOf('$', StringComparison.Ordinal);
            string kept = _nationalPrefix!.Group(dialled, _transform[group + 1] - '0');
            if (kept.Length > 0)
            {
                national = string.Concat(_transform.AsSpan(0, group), kept, dialled[prefix..]);
                return true;
            }
        }

        national = dialled[prefix..];
        return true;
    }

    private static DigitPattern? PatternOf(string field) => field.Length == 0 ? null : new DigitPattern(field);

    // "9 10": the lengths, and a set of bits.
    private static int[] LengthsOf(string field, out uint bits)
    {
        string[] parts = field.Split(' ');
        int[] lengths = new int[parts.Length];
        bits = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            lengths[i] = int.Parse(parts[i], CultureInfo.InvariantCulture);
            bits |= 1u << lengths[i];
        }

        return lengths;
    }

    // "9 10:PATTERN ; :PATTERN".
    private (uint, DigitPattern)[] TypesOf(string field) => field.Length == 0 ? [] : Array.ConvertAll(field.Split(" ; "), TypeOf);

    // Without lengths, those of the country.
    private (uint, DigitPattern) TypeOf(string field)
    {
        string[] parts = field.Split(':', 2);
        uint lengths = _lengths;
        if (parts[0].Length > 0)
            LengthsOf(parts[0], out lengths);
        return (lengths, new DigitPattern(parts[1]));
    }

    // "!9:PATTERN ; 10:PATTERN": those with a prefix are marked.
    private WayOfWriting[] WaysOf(string field) => field.Length == 0 ? [] : Array.ConvertAll(field.Split(" ; "), way =>
    {
        (uint lengths, DigitPattern beginning) = TypeOf(way.TrimStart('!'));
        return new WayOfWriting(lengths, beginning, way[0] == '!');
    });

    // How numbers of some lengths and beginnings are written: with the prefix or without.
    private readonly record struct WayOfWriting(uint Lengths, DigitPattern Beginning, bool HasPrefix);
}
