namespace ConnectOutbound.Sandbox.Resources;

/// <summary>Countries by calling code (ITU-T E.164), for some codes that one country has alone; +1 counts as the United States.</summary>
internal static class CallingCodes
{
    private const string Table =
        "1 US 27 ZA 31 NL 32 BE 33 FR 34 ES 351 PT 353 IE 358 FI 36 HU 40 RO 41 CH 420 CZ 43 AT 44 GB 45 DK 46 SE 48 PL 49 DE 52 MX "
        + "54 AR 55 BR 56 CL 57 CO 60 MY 61 AU 62 ID 63 PH 64 NZ 65 SG 66 TH 81 JP 82 KR 852 HK 886 TW 91 IN";

    private static readonly Dictionary<string, string> s_countries = Table.Split(' ')
        .Chunk(2)
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The country of a number in E.164; null where its code is not in the table.</summary>
    public static string? CountryOf(string number) => Enumerable.Range(1, Math.Min(3, number.Length - 1))
        .Select(length => s_countries.GetValueOrDefault(number.Substring(1, length)))
        .FirstOrDefault(country => country is not null);
}
