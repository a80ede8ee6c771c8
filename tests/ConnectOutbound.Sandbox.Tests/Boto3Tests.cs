using System.Text.Json.Nodes;
using ConnectOutbound.Sandbox.Tests.Support;

namespace ConnectOutbound.Sandbox.Tests;

public sealed class Boto3Tests
{
    // Sends each request that it reads from its argument; prints one line of JSON for each.
    private const string Program = """
        import json, sys
        import boto3
        client = boto3.client('connect', endpoint_url=sys.argv[1])
        for request in json.loads(sys.argv[2]):
            try:
                answer = client.start_outbound_chat_contact(**request)
                print(json.dumps({'id': answer['ContactId'], 'request': answer['ResponseMetadata']['RequestId']}))
            except client.exceptions.ClientError as error:
                response = error.response
                print(json.dumps({
                    'class': type(error).__name__, 'code': response['Error']['Code'], 'message': response['Error']['Message'],
                    'status': response['ResponseMetadata']['HTTPStatusCode'], 'request': response['ResponseMetadata'].get('RequestId')}))
            except Exception as error:
                print(json.dumps({'class': type(error).__name__}))
        """;

    private const string SessionToken = "IQoJb3JpZ2luX2VjEXAMPLE/token+with=signs==";

    private static readonly SandboxOptions Signed = new() { AccessKey = RealClients.AccessKey, SecretKey = RealClients.SecretKey };

    [Boto3Fact]
    public async Task Boto3_sends_all_members_at_once_and_its_real_signature_is_right()
    {
        using var sandbox = SandboxServer.Start(Signed with { AllowBothMessages = true });
        JsonObject request = Bodies.Full();
        request["InitialTemplatedSystemMessage"] = Bodies.Template();

        JsonNode answer = Assert.Single(await RunAsync(sandbox, [request]));

        SandboxContact contact = Assert.Single(sandbox.Contacts);
        Assert.Equal(contact.ContactId, (string?)answer["id"]);
        Assert.True(Guid.TryParse((string?)answer["request"], out _));
        Assert.True(JsonNode.DeepEquals(request, JsonNode.Parse(contact.Body)), contact.Body);
    }

    [Boto3Fact]
    public async Task Boto3_fills_in_a_token_of_its_own()
    {
        using var sandbox = SandboxServer.Start(Signed);

        await RunAsync(sandbox, [Bodies.Minimal(), Bodies.Minimal()]);

        Assert.Equal(2, sandbox.Contacts.Select(contact => contact.ClientToken).OfType<string>().Distinct().Count());
    }

    [Boto3Fact]
    public async Task A_session_token_is_checked_with_the_signature()
    {
        using var sandbox = SandboxServer.Start(Signed with { SessionToken = SessionToken });

        JsonNode right = Assert.Single(await RunAsync(sandbox, [Bodies.Minimal()], new() { ["AWS_SESSION_TOKEN"] = SessionToken }));
        JsonNode wrong = Assert.Single(await RunAsync(sandbox, [Bodies.Minimal()], new() { ["AWS_SESSION_TOKEN"] = "another" }));
        JsonNode absent = Assert.Single(await RunAsync(sandbox, [Bodies.Minimal()]));

        Assert.NotNull(right["id"]);
        Assert.Equal("UnrecognizedClientException", (string?)wrong["code"]);
        Assert.Equal("UnrecognizedClientException", (string?)absent["code"]);
        Assert.Equal(1, sandbox.ContactCount);
    }

    [Boto3Fact]
    public async Task Boto3_raises_the_errors_of_the_service_with_their_codes_and_messages()
    {
        SandboxFaultKind[] kinds =
        [
            SandboxFaultKind.Throttle, SandboxFaultKind.LimitExceeded, SandboxFaultKind.InternalError, SandboxFaultKind.Conflict,
            SandboxFaultKind.InvalidRequest, SandboxFaultKind.AccessDenied, SandboxFaultKind.NotFound, SandboxFaultKind.ExpiredToken,
        ];
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { FaultHook = info => kinds[(int)info.SequenceNumber - 1] });

        JsonNode[] answers = await RunAsync(sandbox, [.. kinds.Select(_ => Bodies.Minimal())]);

        Assert.Equal(
            [
                "ThrottlingException 429", "LimitExceededException 429", "InternalServiceException 500", "ConflictException 409",
                "InvalidRequestException 400", "AccessDeniedException 403", "ResourceNotFoundException 404", "ExpiredTokenException 403",
            ],
            answers.Select(answer => $"{answer["code"]} {answer["status"]}"));

