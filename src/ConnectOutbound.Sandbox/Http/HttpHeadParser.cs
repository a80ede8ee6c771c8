using System.Buffers;
using System.Text;

namespace ConnectOutbound.Sandbox.Http;

/// <summary>Reads a request line and header lines, strictly (RFC 9112, 3 and 5).</summary>
internal static class HttpHeadParser
{
    private static readonly SearchValues<byte> s_tokenBytes =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    // Control characters other than the tab.
    private static readonly SearchValues<byte> s_forbiddenInValues =
        SearchValues.Create(Enumerable.Range(0, 32).Append(127).Where(code => code != '\t').Select(code => (byte)code).ToArray());

    public static bool IsTokenByte(byte value) => s_tokenBytes.Contains(value);

    /// <summary>Reads a head that ends with an empty line.</summary>
    public static HttpRequestHead Parse(ReadOnlySpan<byte> head, HttpLimits limits)
    {
        ReadOnlySpan<byte> rest = head;
        ReadOnlySpan<byte> requestLine = NextLine(ref rest);
        if (requestLine.Length > limits.RequestLineBytes)
        {
            throw new HttpProtocolException(414, $"A request line holds at most {limits.RequestLineBytes} bytes.");
        }

        int first = requestLine.IndexOf((byte)' ');
        int last = requestLine.LastIndexOf((byte)' ');
        if (first <= 0 || last <= first + 1)
        {
            throw Malformed("The request line is a method, a target and a version.");
        }

        ReadOnlySpan<byte> method = requestLine[..first];
        ReadOnlySpan<byte> target = requestLine[(first + 1)..last];
        bool isHttp11 = ReadVersion(requestLine[(last + 1)..]);
        if (method.ContainsAnyExcept(s_tokenBytes) || target.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
        {
            throw Malformed("The request line holds a character that is not allowed there.");
        }

        HttpHeaders headers = ReadHeaders(rest, limits);
        if (isHttp11 && headers.CountOf("Host") != 1)
        {
            throw Malformed("A request of HTTP/1.1 has one Host header.");
        }

        (string path, string query) = SplitTarget(Encoding.ASCII.GetString(target));
        return new HttpRequestHead
        {
            Method = Encoding.ASCII.GetString(method),
            Path = path,
            Query = query,
            Headers = headers,
            KeepAlive = isHttp11 ? !headers.HasToken("Connection", "close") : headers.HasToken("Connection", "keep-alive"),
            Framing = HttpFraming.Read(headers, isHttp11, limits),
        };
    }

    private static HttpHeaders ReadHeaders(ReadOnlySpan<byte> lines, HttpLimits limits)
    {
        var headers = new HttpHeaders();
        while (true)
        {
            ReadOnlySpan<byte> line = NextLine(ref lines);
            if (line.IsEmpty)
            {
                return headers;
            }

            if (headers.Count == limits.HeaderCount)
            {
                throw new HttpProtocolException(431, $"A request has at most {limits.HeaderCount} header lines.");
            }

            int colon = line.IndexOf((byte)':');
            if (colon <= 0 || line[..colon].ContainsAnyExcept(s_tokenBytes))
            {
                throw Malformed("A header line is a name, a colon and a value.");
            }

            ReadOnlySpan<byte> value = line[(colon + 1)..].Trim(" \t"u8);
            if (value.ContainsAny(s_forbiddenInValues))
            {
                throw Malformed("A header value holds a control character.");
            }

            // Latin-1 keeps every byte as it is, which a signature over the value needs.
            headers.Add(Encoding.ASCII.GetString(line[..colon]), Encoding.Latin1.GetString(value));
        }
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf("\r\n"u8);
        ReadOnlySpan<byte> line = rest[..end];
        rest = rest[(end + 2)..];
        return line;
    }

    private static bool ReadVersion(ReadOnlySpan<byte> version)
    {
        if (version.SequenceEqual("HTTP/1.1"u8))
        {
            return true;
        }

        if (version.SequenceEqual("HTTP/1.0"u8))
        {
            return false;
        }

        throw version.StartsWith("HTTP/"u8)
            ? new HttpProtocolException(505, "The versions that are understood are HTTP/1.1 and HTTP/1.0.")
            : Malformed("The request line ends with a version of HTTP.");
    }

    private static (string Path, string Query) SplitTarget(string target)
    {
        // The absolute form, which a client sends to a proxy, has to be understood too (RFC 9112, 3.2.2).
        if (target.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            int slash = target.IndexOf('/', "http://".Length);
            target = slash < 0 ? "/" : target[slash..];
        }

        int mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (target, "") : (target[..mark], target[(mark + 1)..]);
    }

    private static HttpProtocolException Malformed(string message) => new(400, message);
}
