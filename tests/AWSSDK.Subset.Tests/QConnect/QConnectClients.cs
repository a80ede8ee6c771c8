using Amazon.QConnect;
using Amazon.Tests.Support;

namespace Amazon.Tests.QConnect;

/// <summary>Clients of Amazon Q in Connect that call a loopback server with known credentials.</summary>
internal static class QConnectClients
{
    public const string KnowledgeBaseId = "0a1b2c3d-1111-2222-3333-444455556666";
    public const string TemplateId = "9f8e7d6c-aaaa-bbbb-cccc-ddddeeeeffff";
    public const string TemplateArn = $"arn:aws:wisdom:eu-central-1:111122223333:message-template/{KnowledgeBaseId}/{TemplateId}:$LATEST";

    public static AmazonQConnectClient For(HostileEndpoint server) => new(Clients.AccessKey, Clients.Secret, new AmazonQConnectConfig
    {
        ServiceURL = server.Url,
        AuthenticationRegion = Clients.Region,
        MaxErrorRetry = 0,
        Timeout = TimeSpan.FromSeconds(60),
    });
}
