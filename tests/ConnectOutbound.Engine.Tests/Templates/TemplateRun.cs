using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Templates;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Templates;

/// <summary>A directory of a sandbox's templates over real HTTP.</summary>
internal sealed class TemplateRun : IDisposable
{
    private readonly TemplateConnection _connection;

    public TemplateRun(SandboxOptions? options = null, RetryPolicy? retry = null)
    {
        Sandbox = SandboxServer.Start(options ?? Free);
        _connection = TemplateConnection.Open(Settings(Sandbox), 8, TimeSpan.FromSeconds(20));
        Directory = new TemplateDirectory(_connection.Client, new Pacer(TimeProvider.System), retry ?? Quick);
    }

    public static SandboxOptions Free { get; } = new() { TemplateRequestsPerSecond = double.PositiveInfinity };

    public static RetryPolicy Quick { get; } = new()
    {
        MaxAttempts = 4,
        FirstDelay = TimeSpan.FromMilliseconds(1),
        LongestDelay = TimeSpan.FromMilliseconds(5),
    };

    public SandboxServer Sandbox { get; }

    public TemplateDirectory Directory { get; }

    public Amazon.QConnect.IAmazonQConnect Client => _connection.Client;

    public string KnowledgeBaseId => Sandbox.Templates[0].KnowledgeBaseId;

    public static ConnectionSettings Settings(OutboundSandbox sandbox) =>
        new() { EndpointUrl = sandbox.EndpointUrl, AccessKey = "AKIAEXAMPLE", SecretKey = "secret", Region = "us-east-1" };

    public void Dispose()
    {
        Directory.Dispose();
        _connection.Dispose();
        Sandbox.Dispose();
    }
}
