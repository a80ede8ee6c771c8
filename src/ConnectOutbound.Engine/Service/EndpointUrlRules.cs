using System.Net;
using System.Text.RegularExpressions;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Service;

/// <summary>What an endpoint's address may be.</summary>
internal static partial class EndpointUrlRules
{
    /// <summary>Checks an address.</summary>
    /// <param name="url">The address.</param>
    /// <param name="where">Where it came from, for the message.</param>
    /// <returns>The address.</returns>
    /// <exception cref="OutboundException">It is no address, or would carry what must not be read over plain http.</exception>
    public static Uri Check(string url, string where)
    {
        string shown = Password().Replace(url, "//…@");
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new OutboundException(
                ErrorIds.EndpointUrlInvalid,
                $"{where} is '{shown}', which is no address.",
                "It is written like https://connect.us-east-1.amazonaws.com, or http://127.0.0.1:8080 for a sandbox.");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new OutboundException(
                ErrorIds.EndpointUrlInvalid,
                $"{where} is '{shown}', which holds a user name or a password.",
                "Requests are signed by AWS credentials; leave out what stands before the @.");
        }

        if (uri.Scheme == "http" && !IsLoopback(uri))
        {
            throw new OutboundException(
                ErrorIds.EndpointUrlNotEncrypted,
                $"{where} is '{shown}': session tokens, phone numbers and messages would travel unencrypted.",
                "Use https; http is taken for loopback addresses only.");
        }

        return uri;
    }

    /// <summary>Whether an address is this machine for certain: by number, or as localhost.</summary>
    /// <param name="uri">The address.</param>
    /// <returns>False for names that a name server answers for, <c>loopback</c> among them, which Uri.IsLoopback takes for this machine.</returns>
    public static bool IsLoopback(Uri uri) =>
        uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    [GeneratedRegex("//[^/]*@", RegexOptions.CultureInvariant)]
    private static partial Regex Password();
}
