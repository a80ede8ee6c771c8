using NumberFormat = global::PhoneNumbers.NumberFormat;
using PhoneMetadata = global::PhoneNumbers.PhoneMetadata;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>What the strict rules need to know of a country beyond what the library reads by itself.</summary>
internal sealed class NumberingPlan
{
    private readonly DigitPattern _pattern;
    private readonly DigitPattern? _internationalPrefix;
    private readonly DigitPattern? _leadingDigits;
    private readonly WayOfWriting[] _ways;

    /// <param name="country">ISO 3166-1, two letters; 001 where the calling code belongs to no country.</param>
    /// <param name="metadata">The country's.</param>
    /// <param name="main">That of the main country with the calling code: the others are written as its numbers are.</param>
    public NumberingPlan(string country, PhoneMetadata metadata, PhoneMetadata main)
    {
        Country = country;
        Lengths = [.. metadata.GeneralDesc.PossibleLengthList];
        NationalPrefix = metadata.NationalPrefix ?? "";
        _pattern = new DigitPattern(metadata.GeneralDesc.NationalNumberPattern);
        _internationalPrefix = DigitPattern.Of(metadata.InternationalPrefix);
        _leadingDigits = DigitPattern.Of(metadata.LeadingDigits);
        WayOfWriting[] ways = NationalPrefix.Length == 0
            ? []
            : [.. (metadata.NumberFormatCount > 0 ? metadata : main).NumberFormatList.Select(format => new WayOfWriting(format, NationalPrefix))];
        _ways = Array.Exists(ways, static way => way.ShowsPrefix) ? ways : [];
    }

    public string Country { get; }

    /// <summary>The lengths that a number may have behind the calling code, ascending.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>The prefix of calls within the country; empty where there is none.</summary>
    public string NationalPrefix { get; }

    /// <summary>
    /// The prefix that people write before numbers of the country, such as Germany's 0; empty where they write none (Italy), or leave it out (the US 1).
    /// </summary>
    public string WrittenPrefix => _ways.Length == 0 ? "" : NationalPrefix;

    /// <summary>Whether the number has the form that the country's numbers have; more than a possible length.</summary>
    public bool Matches(string national) => _pattern.MatchesWhole(national);

    /// <summary>Whether the number begins as only this country's numbers do among those with the same calling code.</summary>
    public bool BeginsAsItsNumbers(string national) => _leadingDigits?.MatchStart(national) > 0;

    /// <summary>Whether a number of this form, or of none, would be written with <see cref="WrittenPrefix"/>: one without it lacks something.</summary>
    public bool NeedsPrefix(string national) =>
        _ways.Length > 0 && (Array.Find(_ways, way => way.Fits(national)) is not { } way || (way.ShowsPrefix && !way.IsOptional));

    /// <summary>What follows the prefix that is dialled for calls abroad; empty where there is none.</summary>
    public string BehindInternationalPrefix(string dialled)
    {
        int prefix = _internationalPrefix?.MatchStart(dialled) ?? 0;
        return prefix == 0 || prefix == dialled.Length || dialled[prefix] == '0' ? "" : dialled[prefix..];
    }

    // How numbers of some lengths and beginnings are written: with the prefix or without.
    private sealed class WayOfWriting(NumberFormat format, string prefix)
    {
        private readonly DigitPattern _pattern = new(format.Pattern);

        private readonly DigitPattern? _beginning =
            format.LeadingDigitsPatternCount == 0 ? null : new DigitPattern(format.GetLeadingDigitsPattern(format.LeadingDigitsPatternCount - 1));

        public bool ShowsPrefix { get; } = DigitsOf(format.NationalPrefixFormattingRule ?? "").StartsWith(prefix, StringComparison.Ordinal);

        public bool IsOptional { get; } = format.NationalPrefixOptionalWhenFormatting;

        public bool Fits(string national) => _pattern.MatchesWhole(national) && (_beginning is null || _beginning.MatchStart(national) > 0);

        // Of (0$1): 0. The digit behind a $ counts a group.
        private static string DigitsOf(string rule) =>
            string.Concat(rule.Where((c, i) => char.IsAsciiDigit(c) && (i == 0 || rule[i - 1] != '$')));
    }
}
