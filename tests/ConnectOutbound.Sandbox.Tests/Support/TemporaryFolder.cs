namespace ConnectOutbound.Sandbox.Tests.Support;

/// <summary>An empty folder, deleted at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("connect-outbound-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
