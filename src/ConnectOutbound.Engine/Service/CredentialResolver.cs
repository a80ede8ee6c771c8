using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Service;

/// <summary>Finds the credentials: those that were given, the named profile's, or null for the SDK's own chain.</summary>
internal static class CredentialResolver
{
    /// <summary>Finds the named profile.</summary>
    /// <param name="settings">What was asked for.</param>
    /// <returns>The profile, or null where none was asked for.</returns>
    /// <exception cref="OutboundException">There is none of that name.</exception>
    public static CredentialProfile? Profile(ConnectionSettings settings)
    {
        if (settings.ProfileName is not string name)
            return null;
        var chain = new CredentialProfileStoreChain(settings.ProfileLocation);
        if (chain.TryGetProfile(name, out CredentialProfile profile))
            return profile;
        string[] known = [.. chain.ListProfiles().Select(found => found.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)];
        throw new OutboundException(
            ErrorIds.ProfileNotFound,
            $"There is no AWS profile '{name}'.",
            known.Length == 0
                ? "There are no profiles at all: 'aws configure' or 'aws configure sso' writes one."
                : $"There are: {string.Join(", ", known.Take(20))}{(known.Length > 20 ? ", …" : "")}.");
    }

    /// <summary>Finds the credentials.</summary>
    /// <param name="settings">What was asked for.</param>
    /// <param name="profile">The named profile.</param>
    /// <returns>The credentials, or null for the SDK's chain.</returns>
    /// <exception cref="OutboundException">They are incomplete.</exception>
    public static AWSCredentials? Credentials(ConnectionSettings settings, CredentialProfile? profile)
    {
        if (settings.AccessKey is null && settings.SecretKey is null)
        {
            if (settings.SessionToken is not null)
                throw Incomplete("-SessionToken was given without -AccessKey and -SecretKey.");
            return profile is null ? null : OfProfile(settings, profile);
        }

        if (profile is not null)
            throw Incomplete("-ProfileName and -AccessKey were both given.");
        if (string.IsNullOrWhiteSpace(settings.AccessKey) || string.IsNullOrWhiteSpace(settings.SecretKey))
            throw Incomplete("-AccessKey and -SecretKey go together; one of them is missing.");
        return string.IsNullOrEmpty(settings.SessionToken)
            ? new BasicAWSCredentials(settings.AccessKey, settings.SecretKey)
            : new SessionAWSCredentials(settings.AccessKey, settings.SecretKey, settings.SessionToken);
    }

    private static AWSCredentials OfProfile(ConnectionSettings settings, CredentialProfile profile)
    {
        try
        {
            return AWSCredentialsFactory.GetAWSCredentials(profile, new CredentialProfileStoreChain(settings.ProfileLocation));
        }
        catch (Exception e) when (e is AmazonClientException or InvalidOperationException or ArgumentException)
        {
            throw new OutboundException(
                ErrorIds.ProfileInvalid,
                $"The AWS profile '{profile.Name}' cannot be used: {e.Message}",
                "Check its entries in ~/.aws/config and ~/.aws/credentials; 'aws sts get-caller-identity --profile NAME' tries it.");
        }
    }

    private static OutboundException Incomplete(string message) =>
        new(
            ErrorIds.CredentialsIncomplete,
            message,
            "Give -AccessKey and -SecretKey (with -SessionToken for temporary credentials), or -ProfileName alone, or none of them.");
}
