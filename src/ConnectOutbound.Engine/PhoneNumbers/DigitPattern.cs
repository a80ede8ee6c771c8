using System.Text.RegularExpressions;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>A pattern of the library's metadata. Its expressions are built when a number first needs them: most runs see a few countries.</summary>
/// <param name="pattern">As the metadata has it; without unbounded repetition, so no match takes long.</param>
internal sealed class DigitPattern(string pattern)
{
    private readonly Lazy<Regex> _whole = new(() => new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));
    private readonly Lazy<Regex> _start = new(() => new Regex($@"\A(?:{pattern})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));

    public static DigitPattern? Of(string? pattern) => string.IsNullOrEmpty(pattern) ? null : new DigitPattern(pattern);

    public bool MatchesWhole(ReadOnlySpan<char> digits) => _whole.Value.IsMatch(digits);

    /// <summary>How many digits at the beginning match; 0 where none do.</summary>
    public int MatchStart(ReadOnlySpan<char> digits)
    {
        foreach (ValueMatch match in _start.Value.EnumerateMatches(digits))
            return match.Length;
        return 0;
    }
}
