using ConnectOutbound.Engine.Service;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Commands.Sandboxes;

/// <summary>The sandboxes that run in this process. Static, because what they hold is the process's too: ports.</summary>
public static class SandboxRegistry
{
    // Not secret: what a sandbox is signed for with where nobody gave credentials.
    private const string PlaceholderKey = "AKIASANDBOX000000000";
    private const string PlaceholderSecret = "sandbox";

    private static readonly object s_gate = new();
    private static readonly List<(SandboxServer Server, SandboxOptions Options)> s_running = [];

    /// <summary>The sandboxes that run, in the order of their start.</summary>
    /// <returns>A copy.</returns>
    public static IReadOnlyList<OutboundSandbox> Running()
    {
        lock (s_gate)
        {
            s_running.RemoveAll(entry => !entry.Server.IsRunning);
            return [.. s_running.Select(entry => entry.Server)];
        }
    }

    /// <summary>Stops all; called when the module is removed.</summary>
    public static void StopAll()
    {
        foreach (OutboundSandbox sandbox in Running())
            sandbox.Dispose();
    }

    /// <summary>Whether an address is that of a sandbox of this process.</summary>
    /// <param name="endpoint">The address, or null.</param>
    /// <returns>False for anything else.</returns>
    internal static bool IsSandbox(string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? url) && url.IsLoopback && Running().Any(sandbox => sandbox.Port == url.Port);

    internal static void Add(SandboxServer server, SandboxOptions options)
    {
        lock (s_gate)
            s_running.Add((server, options));
    }

    /// <summary>A sandbox of this session needs no account: without credentials of its own a request to it is signed with a placeholder.</summary>
    /// <param name="settings">What was asked for.</param>
    /// <returns>The settings, credentials added where the endpoint is such a sandbox and none are at hand.</returns>
    internal static ConnectionSettings WithCredentials(ConnectionSettings settings)
    {
        bool own = settings.AccessKey is not null || settings.SecretKey is not null || settings.SessionToken is not null || settings.ProfileName is not null
            || !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID"));
        if (own || settings.EndpointUrl is null || !Uri.TryCreate(settings.EndpointUrl, UriKind.Absolute, out Uri? url) || !url.IsLoopback)
            return settings;
        lock (s_gate)
        {
            foreach ((SandboxServer server, SandboxOptions options) in s_running)
            {
                if (server.IsRunning && server.Port == url.Port)
                {
                    return settings with
                    {
                        AccessKey = options.AccessKey ?? PlaceholderKey,
                        SecretKey = options.SecretKey ?? PlaceholderSecret,
                        SessionToken = options.SessionToken,
                    };
                }
            }
        }

        return settings;
    }
}
