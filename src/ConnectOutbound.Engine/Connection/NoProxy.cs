using System.Net;

namespace ConnectOutbound.Engine.Connection;

/// <summary>No proxy for anything, whatever the environment says.</summary>
internal sealed class NoProxy : IWebProxy
{
    /// <inheritdoc/>
    public ICredentials? Credentials { get; set; }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => null;

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => true;
}
