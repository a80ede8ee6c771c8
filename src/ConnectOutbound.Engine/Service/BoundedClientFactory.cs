using System.Net;
using Amazon.Runtime;

namespace ConnectOutbound.Engine.Service;

/// <summary>Makes the HTTP clients of the SDK's clients. Each answer is bounded in size and, body included, in time.</summary>
/// <param name="mostBytes">How many bytes the body of an answer may have.</param>
/// <param name="isLoopback">Whether requests stay on this machine: a proxy of the environment would get them in clear text.</param>
internal sealed class BoundedClientFactory(int mostBytes, bool isLoopback) : HttpClientFactory
{
    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        ArgumentNullException.ThrowIfNull(clientConfig);
        var network = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            // The rest of an answer that is given up is not worth reading.
            MaxResponseDrainSize = 0,
            UseProxy = !isLoopback,
            Proxy = isLoopback ? null : clientConfig.GetWebProxy(),
        };
        if (clientConfig.MaxConnectionsPerServer is int connections)
            network.MaxConnectionsPerServer = connections;
        var client = new HttpClient(new AnswerReceiver(network, mostBytes));
        if (clientConfig.Timeout is TimeSpan timeout)
            client.Timeout = timeout;
        return client;
    }

    /// <summary>Gives clients with equal settings the same connections, in this run and in later ones.</summary>
    /// <param name="clientConfig">The settings.</param>
    /// <returns>A name for the settings; null where a proxy is set, which has no name.</returns>
    public override string? GetConfigUniqueString(IClientConfig clientConfig)
    {
        ArgumentNullException.ThrowIfNull(clientConfig);
        return isLoopback || clientConfig.GetWebProxy() is null
            ? $"ConnectOutbound {mostBytes} {(isLoopback ? "loopback" : "")} {clientConfig.Timeout} {clientConfig.MaxConnectionsPerServer} "
                + $"{clientConfig.HttpClientCacheSize}"
            : null;
    }
}
