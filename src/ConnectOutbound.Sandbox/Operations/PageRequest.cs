using System.Globalization;
using System.Text;
using System.Text.Json;
using ConnectOutbound.Sandbox.Operations.StartOutboundChat;
using ConnectOutbound.Sandbox.Shapes;

namespace ConnectOutbound.Sandbox.Operations;

/// <summary>The page that a list or a search asks for.</summary>
internal readonly record struct PageRequest(int Start, int Count)
{
    private const int LongestToken = 2048;

    /// <summary>Reads nextToken and maxResults from a query.</summary>
    public static PageRequest Read(string query, PageLimits limits, ValidationFaults faults)
    {
        int start = 0;
        int count = limits.Usual;
        foreach ((string name, string value) in QueryString.Read(query))
        {
            if (name == "maxResults")
            {
                if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out count))
                {
                    faults.Add("maxResults", value, "Member must be a whole number of 32 bits");
                }
                else if (count < 1 || count > limits.Most)
                {
                    faults.Add("maxResults", value, $"Member must have value between 1 and {limits.Most}");
                }
            }
            else if (name == "nextToken")
            {
                start = StartOf(name, value, faults);
            }
        }

        return new PageRequest(start, count);
    }

    /// <summary>Reads NextToken and MaxResults from a body; their shapes are checked elsewhere.</summary>
    public static PageRequest Read(JsonElement body, PageLimits limits, ValidationFaults faults)
    {
        int start = Json.Text(body, "NextToken") is { } token ? StartOf("NextToken", token, faults) : 0;
        bool isGiven = body.TryGetProperty("MaxResults", out JsonElement most) && most.ValueKind == JsonValueKind.Number;
        return new PageRequest(start, isGiven && most.TryGetInt32(out int count) ? count : limits.Usual);
    }

    /// <summary>Writes one page, and where the next begins if there is one.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="member">The name of the list.</param>
    /// <param name="all">What the pages are made of.</param>
    /// <param name="write">Writes the members of one of them.</param>
    /// <param name="tokenMember">The name of the token, which has the case of the service's JSON.</param>
    public void Write<T>(Utf8JsonWriter writer, string member, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write, string tokenMember = "nextToken")
    {
        writer.WriteStartArray(member);
        foreach (T item in all.Skip(Start).Take(Count))
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if ((long)Start + Count < all.Count)
        {
            writer.WriteString(tokenMember, Convert.ToBase64String(Encoding.ASCII.GetBytes($"page:{Start + Count}")));
        }
    }

    private static int StartOf(string name, string token, ValidationFaults faults)
    {
        if (token.Length is > 0 and <= LongestToken && Decode(token) is { } start)
        {
            return start;
        }

        faults.Add(name, token, "Member must be a token that an answer held");
        return 0;
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
