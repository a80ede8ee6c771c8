namespace ConnectOutbound;

/// <summary>
/// A stand-in for Amazon Connect on loopback, to learn and to test with. It keeps what it receives in memory and sends nothing to anybody.
/// </summary>
public abstract class OutboundSandbox : IDisposable
{
    /// <summary>The address to give as -EndpointUrl, such as <c>http://127.0.0.1:53110</c>.</summary>
    public abstract string EndpointUrl { get; }

    /// <summary>The TCP port on loopback.</summary>
    public abstract int Port { get; }

    /// <summary>False once the sandbox was stopped.</summary>
    public abstract bool IsRunning { get; }

    /// <summary>How many requests arrived, refused ones included.</summary>
    public abstract long RequestCount { get; }

    /// <summary>How many requests were refused for the rate.</summary>
    public abstract long ThrottledCount { get; }

    /// <summary>How many faults were injected.</summary>
    public abstract long FaultCount { get; }

    /// <summary>How many contacts were created; cheap, where <see cref="Contacts"/> copies.</summary>
    public abstract int ContactCount { get; }

    /// <summary>The contacts created so far, oldest first; a copy.</summary>
    public abstract IReadOnlyList<SandboxContact> Contacts { get; }

    /// <summary>Forgets contacts, tokens and counts; the quotas start full again.</summary>
    public abstract void Clear();

    /// <summary>Stops listening. What was received stays readable.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops listening.</summary>
    /// <param name="disposing">Always true.</param>
    protected abstract void Dispose(bool disposing);
}
