using System.Buffers;
using System.Text.RegularExpressions;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>
/// A pattern of digits out of the numbering plans. Matched against ASCII digits only; the plans have no unbounded repetition, so no match takes long.
/// </summary>
internal sealed class DigitPattern(string pattern)
{
    private static readonly SearchValues<char> s_literal = SearchValues.Create("0123456789|");

    // Most prefixes are digits, or a choice of digits such as 0|180020.
    private readonly string[]? _literals = pattern.AsSpan().ContainsAnyExcept(s_literal) ? null : pattern.Split('|');

    // Built when a number first needs them: most runs see a few countries.
    private int _firstDigits;
    private Regex? _start;
    private Regex? _whole;

    private Regex Start => _start ??= new Regex($@"\A(?:{pattern})", RegexOptions.CultureInvariant);

    private Regex Whole => _whole ??= new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public bool MatchesWhole(ReadOnlySpan<char> digits) => CanBegin(digits) && Whole.IsMatch(digits);

    /// <summary>How many digits at the beginning match; 0 where none do.</summary>
    public int MatchStart(ReadOnlySpan<char> digits)
    {
        if (_literals is not null)
        {
            foreach (string literal in _literals)
            {
                if (digits.StartsWith(literal, StringComparison.Ordinal))
                    return literal.Length;
            }

            return 0;
        }

        if (!CanBegin(digits))
            return 0;
        foreach (ValueMatch match in Start.EnumerateMatches(digits))
            return match.Length;
        return 0;
    }

    /// <summary>What a group of <see cref="MatchStart"/> has matched; empty where it took no part.</summary>
    public string Group(ReadOnlySpan<char> digits, int group) => Start.Match(digits.ToString()).Groups[group].Value;

    // Every pattern of the plans takes a digit at least, or takes nothing off.
    private bool CanBegin(ReadOnlySpan<char> digits)
    {
        if (_firstDigits == 0)
            _firstDigits = FirstDigits.Compute(pattern);
        return digits.Length > 0 && (_firstDigits & (1 << (digits[0] - '0'))) != 0;
    }
}
