namespace ConnectOutbound.Sandbox.Http;

/// <summary>What a client sent is not HTTP/1.1, or is too large: the status to answer before the connection is closed.</summary>
internal sealed class HttpProtocolException : Exception
{
    public HttpProtocolException(int status, string message) : base(message) => Status = status;

    public int Status { get; }
}
