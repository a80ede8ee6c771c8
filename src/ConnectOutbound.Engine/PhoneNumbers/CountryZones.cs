using System.Text;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>The countries with one local time, read from the resource when first asked for.</summary>
internal sealed class CountryZones
{
    private static readonly Lazy<CountryZones> s_shared = new(static () => new CountryZones());

    private readonly Dictionary<string, CountryZone> _byCountry = new(StringComparer.Ordinal);

    private CountryZones()
    {
        using Stream resource = typeof(CountryZones).Assembly.GetManifestResourceStream("CountryZones.tsv")!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
                continue;
            string[] fields = line.Split('\t');
            _byCountry.Add(fields[0], new CountryZone(fields[1], fields[^1]));
        }
    }

    public static CountryZones Shared => s_shared.Value;

    public IReadOnlyDictionary<string, CountryZone> All => _byCountry;

    public CountryZone? Of(string country) => _byCountry.GetValueOrDefault(country);
}
