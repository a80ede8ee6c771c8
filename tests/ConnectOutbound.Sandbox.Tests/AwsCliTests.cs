using System.Text.Json.Nodes;
using ConnectOutbound.Sandbox.Tests.Support;

namespace ConnectOutbound.Sandbox.Tests;

public sealed class AwsCliTests
{
    [AwsCliFact]
    public async Task The_command_line_starts_a_contact_once_for_a_token()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions { AccessKey = RealClients.AccessKey, SecretKey = RealClients.SecretKey });

        ProcessOutcome[] outcomes = await Task.WhenAll(StartAsync(sandbox, Bodies.Destination), StartAsync(sandbox, Bodies.Destination));

        Assert.All(outcomes, outcome => Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error)));
        SandboxContact contact = Assert.Single(sandbox.Contacts);
        Assert.All(outcomes, outcome => Assert.Equal(contact.ContactId, (string?)JsonNode.Parse(outcome.Output)!["ContactId"]));
        Assert.Equal(("cli-token", "Hello", RealClients.AccessKey), (contact.ClientToken, contact.Message, contact.AccessKeyId));
    }

    [AwsCliFact]
    public async Task The_command_line_shows_the_error_and_its_message()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions());

        ProcessOutcome outcome = await StartAsync(sandbox, "2065550100");

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(
            "An error occurred (InvalidRequestException) when calling the StartOutboundChatContact operation: ",
            outcome.Error,
            StringComparison.Ordinal);
        Assert.Contains("Value '2065550100' at 'DestinationEndpoint.Address'", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("E.164", outcome.Error, StringComparison.Ordinal);
    }

    [AwsCliFact]
    public async Task The_command_line_shows_that_credentials_are_refused()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions { AccessKey = RealClients.AccessKey, SecretKey = "another" });

        ProcessOutcome outcome = await StartAsync(sandbox, Bodies.Destination);

        Assert.Contains("(InvalidSignatureException)", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(0, sandbox.ContactCount);
    }

    private static Task<ProcessOutcome> StartAsync(OutboundSandbox sandbox, string destination) => RealClients.RunAsync("aws",
    [
        "connect", "start-outbound-chat-contact", "--endpoint-url", sandbox.EndpointUrl, "--output", "json",
        "--source-endpoint", $"Type=CONNECT_PHONENUMBER_ARN,Address={Bodies.Source}",
        "--destination-endpoint", $"Type=TELEPHONE_NUMBER,Address={destination}",
        "--instance-id", Bodies.InstanceId, "--contact-flow-id", Bodies.FlowId,
        "--segment-attributes", """{"connect:Subtype":{"ValueString":"connect:SMS"}}""",
        "--initial-system-message", "ContentType=text/plain,Content=Hello",
        "--client-token", "cli-token",
    ]);
}
