namespace ConnectOutbound.Engine.Connection;

/// <summary>What an endpoint's address may be.</summary>
internal static class EndpointUrlRules
{
    /// <summary>Checks an address.</summary>
    /// <param name="url">The address.</param>
    /// <param name="where">Where it came from, for the message.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ConnectionException">It is no address, or would carry what must not be read over plain http.</exception>
    public static Uri Check(string url, string where)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
            throw new ConnectionException("EndpointUrlInvalid", $"{where} is '{url}', which is no address.", "It is written like https://connect.us-east-1.amazonaws.com, or http://127.0.0.1:8080 for a sandbox.");
        if (uri.Scheme == "http" && !uri.IsLoopback)
        {
            throw new ConnectionException(
                "EndpointUrlNotEncrypted",
                $"{where} is '{url}': session tokens, phone numbers and messages would travel unencrypted.",
                "Use https; http is taken for loopback addresses only.");
        }

        return uri;
    }
}
