using System.Net;
using System.Text;
using System.Text.Json;

namespace Amazon.RestJson;

/// <summary>The code and message of an error answer.</summary>
/// <remarks>
/// rest-json has the code in the header <c>x-amzn-ErrorType</c>, or in the body as <c>__type</c> or <c>code</c>; either may carry
/// a namespace before it (<c>namespace#Code</c>) and a URI behind it (<c>Code:uri</c>). Answers that are not the service's own, such as a proxy's
/// HTML page, have no code; they are errors all the same.
/// </remarks>
/// <param name="Code">The error code without namespace and URI, or null.</param>
/// <param name="Message">The service's message, or one that tells the HTTP status.</param>
internal sealed record ServiceError(string? Code, string Message)
{
    private const string ErrorTypeHeader = "x-amzn-ErrorType";
    private const string ErrorMessageHeader = "x-amzn-error-message";
    private const int MaxExcerpt = 200;

    internal static ServiceError Read(ReadAnswer answer)
    {
        var (type, code, message) = ReadJson(answer.Content.Span);
        string? fullCode = answer.Header(ErrorTypeHeader) ?? Present(type) ?? Present(code);
        string? shortCode = fullCode is null ? null : Present(Shorten(fullCode));
        string? ownMessage = answer.Header(ErrorMessageHeader) ?? Present(message);
        return new ServiceError(shortCode, ownMessage ?? Describe(answer.StatusCode, shortCode, answer.Content.Span));
    }

    private static string? Present(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Shorten(string code)
    {
        string withoutNamespace = code[(code.IndexOf('#', StringComparison.Ordinal) + 1)..];
        int colon = withoutNamespace.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? withoutNamespace : withoutNamespace[..colon];
    }

    private static (string? Type, string? Code, string? Message) ReadJson(ReadOnlySpan<byte> body)
    {
        string? type = null, code = null, message = null;
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return default;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                if (name == "__type") type ??= text;
                else if (name.Equals("code", StringComparison.OrdinalIgnoreCase)) code ??= text;
                else if (name.Equals("message", StringComparison.OrdinalIgnoreCase)) message ??= text;
                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, cut JSON, or text that is not Unicode: what was read before it still holds.
        }

        return (type, code, message);
    }

    private static string Describe(HttpStatusCode status, string? code, ReadOnlySpan<byte> body)
    {
        string what = code is null ? $"HTTP {(int)status} ({status})" : $"{code}, HTTP {(int)status}";
        string excerpt = Excerpt(body);
        return excerpt.Length == 0 ? $"The service answered {what} without a message." : $"The service answered {what}: {excerpt}";
    }

    private static string Excerpt(ReadOnlySpan<byte> body)
    {
        string text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxExcerpt * 4)]);
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxExcerpt ? line : $"{line.AsSpan(0, MaxExcerpt)}…";
    }
}
