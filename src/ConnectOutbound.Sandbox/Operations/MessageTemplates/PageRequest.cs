using System.Globalization;
using System.Text;
using System.Text.Json;
using ConnectOutbound.Sandbox.Shapes;

namespace ConnectOutbound.Sandbox.Operations.MessageTemplates;

/// <summary>The page that a list or a search asks for.</summary>
internal readonly record struct PageRequest(int Start, int Count)
{
    private const int MostResults = 100;
    private const int LongestToken = 2048;

    /// <summary>Reads nextToken and maxResults from a query.</summary>
    public static PageRequest Read(string query, ValidationFaults faults)
    {
        int start = 0;
        int count = MostResults;
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = pair.Split('=', 2);
            string value = sides.Length == 2 ? Uri.UnescapeDataString(sides[1].Replace('+', ' ')) : "";
            if (sides[0] == "maxResults")
            {
                if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out count))
                {
                    faults.Add("maxResults", value, "Member must be a whole number of 32 bits");
                }
                else if (count is < 1 or > MostResults)
                {
                    faults.Add("maxResults", value, $"Member must have value between 1 and {MostResults}");
                }
            }
            else if (sides[0] == "nextToken")
            {
                if (value.Length is 0 or > LongestToken || Decode(value) is not { } decoded)
                {
                    faults.Add("nextToken", value, "Member must be a token that an answer held");
                }
                else
                {
                    start = decoded;
                }
            }
        }

        return new PageRequest(start, count);
    }

    /// <summary>Writes one page, and where the next begins if there is one.</summary>
    public void Write<T>(Utf8JsonWriter writer, string member, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(member);
        foreach (T item in all.Skip(Start).Take(Count))
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (Start + Count < all.Count)
        {
            writer.WriteString("nextToken", Convert.ToBase64String(Encoding.ASCII.GetBytes($"page:{Start + Count}")));
        }
    }

    private static int? Decode(string token)
    {
        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(token, bytes, out int length)
            && Encoding.ASCII.GetString(bytes[..length]) is ['p', 'a', 'g', 'e', ':', .. var number]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int start)
                ? start
                : null;
    }
}
