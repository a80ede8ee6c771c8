using Amazon.Runtime.CredentialManagement;

namespace ConnectOutbound.Engine.Service;

/// <summary>The profile that counts where none is asked for: that of AWS_PROFILE, else the one named default.</summary>
internal static class DefaultProfile
{
    /// <summary>Looks for it in the user's AWS files.</summary>
    /// <returns>The profile; null where there is none.</returns>
    public static CredentialProfile? Find()
    {
        string? named = Environment.GetEnvironmentVariable("AWS_PROFILE");
        return new CredentialProfileStoreChain().TryGetProfile(string.IsNullOrWhiteSpace(named) ? "default" : named.Trim(), out CredentialProfile profile)
            ? profile
            : null;
    }
}
