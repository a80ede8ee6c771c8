namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>A calling code: a line of CallingCodes.tsv, which says what can be told without the library.</summary>
/// <param name="Digits">The code, such as 44.</param>
/// <param name="Countries">The countries that share it, the main one first (ISO 3166-1); 001 for a code of no country.</param>
/// <param name="Lengths">The lengths that numbers of all these countries may have behind the code, as a set of bits.</param>
/// <param name="FirstDigits">The digits with which a prefix of calls within the country can begin, as a set of bits.</param>
internal sealed record CallingCode(string Digits, IReadOnlyList<string> Countries, uint Lengths, int FirstDigits)
{
    public string Main => Countries[0];

    public bool IsCountry => Main != "001";

    /// <summary>Whether the library reads the number as it stands, so that it need not be asked.</summary>
    /// <param name="national">ASCII digits behind the code.</param>
    /// <returns>False where the library may refuse the number, or take a prefix off.</returns>
    public bool IsPlain(ReadOnlySpan<char> national) =>
        national.Length > 0
            && national.Length + Digits.Length <= PhoneNumber.MaxDigits
            && (Lengths & (1u << national.Length)) != 0
            && (FirstDigits & (1 << (national[0] - '0'))) == 0;
}
