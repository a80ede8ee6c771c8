using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Service;

/// <summary>
/// The endpoint that the environment or the profile gives. As in the SDK, but for variables that are there and blank: they count as not set, as they do for
/// every other AWS tool; the SDK for .NET takes them for an address.
/// </summary>
internal static class ConfiguredEndpoint
{
    private const string Shared = "AWS_ENDPOINT_URL";

    /// <summary>Finds the endpoint, and sets a client's configuration up for it.</summary>
    /// <param name="config">The configuration; of a profile that was asked for it has the name.</param>
    /// <param name="profile">That profile; null for the one that counts where none is asked for.</param>
    /// <returns>The endpoint; null for the Region's own.</returns>
    /// <exception cref="OutboundException">It is no address, or would carry what must not be read over plain http.</exception>
    public static string? Apply(ClientConfig config, CredentialProfile? profile)
    {
        if (config.IgnoreConfiguredEndpointUrls)
            return null;
        string own = $"{Shared}_{config.ServiceId.Replace(' ', '_').ToUpperInvariant()}";
        string[] variables = [own, Shared];
        foreach (string name in variables)
        {
            if (Environment.GetEnvironmentVariable(name) is string url && !string.IsNullOrWhiteSpace(url))
                return config.ServiceURL = EndpointUrlRules.Check(url.Trim(), name).AbsoluteUri;
        }

        bool anyBlank = Array.Exists(variables, name => Environment.GetEnvironmentVariable(name) is not null);
        string? ofProfile = anyBlank ? OfProfile(profile ?? DefaultProfile.Find(), variables) : OfSdk(config);
        if (string.IsNullOrWhiteSpace(ofProfile))
        {
            // Else the SDK would look at the variables again, and take blanks for an address.
            config.IgnoreConfiguredEndpointUrls = true;
            return null;
        }

        return config.ServiceURL = EndpointUrlRules.Check(ofProfile.Trim(), "The endpoint that the profile gives").AbsoluteUri;
    }

    private static string? OfSdk(ClientConfig config)
    {
        try
        {
            return config.ServiceURL;
        }
        catch (AmazonClientException e)
        {
            throw new OutboundException(
                ErrorIds.EndpointUrlInvalid,
                $"The endpoint that the profile gives is none: {e.Message}",
                "Correct endpoint_url in the AWS configuration file.");
        }
    }

    private static string? OfProfile(CredentialProfile? profile, string[] variables)
    {
        if (profile is null)
            return null;
        // What a section of services says is not public: better no request than one to another endpoint.
        return string.IsNullOrEmpty(profile.Services)
            ? profile.EndpointUrl
            : throw new OutboundException(
                ErrorIds.EndpointUrlInvalid,
                $"{string.Join(" or ", variables)} is set and blank, and the profile '{profile.Name}' has endpoints in a section of services.",
                "Remove the blank variable (Remove-Item env:AWS_ENDPOINT_URL), or give -EndpointUrl.");
    }
}
