using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ConnectOutbound.Sandbox.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace ConnectOutbound.Sandbox.Tests;

public sealed class FuzzTests : IDisposable
{
    private readonly SandboxServer _sandbox = SandboxServer.Start(Sandboxes.NoQuota);
    private readonly SandboxClient _client;

    public FuzzTests() => _client = new SandboxClient(_sandbox);

    public void Dispose()
    {
        _client.Dispose();
        _sandbox.Dispose();
    }

    [Fact]
    public async Task Random_bytes_never_take_the_server_down()
    {
        var random = new Random(1);
        byte[][] inputs = [.. Enumerable.Range(0, 300).Select(_ => RandomBytes(random, random.Next(0, 2000)))];

        await Parallel.ForEachAsync(inputs, async (bytes, _) => await SendAsync(bytes));

        await AssertServesAsync();
    }

    [Fact]
    public async Task Randomly_changed_requests_never_fail_the_server_and_never_create_an_invalid_contact()
    {
        var random = new Random(2);
        byte[] valid = Encoding.UTF8.GetBytes(RawClient.StartRequest(Bodies.Full(token: null), "Connection: close\r\n"));
        byte[][] inputs = [.. Enumerable.Range(0, 1500).Select(_ => Mutate(valid, random))];

        string[] answers = new string[inputs.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, inputs.Length), async (i, _) => answers[i] = await SendAsync(inputs[i]));

