namespace ConnectOutbound.Sandbox.Http;

/// <summary>How much of the machine a client may take.</summary>
internal sealed record HttpLimits
{
    public static HttpLimits Default { get; } = new();

    public int RequestLineBytes { get; init; } = 8 * 1024;

    public int HeadBytes { get; init; } = 32 * 1024;

    public int HeaderCount { get; init; } = 100;

    public int BodyBytes { get; init; } = 1024 * 1024;

    public int Connections { get; init; } = 4096;

    /// <summary>From the first byte of a request to its last.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between requests on one connection.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>For the client to take an answer.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the client to read the last answer of a connection.</summary>
    public TimeSpan LingerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often connections are looked at for these times.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(1);
}
