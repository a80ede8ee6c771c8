using System.Text;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>The numbering plans of all countries, read from the resource when first asked for.</summary>
internal sealed class NumberingTable
{
    private static readonly Lazy<NumberingTable> s_shared = new(static () => new NumberingTable());

    private readonly Dictionary<string, NumberingPlan> _byCountry = new(StringComparer.OrdinalIgnoreCase);
    private readonly CallingCode?[] _byCode = new CallingCode?[1000];

    private NumberingTable()
    {
        using Stream resource = typeof(NumberingTable).Assembly.GetManifestResourceStream("NumberingPlans.tsv")!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        var countries = new List<string>();
        var sharing = new List<NumberingPlan>();
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
                continue;
            var plan = new NumberingPlan(line);
            if (plan.IsCountry)
            {
                _byCountry.Add(plan.Country, plan);
                countries.Add(plan.Country);
            }

            // Those that share a calling code follow each other.
            if (sharing.Count > 0 && sharing[0].CallingCode != plan.CallingCode)
            {
                Add(sharing);
                sharing.Clear();
            }

            sharing.Add(plan);
        }

        Add(sharing);
        countries.Sort(StringComparer.Ordinal);
        Countries = countries.AsReadOnly();

        void Add(List<NumberingPlan> plans) => _byCode[Value(plans[0].CallingCode)] = new CallingCode(plans);
    }

    public static NumberingTable Shared => s_shared.Value;

    public IReadOnlyList<string> Countries { get; }

    public NumberingPlan? Country(string code) => _byCountry.GetValueOrDefault(code);

    /// <summary>The calling code that the digits begin with. No calling code is the beginning of another.</summary>
    public CallingCode? CallingCodeOf(ReadOnlySpan<char> digits)
    {
        for (int length = 1; length <= 3 && length <= digits.Length; length++)
        {
            if (digits[0] != '0' && _byCode[Value(digits[..length])] is { } code)
                return code;
        }

        return null;
    }

    private static int Value(ReadOnlySpan<char> digits)
    {
        int value = 0;
        foreach (char digit in digits)
            value = (value * 10) + digit - '0';
        return value;
    }
}
