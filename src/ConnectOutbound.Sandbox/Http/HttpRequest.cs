namespace ConnectOutbound.Sandbox.Http;

/// <summary>A whole request.</summary>
/// <param name="Head">The request line and the header lines.</param>
/// <param name="Body">The decoded body; valid until the next request of the connection is read.</param>
internal sealed record HttpRequest(HttpRequestHead Head, ReadOnlyMemory<byte> Body);
