using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConnectOutbound.Sandbox.Http;

namespace ConnectOutbound.Sandbox.Operations;

/// <summary>Builds answers in the protocol of the service (AWS restJson1): JSON, a request id, and the error's name in a header.</summary>
internal static class ServiceResponse
{
    private const string Json = "application/json";

    private static readonly JsonWriterOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static HttpResponse Ok(string member, string value) => new()
    {
        Status = 200,
        ContentType = Json,
        Body = Member(member, value),
        Headers = [RequestId()],
    };

    /// <summary>An answer with several members.</summary>
    /// <param name="members">Writes them, inside of an object.</param>
    public static HttpResponse Ok(Action<Utf8JsonWriter> members) => new() { Status = 200, ContentType = Json, Body = Write(members), Headers = [RequestId()] };

    public static HttpResponse Error(SandboxError error, params ReadOnlySpan<KeyValuePair<string, string>> headers) => new()
    {
        Status = error.Status,
        ContentType = Json,
        Body = Member("message", error.Message),
        Headers = [RequestId(), new("x-amzn-ErrorType", error.Code), .. headers],
    };

    private static KeyValuePair<string, string> RequestId() => new("x-amzn-RequestId", Guid.NewGuid().ToString());

    private static ReadOnlyMemory<byte> Member(string name, string value) => Write(writer => writer.WriteString(name, value));

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        using var writer = new Utf8JsonWriter(bytes, s_readable);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        return bytes.WrittenMemory;
    }
}
