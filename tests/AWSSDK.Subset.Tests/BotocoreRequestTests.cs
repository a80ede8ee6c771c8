using System.Text.Json.Nodes;
using Amazon.Tests.Support;

namespace Amazon.Tests;

public sealed class BotocoreRequestTests
{
    private const string Serialize = """
        import json, sys, botocore.session
        from botocore.serialize import create_serializer
        from botocore.validate import ParamValidator
        model = botocore.session.Session().get_service_model('connect')
        operation = model.operation_model('StartOutboundChatContact')
        params = json.loads(sys.stdin.buffer.read().decode('utf-8'))
        errors = ParamValidator().validate(params, operation.input_shape).generate_report()
        request = create_serializer(model.metadata['protocol']).serialize_to_request(params, operation)
        json.dump({'errors': errors, 'method': request['method'], 'path': request['url_path'], 'body': json.loads(request['body']),
                   'members': sorted(operation.input_shape.members)}, sys.stdout)
        """;

    [BotocoreFact]
    public async Task Botocore_finds_the_body_valid_and_sends_the_same_for_the_same_members()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, """{"ContactId":"c-1"}"""));
        using var client = Clients.For(server);
        await client.StartOutboundChatContactAsync(SampleRequests.Complete());
        var sent = Assert.Single(server.Requests);

        var botocore = Python.Run(Serialize, sent.Json);

        Assert.Equal("", botocore["errors"]!.GetValue<string>());
        Assert.Equal((botocore["method"]!.GetValue<string>(), botocore["path"]!.GetValue<string>()), (sent.Method, sent.Target));
        Assert.True(JsonNode.DeepEquals(botocore["body"], sent.Json), $"{botocore["body"]}\n{sent.Text}");
    }

    [BotocoreFact]
    public void The_sample_has_every_member_that_botocore_knows()
    {
        var members = Python.Run(Serialize, JsonNode.Parse(SampleRequests.CompleteJson)!)["members"]!.AsArray().Select(name => name!.GetValue<string>());

        Assert.Equal(members, JsonNode.Parse(SampleRequests.CompleteJson)!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
    }
}