        Assert.All(answers, answer => Assert.Matches(@"^$|^HTTP/1\.1 (200|4\d\d|501|505) ", answer));
        Assert.Contains(answers, answer => answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal));
        Assert.Contains(answers, answer => answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal));
        Assert.All(_sandbox.Contacts, AssertIsValid);
        await AssertServesAsync();
    }

    [Fact]
    public async Task Randomly_changed_requests_around_the_send_never_fail_the_server()
    {
        var random = new Random(3);
        string instance = _sandbox.Instances[0].InstanceId;
        string contact = (await _client.StartAsync(Bodies.Minimal(null, instance))).ContactId!;
        byte[][] valid =
        [
            .. new[]
            {
                Request("GET", "/instance?maxResults=1&nextToken=cGFnZTow", ""),
                Request("GET", $"/contact-flows-summary/{instance}?contactFlowTypes=CONTACT_FLOW&maxResults=2", ""),
                Request("POST", "/phone-number/list", $$"""{"InstanceId":"{{instance}}","MaxResults":2,"PhoneNumberTypes":["DID"],"PhoneNumberPrefix":"+1"}"""),
                Request("GET", $"/contacts/{instance}/{contact}", ""),
                Request("POST", "/contact/stop", $$"""{"InstanceId":"{{instance}}","ContactId":"{{contact}}"}"""),
            }.Select(Encoding.UTF8.GetBytes),
        ];
        byte[][] inputs = [.. Enumerable.Range(0, 2000).Select(i => Mutate(valid[i % valid.Length], random))];

        string[] answers = new string[inputs.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, inputs.Length), async (i, _) => answers[i] = await SendAsync(inputs[i]));

        Assert.All(answers, answer => Assert.Matches(@"^$|^HTTP/1\.1 (200|4\d\d|501|505) ", answer));
        Assert.All(
            new[] { "200", "400", "404", "410" },
            status => Assert.Contains(answers, answer => answer.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal)));
        await AssertServesAsync();
    }

    [Fact]
    public void Randomly_changed_members_never_fail_the_server_and_never_create_an_invalid_contact()
    {
        Gen<string> json = Gen.Elements(
            "null", "true", "0", "-1", "60", "1e400", "99999999999", "\"\"", "\"a\"", "\"+12065550100\"", "\"\\u0000\"", "\"\\uD83D\\uDCE6\"", "\"x\\r\\ny\"",
            "[]", "[null]", "[[]]", "{}", "{\"\":{}}", "{\"ValueString\":\"a\"}", "{\"ValueMap\":{\"a\":{\"ValueMap\":{}}}}", "{\"a\":\"b\"}");
        Gen<(int, string)[]> changes = Gen.ArrayOf(Gen.Choose(0, 60).SelectMany(_ => json, (place, value) => (place, value)), 3);
        var config = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20260301, 1);

        Prop.ForAll(changes.ToArbitrary(), async list =>
        {
            JsonObject body = Bodies.Full(token: null);
            body["InitialTemplatedSystemMessage"] = null;
            foreach ((int place, string value) in list)
            {
                (JsonObject parent, string name)[] members = [.. Members(body)];
                (JsonObject parent, string name) = members[place % members.Length];
                parent[name] = JsonNode.Parse(value);
            }

            Answer answer = await _client.StartAsync(body);
            return answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest;
        }).Check(config);

        Assert.All(_sandbox.Contacts, AssertIsValid);
    }

    /// <summary>The API reference's rules for a contact, written once more and in another way.</summary>
    private static void AssertIsValid(SandboxContact contact)
    {
        Assert.Matches(new Regex(@"\A\+[1-9]\d{1,14}\z", RegexOptions.ECMAScript), contact.Destination);
        Assert.StartsWith("arn:aws", contact.Source, StringComparison.Ordinal);
        Assert.Contains(":phone-number/", contact.Source, StringComparison.Ordinal);
        Assert.Contains(contact.Subtype, new[] { "connect:SMS", "connect:WhatsApp" });
        Assert.InRange(contact.Message?.Length ?? 1, 1, 2048);
        Assert.InRange(contact.InstanceId.Length, 1, 200);
        Assert.InRange(contact.ContactFlowId.Length, 1, 1000);
        Assert.All(contact.Attributes.Keys, key => Assert.Matches(@"\A[A-Za-z0-9_-]+\z", key));
        Assert.InRange(contact.Attributes.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key + pair.Value)), 0, 32768);
        JsonNode body = JsonNode.Parse(contact.Body)!;
        Assert.InRange((int?)body["ChatDurationInMinutes"] ?? 60, 60, 10080);
        Assert.InRange(((string?)body["ClientToken"])?.Length ?? 0, 0, 1000);
        Assert.Equal("TELEPHONE_NUMBER", (string?)body["DestinationEndpoint"]!["Type"]);
        Assert.Equal("CONNECT_PHONENUMBER_ARN", (string?)body["SourceEndpoint"]!["Type"]);
    }

    private static string Request(string method, string target, string body)
    {
        string timestamp = SandboxClient.Timestamp(DateTimeOffset.UtcNow);
        return $"{method} {target} HTTP/1.1\r\nHost: localhost\r\nX-Amz-Date: {timestamp}\r\nAuthorization: {SandboxClient.Authorization(timestamp)}\r\n"
            + $"Connection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonObject parent) =>
        parent.ToList().SelectMany(pair => new[] { (parent, pair.Key) }.Concat(pair.Value is JsonObject inner ? Members(inner) : []));

    private static byte[] Mutate(byte[] valid, Random random)
    {
        var bytes = new List<byte>(valid);
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            int place = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(place, Math.Min(random.Next(1, 20), bytes.Count - place));
                    break;
                case 2:
                    bytes.InsertRange(place, RandomBytes(random, random.Next(1, 10)));
                    break;
                default:
                    bytes[place] = (byte)"{}[]\",:0+\r\n\\ "[random.Next(13)];
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] RandomBytes(Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private async Task<string> SendAsync(byte[] bytes)
    {
        using RawClient raw = await RawClient.ConnectAsync(_sandbox);
        try
        {
            await raw.SendAsync(bytes);
            raw.Socket.Shutdown(SocketShutdown.Send);
            return await raw.ReadToEndAsync();
        }
        catch (SocketException)
        {
            // It hung up before all was sent.
            return "";
        }
    }

    private async Task AssertServesAsync() => Assert.Equal(HttpStatusCode.OK, (await _client.StartAsync(Bodies.Minimal())).Status);
}
