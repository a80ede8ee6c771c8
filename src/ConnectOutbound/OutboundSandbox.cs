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

    /// <summary>The quota of requests a second; <see cref="double.PositiveInfinity"/> where there is none. Change it with <see cref="SetQuota"/>.</summary>
    public abstract double RequestsPerSecond { get; }

    /// <summary>How many requests are taken at once when none came for a while. Change it with <see cref="SetQuota"/>.</summary>
    public abstract int Burst { get; }

    /// <summary>The quota of chats that are active at once in an instance. Change it with <see cref="SetConcurrentChats"/>.</summary>
    public abstract int ConcurrentChats { get; }

    /// <summary>How many chats are active now, over all instances.</summary>
    public abstract int ActiveChatCount { get; }

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

    /// <summary>Changes the quota of requests while the sandbox runs, as another user of the same account or AWS Support may.</summary>
    /// <param name="requestsPerSecond">Requests a second, from 0; <see cref="double.PositiveInfinity"/> for no quota.</param>
    /// <param name="burst">Requests that are taken at once, from 1. What had gathered above it is lost.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public abstract void SetQuota(double requestsPerSecond, int burst);

    /// <summary>Changes the quota of active chats while the sandbox runs. Chats above a lower quota stay active.</summary>
    /// <param name="count">Active chats an instance, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public abstract void SetConcurrentChats(int count);

    /// <summary>Ends every active chat, as when all customers and flows had disconnected. The contacts stay known.</summary>
    public abstract void EndChats();

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
