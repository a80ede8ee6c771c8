using System.Globalization;

namespace ConnectOutbound.Sandbox.Http;

/// <summary>How the length of a request's body is told (RFC 9112, 6).</summary>
/// <param name="Chunked">In chunks, the last of which is empty.</param>
/// <param name="Length">The number of bytes where it is not chunked.</param>
/// <param name="ExpectContinue">Whether the client waits for 100 before it sends the body.</param>
internal readonly record struct HttpFraming(bool Chunked, int Length, bool ExpectContinue)
{
    public static HttpFraming Read(HttpHeaders headers, bool isHttp11, HttpLimits limits)
    {
        bool expectContinue = false;
        if (isHttp11 && headers.Find("Expect") is { } expectation)
        {
            expectContinue = expectation.Equals("100-continue", StringComparison.OrdinalIgnoreCase)
                ? true
                : throw new HttpProtocolException(417, "The only expectation that can be met is 100-continue.");
        }

        string? coding = headers.Find("Transfer-Encoding");
        string? length = headers.Find("Content-Length");
        if (coding is null)
        {
            return new HttpFraming(false, length is null ? 0 : ReadLength(length, limits), expectContinue);
        }

        if (length is not null || !isHttp11)
        {
            // Two lengths, or one that HTTP/1.0 does not know, are how requests are smuggled: refused rather than repaired.
            throw new HttpProtocolException(400, "Transfer-Encoding goes with HTTP/1.1 and without Content-Length.");
        }

        return coding.Equals("chunked", StringComparison.OrdinalIgnoreCase)
            ? new HttpFraming(true, 0, expectContinue)
            : throw new HttpProtocolException(501, "The only transfer coding that is understood is chunked.");
    }

    private static int ReadLength(string text, HttpLimits limits)
    {
        if (text.Length == 0 || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            throw new HttpProtocolException(400, "Content-Length is one decimal number.");
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int length) && length <= limits.BodyBytes
            ? length
            : throw new HttpProtocolException(413, $"A request body holds at most {limits.BodyBytes} bytes.");
    }
}
