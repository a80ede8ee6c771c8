using System.Runtime.CompilerServices;

namespace Amazon.Tests.Support;

/// <summary>
/// The shared configuration files that the SDK sees in this process. It looks for their places once, at its first use, and only where a file
/// is; so they are made before any test runs, empty, and never the user's own.
/// </summary>
internal static class SharedFiles
{
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("connect-outbound-aws-");

    public static string Credentials { get; } = Path.Combine(Folder.FullName, "credentials");

    public static string Config { get; } = Path.Combine(Folder.FullName, "config");

    [ModuleInitializer]
    internal static void Make()
    {
        File.WriteAllText(Credentials, "");
        File.WriteAllText(Config, "");
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Credentials);
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", Config);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);
    }
}
