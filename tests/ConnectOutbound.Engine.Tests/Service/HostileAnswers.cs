using System.IO.Compression;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Service;

/// <summary>Ways in which an endpoint answers that is broken, not Amazon Connect, or wants to do harm.</summary>
internal static class HostileAnswers
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private const int Huge = 200 << 20;
    private static readonly string s_block = new('x', 1 << 16);
    private static readonly byte[] s_bomb = Bomb();

    // Made once: each would cost the test more memory than the client.
    private static readonly RawAnswer s_longHead = RawAnswer.Text($"HTTP/1.1 200 OK\r\nX: {new string('x', 1 << 20)}\r\n\r\n");
    private static readonly RawAnswer s_longId = RawAnswer.Json(200, $$"""{"ContactId":"{{new string('c', 1 << 20)}}"}""");

    public static IReadOnlyList<HostileAnswer> All { get; } =
    [
        new("an answer of the service", OutboundStatus.Started, request => RawAnswer.Json(200, Valid(request))),
        Unreadable(
            "400 with a message of 200 MB",
            _ => Flood($"HTTP/1.1 400 Bad Request\r\nx-amzn-ErrorType: InvalidRequestException\r\nContent-Length: {Huge}\r\n\r\n{{\"message\":\"")),
        Unreadable(
            "400 with a message of 2 MB, without a length",
            _ => RawAnswer.Flood("HTTP/1.1 400 Bad Request\r\nx-amzn-ErrorType: InvalidRequestException\r\n\r\n{\"message\":\"", s_block, 32)),
        Unreadable("200 MB with a length", _ => Flood($"{Head}Content-Length: {Huge}\r\n\r\n{{\"ContactId\":\"")),
        Unreadable("200 MB in chunks", _ => RawAnswer.Flood($"{Head}Transfer-Encoding: chunked\r\n\r\n", $"10000\r\n{s_block}\r\n", Huge >> 16)),
        Unreadable("200 MB until the end of the connection", _ => Flood($"{Head}\r\n{{\"ContactId\":\"")),
        Unreadable("500 with 200 MB", _ => Flood("HTTP/1.1 500 Oops\r\n\r\n")),
        Unreadable(
            "a bomb of gzip",
            _ => new RawAnswer(
                [.. System.Text.Encoding.ASCII.GetBytes($"{Head}Content-Encoding: gzip\r\nContent-Length: {s_bomb.Length}\r\n\r\n"), .. s_bomb])),
        Unknown("a head of a megabyte", _ => s_longHead),
        Unknown("100 Continue for ever", _ => RawAnswer.Flood("", "HTTP/1.1 100 Continue\r\n\r\n", 1 << 16) with { After = AfterAnswer.Stall }) with
        {
            Timeout = TimeSpan.FromSeconds(1),
        },

        Unreadable("a negative Content-Length", request => RawAnswer.Text($"{Head}Content-Length: -5\r\n\r\n{Valid(request)}")),
        Unreadable("a Content-Length in words", request => RawAnswer.Text($"{Head}Content-Length: many\r\n\r\n{Valid(request)}")),
        Unreadable("a Content-Length that is too long", request => RawAnswer.Cut(200, Valid(request))),
        Unreadable("a Content-Length that is too short", request => RawAnswer.Text($"{Head}Content-Length: 3\r\n\r\n{Valid(request)}")),
        new(
            "two Content-Lengths",
            null,
            request => RawAnswer.Text($"{Head}Content-Length: {Valid(request).Length}\r\nContent-Length: 1\r\n\r\n{Valid(request)}")),
        Unknown("a chunk whose size is no number", _ => RawAnswer.Text($"{Head}Transfer-Encoding: chunked\r\n\r\nlots\r\n{{}}")),

        Late("no answer", _ => RawAnswer.Text("", AfterAnswer.Stall)),
        Late("a head that trickles", request => RawAnswer.Json(200, Valid(request)) with { TrickleAfter = 5 }),
        Late("a body that trickles", request => RawAnswer.Text($"{Head}\r\n{{{new string(' ', 100)}}}") with { TrickleAfter = Head.Length + 5 }),
        Late("a body that stalls", _ => RawAnswer.Cut(200, """{"Contact""", AfterAnswer.Stall)),
        Late("an error whose body stalls", _ => RawAnswer.Cut(500, """{"mess""", AfterAnswer.Stall)),
        Unknown("an end instead of an answer", _ => RawAnswer.Text("")),
        Unknown("a reset instead of an answer", _ => RawAnswer.Text("", AfterAnswer.Reset)),
        Unknown("bytes that are not HTTP", _ => new RawAnswer([0, 255, 254, 13, 10, 13, 10, 1, 2, 3], AfterAnswer.Close)),

        new("a redirect", null, _ => RawAnswer.Json(307, "", ("Location", "http://127.0.0.1:9/"))) { Code = "Http307" },
        new("a redirect to a page", null, _ => RawAnswer.Html(301, "<html>Moved</html>")) { Code = "Http301" },
        new("a page instead of Connect", null, _ => RawAnswer.Html(404, "<html>Not Found</html>")) { Code = "Http404" },
        Unreadable("a page with status 200", _ => RawAnswer.Html(200, "<html>Sign in</html>")),
        Unknown("a page of a proxy", _ => RawAnswer.Html(503, "<html>Unavailable</html>")),
        Unreadable("status 204", _ => RawAnswer.Text("HTTP/1.1 204 No Content\r\n\r\n", AfterAnswer.KeepOpen)),
        Unknown("status 999", _ => RawAnswer.Json(999, "{}")),
        new("an unnamed 403", null, _ => RawAnswer.Json(403, "{}")) { Code = "Http403" },
        new("a refusal", OutboundStatus.Failed, _ => RawAnswer.Json(400, """{"message":"No."}""", ("x-amzn-ErrorType", "InvalidRequestException"))),
        new("throttling for ever", OutboundStatus.NotSent, _ => RawAnswer.Json(429, "{}", ("x-amzn-ErrorType", "ThrottlingException"))),
        Unknown("an error in the service", _ => RawAnswer.Json(500, "{}", ("x-amzn-ErrorType", "InternalServiceException"))),

        Unreadable("JSON of another type", _ => RawAnswer.Json(200, "[1,2]")),
        Unreadable("JSON null", _ => RawAnswer.Json(200, "null")),
        Unreadable("JSON that is cut", _ => RawAnswer.Json(200, """{"ContactId":"c""")),
        Unreadable("JSON that is deep", _ => RawAnswer.Json(200, $$"""{"ContactId":{{new string('[', 100_000)}}""")),
        Unreadable("JSON in UTF-16", request => RawAnswer.Json(200, string.Join('\0', Valid(request).ToCharArray()))),
        Unreadable("a ContactId that is a number", _ => RawAnswer.Json(200, """{"ContactId":12}""")),
        Unreadable("an empty ContactId", _ => RawAnswer.Json(200, """{"ContactId":""}""")),
        Unreadable("a ContactId of blanks", _ => RawAnswer.Json(200, """{"ContactId":"   "}""")),
        Unreadable("a ContactId with control characters", _ => RawAnswer.Json(200, """{"ContactId":"\u001b[2Jc"}""")),
        Unreadable("a ContactId with an invisible character", _ => RawAnswer.Json(200, """{"ContactId":"c\u200b"}""")),
        Unreadable("a ContactId of 257 characters", _ => RawAnswer.Json(200, $$"""{"ContactId":"{{new string('c', 257)}}"}""")),
        Unreadable("a ContactId of a megabyte", _ => s_longId),
    ];

    private static HostileAnswer Unknown(string name, Func<ReceivedRequest, RawAnswer> of) => new(name, OutboundStatus.Unknown, of);

    private static HostileAnswer Unreadable(string name, Func<ReceivedRequest, RawAnswer> of) => Unknown(name, of) with { Code = "UnreadableAnswer" };

    private static HostileAnswer Late(string name, Func<ReceivedRequest, RawAnswer> of) =>
        Unknown(name, of) with { Code = "Timeout", Timeout = TimeSpan.FromSeconds(1) };

    private static RawAnswer Flood(string head) => RawAnswer.Flood(head, s_block, Huge >> 16);

    private static string Valid(ReceivedRequest request) => (request.Method, request.Target) switch
    {
        ("PUT", _) => """{"ContactId":"c-1"}""",
        ("POST", _) => "{}",
        (_, var target) when target.StartsWith("/instance", StringComparison.Ordinal) => """{"InstanceSummaryList":[{"Id":"i","InstanceAlias":"a"}]}""",
        _ => """{"Contact":{"Id":"c-1","InitiationTimestamp":1}}""",
    };

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            for (int i = 0; i < 50; i++)
                gzip.Write(new byte[1 << 20]);
        }

        return packed.ToArray();
    }
}
