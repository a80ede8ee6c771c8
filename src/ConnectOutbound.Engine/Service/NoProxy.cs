using System.Net;

namespace ConnectOutbound.Engine.Service;

/// <summary>No proxy for anything, whatever the environment says.</summary>
internal sealed class NoProxy : IWebProxy
{
    /// <summary>The variables that the SDK and the runtime take a proxy from.</summary>
    public static IReadOnlyList<string> Variables { get; } = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

    /// <inheritdoc/>
    public ICredentials? Credentials { get; set; }

    /// <summary>Whether requests to an endpoint might go through a proxy of the environment, now or for clients of this process that are made later.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>False where nobody names a proxy. Then it is better left alone: to clients with a proxy object of their own the SDK gives no connections of earlier ones.</returns>
    public static bool IsNeededFor(Uri endpoint) =>
        Variables.Any(name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))) || !HttpClient.DefaultProxy.IsBypassed(endpoint);

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => null;

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => true;
}
