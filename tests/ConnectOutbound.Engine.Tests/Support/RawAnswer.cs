using System;
using System.Linq;
using System.Text;

namespace ConnectOutbound.Engine.Tests.Support;

/// <summary>The bytes that the server answers, and what it does after them.</summary>
public sealed record RawAnswer(byte[] Bytes, AfterAnswer After = AfterAnswer.KeepOpen)
{
    /// <summary>After how many bytes the rest comes one by one, with pauses; null when all come at once.</summary>
    public int? TrickleAfter { get; init; }

    /// <summary>What comes after the bytes, again and again.</summary>
    public byte[] Filler { get; init; } = [];

    /// <summary>How often the filler comes.</summary>
    public int FillCount { get; init; }

    public static RawAnswer Json(int status, string body, params (string Name, string Value)[] headers) => Of(status, "application/json", body, headers);

    public static RawAnswer Html(int status, string body) => Of(status, "text/html", body);

    public static RawAnswer Xml(string body) => Of(200, "text/xml", body);

    public static RawAnswer Of(int status, string type, string body, params (string Name, string Value)[] headers) =>
        new(Render(status, type, body, Encoding.UTF8.GetByteCount(body), headers));

    /// <summary>An answer whose Content-Length promises more than comes.</summary>
    public static RawAnswer Cut(int status, string body, AfterAnswer after = AfterAnswer.Close) =>
        new(Render(status, "application/json", body, Encoding.UTF8.GetByteCount(body) + 100, []), after);

    /// <summary>Any text, after which the connection is closed.</summary>
    public static RawAnswer Text(string text, AfterAnswer after = AfterAnswer.Close) => new(Encoding.UTF8.GetBytes(text), after);

    /// <summary>Any text, and a filler behind it.</summary>
    public static RawAnswer Flood(string text, string filler, int count) => Text(text) with { Filler = Encoding.UTF8.GetBytes(filler), FillCount = count };

    private static byte[] Render(int status, string type, string body, int length, (string Name, string Value)[] headers) =>
        Encoding.UTF8.GetBytes(
            $"HTTP/1.1 {status} Answer\r\nContent-Type: {type}\r\nContent-Length: {length}\r\n" +
            string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n")) +
            $"\r\n{body}");
}
