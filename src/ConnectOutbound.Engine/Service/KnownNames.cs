using Amazon;
using Amazon.Runtime.CredentialManagement;

namespace ConnectOutbound.Engine.Service;

/// <summary>Names to choose from, as far as this machine knows them. Asks nobody.</summary>
public static class KnownNames
{
    /// <summary>The Regions that the SDK knows.</summary>
    /// <returns>Names such as <c>us-east-1</c>, with what they are called.</returns>
    public static IEnumerable<(string Name, string Tip)> Regions() =>
        RegionEndpoint.EnumerableAllRegions
            .OrderBy(region => region.SystemName, StringComparer.Ordinal)
            .Select(region => (region.SystemName, region.DisplayName));

    /// <summary>The profiles of the shared AWS files.</summary>
    /// <param name="location">Where the credentials file is; null for the usual place.</param>
    /// <returns>Their names; none where the files cannot be read.</returns>
    public static IReadOnlyList<string> Profiles(string? location)
    {
        try
        {
            return
            [
                .. new CredentialProfileStoreChain(location).ListProfiles()
                    .Select(profile => profile.Name)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.OrdinalIgnoreCase),
            ];
        }
#pragma warning disable CA1031 // Completion has nobody to tell.
        catch (Exception)
#pragma warning restore CA1031
        {
            return [];
        }
    }
}
