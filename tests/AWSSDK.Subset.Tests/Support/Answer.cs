using System.Text;

namespace Amazon.Tests.Support;

/// <summary>The bytes that the server answers, and what it does after them.</summary>
internal sealed record Answer(byte[] Bytes, AfterAnswer After = AfterAnswer.KeepOpen)
{
    public static Answer Json(int status, string body, params (string Name, string Value)[] headers) => Of(status, "application/json", body, headers);

    public static Answer Html(int status, string body) => Of(status, "text/html", body);

    public static Answer Xml(string body) => Of(200, "text/xml", body);

    /// <summary>An answer whose Content-Length promises more than comes.</summary>
    public static Answer Cut(int status, string body, AfterAnswer after = AfterAnswer.Close) =>
        new(Render(status, "application/json", body, Encoding.UTF8.GetByteCount(body) + 100, []), after);

    private static Answer Of(int status, string type, string body, params (string Name, string Value)[] headers) =>
        new(Render(status, type, body, Encoding.UTF8.GetByteCount(body), headers));

    private static byte[] Render(int status, string type, string body, int length, (string Name, string Value)[] headers) =>
        Encoding.UTF8.GetBytes(
            $"HTTP/1.1 {status} Answer\r\nContent-Type: {type}\r\nContent-Length: {length}\r\n" +
            string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n")) +
            $"\r\n{body}");
}
