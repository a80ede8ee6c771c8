using Amazon.Connect;

namespace Amazon.Tests.Support;

/// <summary>Clients that call a loopback server with known credentials.</summary>
internal static class Clients
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public const string Region = "eu-central-1";

    public static AmazonConnectClient For(HostileEndpoint server) => new(AccessKey, Secret, Config(server));

    public static AmazonConnectConfig Config(HostileEndpoint server) => new()
    {
        ServiceURL = server.Url,
        AuthenticationRegion = Region,
        MaxErrorRetry = 0,
        Timeout = TimeSpan.FromSeconds(60),
    };
}
