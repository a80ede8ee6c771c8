namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>The 9 before mobile numbers of Argentina and Brazil, which is written and left out for the same person.</summary>
internal static class MobileNine
{
    // Behind +54: 9, area code and number. Behind +55: the area code's two digits, 9, eight digits.
    private const int LengthWithNine = 14;
    private const int ArgentineAt = 3;
    private const int BrazilianAt = 5;

    public static bool IsIn(string e164) =>
        e164.Length == LengthWithNine
            && (IsArgentine(e164) ? e164[ArgentineAt] == '9' : IsBrazilian(e164) && e164[BrazilianAt] == '9' && IsMobile(e164[BrazilianAt + 1]));

    public static string Remove(string e164) => e164.Remove(At(e164), 1);

    /// <summary>Writes the 9 into a number that has none.</summary>
    /// <returns>Null for a number that takes none.</returns>
    public static string? Add(string e164) =>
        e164.Length == LengthWithNine - 1 && (IsArgentine(e164) || (IsBrazilian(e164) && IsMobile(e164[BrazilianAt]))) ? e164.Insert(At(e164), "9") : null;

    private static int At(string e164) => IsArgentine(e164) ? ArgentineAt : BrazilianAt;

    private static bool IsArgentine(string e164) => e164.StartsWith("+54", StringComparison.Ordinal);

    private static bool IsBrazilian(string e164) => e164.StartsWith("+55", StringComparison.Ordinal);

    // Numbers of eight digits that begin with 2 to 5 are landlines in Brazil: with a 9 before them they are somebody else's.
    private static bool IsMobile(char first) => first is < '2' or > '5';
}
