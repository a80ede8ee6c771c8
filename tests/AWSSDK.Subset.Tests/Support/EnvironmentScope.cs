using System.Collections;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Tests.Support;

/// <summary>
/// An environment of its own for the AWS SDK: no variable but the given ones, empty configuration files, no instance metadata. What was there
/// before comes back at the end.
/// </summary>
internal sealed class EnvironmentScope : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];
    private readonly string _configFile = SharedFiles.Config;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connect-outbound-");

    public EnvironmentScope(params (string Name, string Value)[] variables)
    {
        foreach (string name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key))
        {
            if (name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)) Set(name, null);
        }

        Set("AWS_EC2_METADATA_DISABLED", "true");
        Set("AWS_SHARED_CREDENTIALS_FILE", SharedFiles.Credentials);
        Set("AWS_CONFIG_FILE", _configFile);
        foreach (var (name, value) in variables) Set(name, value);
        ForgetWhatTheSdkRead();
    }

    /// <summary>Writes the shared configuration file.</summary>
    public void Config(string text)
    {
        File.WriteAllText(_configFile, text);
        ForgetWhatTheSdkRead();
    }

    /// <summary>Writes a file into the scope's folder and gives its path.</summary>
    public string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Sets or removes a variable.</summary>
    public void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before) Environment.SetEnvironmentVariable(name, value);
        Config("");
        _folder.Delete(recursive: true);
    }

    private static void ForgetWhatTheSdkRead()
    {
        FallbackInternalConfigurationFactory.Reset();
        FallbackRegionFactory.Reset();
    }
}
