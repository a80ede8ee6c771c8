using System.Text.RegularExpressions;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Service;

/// <summary>Finds the Region: what was asked for, else what people set for their other AWS tools.</summary>
internal static partial class RegionResolver
{
    /// <summary>Finds the Region.</summary>
    /// <param name="settings">What was asked for.</param>
    /// <param name="profile">The named profile, where one was asked for.</param>
    /// <param name="loopback">Whether requests go to this machine: any Region will do then.</param>
    /// <returns>The Region.</returns>
    /// <exception cref="OutboundException">There is none, or its name is none.</exception>
    public static RegionEndpoint Resolve(ConnectionSettings settings, CredentialProfile? profile, bool loopback)
    {
        // Without the machine's own service, which takes its time to be absent.
        if (Find(settings, profile, metadata: !loopback) is RegionEndpoint found)
            return found;
        return loopback
            ? RegionEndpoint.USEast1
            : throw new OutboundException(
                ErrorIds.RegionMissing,
                "No AWS Region is known.",
                "Give -Region (such as us-east-1), or set AWS_REGION or the profile's region: it is the Region of the Amazon Connect instance.");
    }

    /// <summary>Finds the Region that is set somewhere.</summary>
    /// <param name="settings">What was asked for.</param>
    /// <param name="profile">The named profile, where one was asked for.</param>
    /// <param name="metadata">Whether the machine's own service is asked, too.</param>
    /// <returns>The Region; null if there is none.</returns>
    /// <exception cref="OutboundException">Its name is none.</exception>
    public static RegionEndpoint? Find(ConnectionSettings settings, CredentialProfile? profile, bool metadata)
    {
        if (settings.Region is string asked)
            return Named(asked.Trim(), "-Region");
        if (profile?.Region is RegionEndpoint ofProfile)
            return ofProfile;
        // The SDK itself does not read the second one; every other AWS tool does.
        foreach (string variable in (string[])["AWS_REGION", "AWS_DEFAULT_REGION"])
        {
            if (Environment.GetEnvironmentVariable(variable) is string value && !string.IsNullOrWhiteSpace(value))
                return Named(value.Trim(), variable);
        }

        return OfMachine(metadata);
    }

    // The SDK would take a blank variable for a Region's name, and keep it.
    private static RegionEndpoint? OfMachine(bool metadata)
    {
        if (Environment.GetEnvironmentVariable("AWS_REGION") is not string blank || blank.Length == 0)
            return FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: metadata);
        return DefaultProfile.Find()?.Region;
    }

    private static RegionEndpoint Named(string name, string where) => RegionName().IsMatch(name)
        ? RegionEndpoint.GetBySystemName(name)
        : throw new OutboundException(
            ErrorIds.RegionInvalid,
            $"{where} is '{name}', which is no AWS Region.",
            "A Region is written like us-east-1, eu-central-1 or ap-southeast-2.");

    [GeneratedRegex("^[a-z]{2,4}(-[a-z]+){1,3}-[0-9]{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex RegionName();
}