        // All but the last are in the service's model, and so have a class of their own.
        Assert.Equal(answers[..^1].Select(answer => (string?)answer["code"]), answers[..^1].Select(answer => (string?)answer["class"]));
        Assert.Equal("ClientError", (string?)answers[^1]["class"]);
        Assert.All(answers, answer => Assert.NotEmpty((string?)answer["message"] ?? ""));
        Assert.All(answers, answer => Assert.True(Guid.TryParse((string?)answer["request"], out _)));
        Assert.Equal("Rate exceeded", (string?)answers[0]["message"]);
    }

    [Boto3Fact]
    public async Task Boto3_notices_each_way_of_a_spoiled_answer()
    {
        SandboxFaultKind[] kinds =
        [
            SandboxFaultKind.CutBefore, SandboxFaultKind.CutAfter, SandboxFaultKind.CutAfterStatusLine, SandboxFaultKind.TruncatedJson,
            SandboxFaultKind.InvalidJson, SandboxFaultKind.UnavailableHtml,
        ];
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { FaultHook = info => kinds[(int)info.SequenceNumber - 1] });

        JsonNode[] answers = await RunAsync(sandbox, [.. kinds.Select(_ => Bodies.Minimal())]);

        Assert.Equal(6, answers.Length);
        Assert.All(answers, answer => Assert.Null(answer["id"]));
        Assert.Equal((4, 6L), (sandbox.ContactCount, sandbox.FaultCount));
    }

    [Boto3Fact]
    public async Task Botocore_signs_paths_queries_and_headers_as_they_are_verified()
    {
        const string Sign = """
            import json, sys
            from botocore.auth import SigV4Auth
            from botocore.awsrequest import AWSRequest
            from botocore.credentials import Credentials
            request = AWSRequest(method=sys.argv[1], url=sys.argv[2], data=sys.argv[3].encode(), headers=json.loads(sys.argv[4]))
            SigV4Auth(Credentials(*sys.argv[5:]), 'connect', 'eu-west-2').add_auth(request)
            print(json.dumps(dict(request.headers.items())))
            """;
        (string Method, string Target, string Body, string Headers)[] requests =
        [
            ("GET", "/contacts/a%20b/c%2Fd?maxResults=10&nextToken=a%2Bb%3D%3D&empty=", "", "{}"),
            ("GET", "/contact-flows-summary/x?b=2&a=1&a=0&%C3%A4=%E2%82%AC", "", """{"X-Amz-Meta":"  two   blanks  ","Accept":"a"}"""),
            ("POST", "/contact/stop", """{"ContactId":"ä"}""", """{"Content-Type":"application/json"}"""),
        ];
        var authenticator = new Signing.RequestAuthenticator(Signed, TimeProvider.System);

        foreach ((string method, string target, string body, string headers) in requests)
        {
            ProcessOutcome outcome = await RealClients.RunAsync(
                "python3", ["-c", Sign, method, $"http://localhost:8000{target}", body, headers, RealClients.AccessKey, RealClients.SecretKey]);
            Assert.True(outcome.ExitCode == 0, outcome.Error);
            string lines = string.Concat(JsonNode.Parse(outcome.Output)!.AsObject().Select(pair => $"{pair.Key}: {pair.Value}\r\n"));
            string head = $"{method} {target} HTTP/1.1\r\nHost: localhost:8000\r\n{lines}\r\n";
            var parsed = Http.HttpHeadParser.Parse(System.Text.Encoding.UTF8.GetBytes(head), Http.HttpLimits.Default);
            byte[] bytes = System.Text.Encoding.UTF8.GetBytes(body);

            Assert.Null(authenticator.Check(new Http.HttpRequest(parsed, bytes), "connect").Error);
            Assert.NotNull(authenticator.Check(new Http.HttpRequest(parsed with { Query = parsed.Query + "&more=1" }, bytes), "connect").Error);
            Assert.NotNull(authenticator.Check(new Http.HttpRequest(parsed, new byte[] { 1 }), "connect").Error);
        }
    }

    private static async Task<JsonNode[]> RunAsync(OutboundSandbox sandbox, JsonArray requests, Dictionary<string, string>? variables = null)
    {
        ProcessOutcome outcome = await RealClients.RunAsync("python3", ["-c", Program, sandbox.EndpointUrl, requests.ToJsonString()], variables);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}
