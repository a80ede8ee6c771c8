using System.Globalization;
using System.Text;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>
/// All calling codes, read from the resource when first asked for. It is a thousand times as small as the library's metadata, so a first number in
/// E.164 costs no start-up. The tests compare it with the library.
/// </summary>
internal sealed class CallingCodes
{
    private static readonly Lazy<CallingCodes> s_shared = new(static () => new CallingCodes());

    private readonly CallingCode?[] _byValue = new CallingCode?[1000];
    private readonly Dictionary<string, CallingCode> _byCountry = new(StringComparer.OrdinalIgnoreCase);

    private CallingCodes()
    {
        using Stream resource = typeof(CallingCodes).Assembly.GetManifestResourceStream("CallingCodes.tsv")!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        var countries = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != '#')
                Add(line.Split('\t'), countries);
        }

        countries.Sort(StringComparer.Ordinal);
        Countries = countries.AsReadOnly();
    }

    public static CallingCodes Shared => s_shared.Value;

    /// <summary>The countries that have a calling code, in capitals and in alphabetical order.</summary>
    public IReadOnlyList<string> Countries { get; }

    public CallingCode? OfCountry(string country) => _byCountry.GetValueOrDefault(country);

    /// <summary>The calling code that the digits begin with. No calling code is the beginning of another.</summary>
    public CallingCode? Of(ReadOnlySpan<char> digits)
    {
        int value = 0;
        for (int length = 1; length <= 3 && length <= digits.Length && digits[0] != '0'; length++)
        {
            value = (value * 10) + digits[length - 1] - '0';
            if (_byValue[value] is { } code)
                return code;
        }

        return null;
    }

    private void Add(string[] fields, List<string> countries)
    {
        uint lengths = 0;
        foreach (string length in fields[2].Split(' '))
            lengths |= 1u << int.Parse(length, CultureInfo.InvariantCulture);
        int first = 0;
        foreach (char digit in fields[3])
            first |= 1 << (digit - '0');
        var code = new CallingCode(fields[0], fields[1].Split(' '), lengths, first);
        _byValue[int.Parse(code.Digits, CultureInfo.InvariantCulture)] = code;
        if (!code.IsCountry)
            return;
        foreach (string country in code.Countries)
        {
            _byCountry.Add(country, code);
            countries.Add(country);
        }
    }
}
