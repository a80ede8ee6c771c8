using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace Amazon.Tests.Support;

/// <summary>Compares what a client sends with what botocore sends for the same members, and has botocore validate these.</summary>
internal static class BotocoreComparison
{
    private const string Serialize = """
        import json, sys, botocore.session
        from botocore.awsrequest import prepare_request_dict, create_request_object
        from botocore.serialize import create_serializer
        from botocore.validate import ParamValidator
        asked = json.load(sys.stdin)
        model = botocore.session.Session().get_service_model(asked['service'])
        answers = []
        for name, params in asked['calls']:
            operation = model.operation_model(name)
            errors = ParamValidator().validate(params, operation.input_shape).generate_report()
            request = create_serializer(model.metadata['protocol']).serialize_to_request(params, operation)
            prepare_request_dict(request, endpoint_url='http://host')
            prepared = create_request_object(request).prepare()
            answers.append({'errors': errors, 'method': prepared.method, 'url': prepared.url[len('http://host'):],
                            'body': json.loads(request['body']) if request['body'] else None})
        json.dump(answers, sys.stdout)
        """;

    /// <summary>Runs calls and compares each.</summary>
    /// <param name="service">The service's name in botocore.</param>
    /// <param name="server">The server that the client calls.</param>
    /// <param name="client">The client.</param>
    /// <param name="calls">For each the name of the client's method, the call, and the members as botocore takes them, in JSON.</param>
    public static async Task AssertSameAsync<TClient>(
        string service, HostileEndpoint server, TClient client, IReadOnlyList<(string Name, Func<TClient, Task> Call, string Params)> calls)
        where TClient : AmazonServiceClient
    {
        foreach (var (_, call, _) in calls) await call(client);
        var sent = server.Requests;

        var botocore = Python.Run(Serialize, new JsonObject
        {
            ["service"] = service,
            ["calls"] = new JsonArray([.. calls.Select(call => new JsonArray(call.Name[..^"Async".Length], JsonNode.Parse(call.Params)))]),
        }).AsArray();

        Assert.Equal(calls.Count, sent.Count);
        for (int i = 0; i < calls.Count; i++)
        {
            Assert.Equal("", botocore[i]!["errors"]!.GetValue<string>());
            Assert.Equal(
                (botocore[i]!["method"]!.GetValue<string>(), Canonical(botocore[i]!["url"]!.GetValue<string>())), (sent[i].Method, Canonical(sent[i].Target)));
            JsonNode? body = sent[i].Body.Length == 0 ? null : sent[i].Json;
            Assert.True(JsonNode.DeepEquals(botocore[i]!["body"], body), $"{botocore[i]!["body"]}\n{sent[i].Text}");
        }
    }

    // The order of the query and the case of its hexadecimal digits are free.
    private static string Canonical(string target)
    {
        string[] sides = target.Split('?', 2);
        string query = sides.Length == 1
            ? ""
            : string.Join('&', sides[1].Split('&').Select(part => Uri.UnescapeDataString(part.Replace('+', ' '))).Order(StringComparer.Ordinal));
        return $"{sides[0]}?{query}";
    }
}
