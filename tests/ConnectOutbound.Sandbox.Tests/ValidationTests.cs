using System.Net;
using System.Text.Json.Nodes;
using ConnectOutbound.Sandbox.Tests.Support;

namespace ConnectOutbound.Sandbox.Tests;

public sealed class ValidationTests : IDisposable
{
    private readonly SandboxServer _sandbox = SandboxServer.Start(Sandboxes.NoQuota);
    private readonly SandboxClient _client;

    public ValidationTests() => _client = new SandboxClient(_sandbox);

    public void Dispose()
    {
        _client.Dispose();
        _sandbox.Dispose();
    }

    [Fact]
    public async Task The_required_members_alone_start_a_contact()
    {
        Answer answer = await _client.StartAsync(Bodies.Minimal());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(Guid.TryParse(answer.RequestId, out _));
        Assert.Null(answer.ErrorType);
    }

    [Fact]
    public async Task All_members_together_start_a_contact_that_is_kept_as_it_came()
    {
        JsonObject body = Bodies.Full();

        Answer answer = await _client.StartAsync(body);

        SandboxContact contact = Assert.Single(_sandbox.Contacts);
        Assert.Equal(answer.ContactId, contact.ContactId);
        Assert.Equal((Bodies.Destination, Bodies.Source, "connect:SMS"), (contact.Destination, contact.Source, contact.Subtype));
        Assert.Equal((Bodies.InstanceId, Bodies.FlowId, "token-1"), (contact.InstanceId, contact.ContactFlowId, contact.ClientToken));
        Assert.Equal("Your order is ready 📦", contact.Message);
        Assert.Equal(new Dictionary<string, string> { ["OrderId"] = "480001", ["Language"] = "日本語" }, contact.Attributes);
        Assert.Equal(body.ToJsonString(), contact.Body);
        Assert.Equal("AKIDEXAMPLE", contact.AccessKeyId);
    }

    [Fact]
    public async Task Contacts_are_a_copy_with_the_oldest_first()
    {
        await _client.StartAsync(Bodies.Minimal("first"));
        IReadOnlyList<SandboxContact> copy = _sandbox.Contacts;
        await _client.StartAsync(Bodies.Minimal("second"));

        Assert.Single(copy);
        Assert.Equal(["first", "second"], _sandbox.Contacts.Select(contact => contact.ClientToken));
    }

    [Theory]
    [InlineData("SourceEndpoint")]
    [InlineData("SourceEndpoint.Type")]
    [InlineData("SourceEndpoint.Address")]
    [InlineData("DestinationEndpoint")]
    [InlineData("DestinationEndpoint.Type")]
    [InlineData("DestinationEndpoint.Address")]
    [InlineData("InstanceId")]
    [InlineData("ContactFlowId")]
    [InlineData("SegmentAttributes")]
    [InlineData("SegmentAttributes.connect:Subtype")]
    [InlineData("ParticipantDetails.DisplayName")]
    [InlineData("InitialSystemMessage.ContentType")]
    [InlineData("InitialSystemMessage.Content")]
    [InlineData("InitialTemplatedSystemMessage.KnowledgeBaseId")]
    [InlineData("InitialTemplatedSystemMessage.MessageTemplateId")]
    [InlineData("InitialTemplatedSystemMessage.TemplateAttributes")]
    public async Task A_required_member_that_is_absent_or_null_is_refused_by_name(string path)
    {
        foreach (bool asNull in new[] { false, true })
        {
            JsonObject body = Bodies.Full();
            if (path.StartsWith("InitialTemplated", StringComparison.Ordinal))
            {
                body.Remove("InitialSystemMessage");
                body["InitialTemplatedSystemMessage"] = Bodies.Template();
            }

            (JsonObject parent, string name) = Resolve(body, path);
            parent.Remove(name);
            if (asNull)
            {
                parent[name] = null;
            }

            await AssertRefusedAsync(body, path);
        }
    }

    public static TheoryData<string, string, string> WrongValues => new()
    {
        // Types.
        { "InstanceId", "1", "a string" },
        { "ClientToken", "{}", "a string" },
        { "SourceEndpoint", "\"x\"", "a structure" },
        { "Attributes", "[]", "a map" },
        { "Attributes.OrderId", "7", "a string" },
        { "Attributes.OrderId", "null", "null" },
        { "SupportedMessagingContentTypes", "\"text/plain\"", "a list" },
        { "SupportedMessagingContentTypes", "[\"text/plain\",null]", "null" },
        { "ChatDurationInMinutes", "\"60\"", "a whole number" },
        { "ChatDurationInMinutes", "60.5", "a whole number" },
        { "ChatDurationInMinutes", "3000000000", "a whole number" },

        // Ranges and lengths.
        { "ChatDurationInMinutes", "59", "greater than or equal to 60" },
        { "ChatDurationInMinutes", "10081", "less than or equal to 10080" },
        { "InstanceId", Chars(0), "greater than or equal to 1" },
        { "InstanceId", Chars(101), "less than or equal to 100" },
        { "InstanceId", "\"instance/\"", "an id" },
        { "ContactFlowId", Chars(0), "greater than or equal to 1" },
        { "ContactFlowId", Chars(501), "less than or equal to 500" },
        { "ClientToken", Chars(501), "less than or equal to 500" },
        { "RelatedContactId", Chars(0), "greater than or equal to 1" },
        { "RelatedContactId", Chars(257), "less than or equal to 256" },
        { "ParticipantDetails.DisplayName", Chars(0), "greater than or equal to 1" },
        { "ParticipantDetails.DisplayName", Chars(257), "less than or equal to 256" },
        { "InitialSystemMessage.Content", Chars(0), "greater than or equal to 1" },
        { "InitialSystemMessage.Content", Chars(1025), "less than or equal to 1024" },
        { "SourceEndpoint.Address", Chars(257), "less than or equal to 256" },

        // Endpoints.
        { "SourceEndpoint.Type", "\"TELEPHONE_NUMBER\"", "must be CONNECT_PHONENUMBER_ARN" },
        { "SourceEndpoint.Type", "\"PHONE\"", "enum value set" },
        { "SourceEndpoint.Address", "\"+12065550100\"", "ARN of an Amazon Connect phone number" },
        { "SourceEndpoint.Address", "\"arn:aws:sms-voice:us-east-1:123456789012:phone-number/phone-1\"", "End User Messaging SMS" },
        { "SourceEndpoint.Address", "\"arn:aws:social-messaging:us-east-1:123456789012:phone-number-id/1\"", "End User Messaging Social" },
        { "SourceEndpoint.Address", "\"arn:aws:connect:us-east-1:123456789012:instance/1\"", "phone-number/ID" },
        { "DestinationEndpoint.Type", "\"EMAIL_ADDRESS\"", "must be TELEPHONE_NUMBER" },
        { "DestinationEndpoint.Address", "\"2065550100\"", "E.164" },
        { "DestinationEndpoint.Address", "\"+02065550100\"", "E.164" },
        { "DestinationEndpoint.Address", "\"+1 206 555 0100\"", "E.164" },
        { "DestinationEndpoint.Address", "\"+1234567890123456\"", "E.164" },
        { "DestinationEndpoint.Address", "\"+12065550100\\n\"", "E.164" },
        { "DestinationEndpoint.Address", "\"+1٢06555٠100\"", "E.164" },

        // Segment attributes.
        { "SegmentAttributes.connect:Subtype", """{"ValueString":"connect:Guide"}""", "connect:SMS or connect:WhatsApp" },
        { "SegmentAttributes.connect:Subtype", """{"ValueString":"sms"}""", "connect:SMS or connect:WhatsApp" },
        { "SegmentAttributes.connect:Subtype", """{"ValueInteger":1}""", "names the channel" },
        { "SegmentAttributes.priority", "{}", "Exactly one" },
        { "SegmentAttributes.priority", """{"ValueString":"a","ValueInteger":1}""", "Exactly one" },
        { "SegmentAttributes.priority", """{"ValueText":"a"}""", "no such member" },
        { "SegmentAttributes.priority", """{"ValueInteger":1.5}""", "a whole number" },
        { "SegmentAttributes.priority", """{"ValueMap":{"a":{"ValueMap":{"b":{}}}}}""", "ValueMap.a.ValueMap.b" },
        { "SegmentAttributes.priority", """{"ValueMap":{"a b":{"ValueInteger":1}}}""", "letters, digits" },
        { "SegmentAttributes.priority", """{"ValueList":[{"ValueInteger":1}]}""", "system-defined" },
        { "SegmentAttributes.priority", """{"ValueArn":"arn:aws:connect:x"}""", "system-defined" },
        { "SegmentAttributes.connect:Other", """{"ValueList":[{"ValueInteger":1},{}]}""", "ValueList[1]" },
        { "SegmentAttributes.connect:Other", """{"ValueArn":"x"}""", "an ARN" },
        { "SegmentAttributes.two words", """{"ValueString":"a"}""", "letters, digits" },
        { "SegmentAttributes.other:Name", """{"ValueString":"a"}""", "letters, digits" },

        // Attributes.
        { "Attributes.two words", "\"a\"", "letters, digits" },
        { "Attributes.größe", "\"a\"", "letters, digits" },

        // Messages.
        { "InitialSystemMessage.ContentType", "\"text/html\"", "must be one of" },
        { "InitialSystemMessage.ContentType", "\"text/markdown\"", "carry text/plain only" },
        { "InitialSystemMessage.ContentType", "\"application/json\"", "carry text/plain only" },
        { "SupportedMessagingContentTypes", "[]", "must contain text/plain" },
        { "SupportedMessagingContentTypes", "[\"text/markdown\"]", "must contain text/plain" },
        { "SupportedMessagingContentTypes", "[\"text/plain\",\"image/png\"]", "image/png" },
        { "SupportedMessagingContentTypes", "[\"text/plain\",\"\"]", "greater than or equal to 1" },

        // Members that are not there.
        { "Subtype", "\"connect:SMS\"", "no such member" },
        { "InitialSystemMessage.Text", "\"a\"", "no such member" },
        { "clientToken", "\"a\"", "no such member" },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public async Task A_wrong_value_is_refused_by_name_and_reason(string path, string json, string reason)
    {
        JsonObject body = Bodies.Full();
        (JsonObject parent, string name) = Resolve(body, path);
        parent[name] = JsonNode.Parse(json);

        await AssertRefusedAsync(body, path, reason);
    }

    public static TheoryData<string, string> RightValues => new()
    {
        { "ChatDurationInMinutes", "60" },
        { "ChatDurationInMinutes", "10080" },
        { "ChatDurationInMinutes", "null" },
        { "InstanceId", Chars(100) },
        { "ContactFlowId", Chars(500) },
        { "ClientToken", Chars(500) },
        { "RelatedContactId", Chars(256) },
        { "ParticipantDetails.DisplayName", Chars(256) },
        { "InitialSystemMessage.Content", Chars(1024) },
        { "DestinationEndpoint.Address", "\"+123456789012345\"" },
        { "SourceEndpoint.Address", "\"arn:aws-us-gov:connect:us-gov-west-1:123456789012:phone-number/abc-1\"" },
        { "SegmentAttributes.connect:Subtype", """{"ValueString":"connect:WhatsApp"}""" },
        { "SegmentAttributes.connect:Other", """{"ValueList":[{"ValueArn":"arn:aws:connect:x"},{"ValueMap":{}}]}""" },
        { "SegmentAttributes.priority", """{"ValueMap":{"a":{"ValueMap":{"b-c_D1":{"ValueInteger":-5}}}}}""" },
        { "SegmentAttributes.priority", """{"ValueString":"","ValueMap":null}""" },
        { "SupportedMessagingContentTypes", """["application/json","text/plain","application/vnd.amazonaws.connect.message.interactive"]""" },
        { "Attributes", "{}" },
    };

    [Theory]
    [MemberData(nameof(RightValues))]
    public async Task A_value_at_its_bound_is_taken(string path, string json)
    {
        JsonObject body = Bodies.Full();
        (JsonObject parent, string name) = Resolve(body, path);
        parent[name] = JsonNode.Parse(json);

        Answer answer = await _client.StartAsync(body);

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
    }

    [Fact]
    public async Task A_character_outside_the_basic_plane_counts_once()
    {
        JsonObject body = Bodies.Full();
        body["ParticipantDetails"]!["DisplayName"] = string.Concat(Enumerable.Repeat("📦", 256));
        Assert.Equal(HttpStatusCode.OK, (await _client.StartAsync(body)).Status);

        body["ParticipantDetails"]!["DisplayName"] = string.Concat(Enumerable.Repeat("📦", 257));
        await AssertRefusedAsync(body, "ParticipantDetails.DisplayName");
    }

    [Theory]
    [InlineData(32767, true)]
    [InlineData(32768, false)]
    public async Task Attributes_take_32768_bytes_in_all(int valueBytes, bool fits)
    {
        JsonObject body = Bodies.Minimal();
        string half = new('ä', (valueBytes - 1) / 4);
        body["Attributes"] = new JsonObject { ["a"] = half, ["bc"] = half + new string('x', valueBytes - 2 - (half.Length * 4)) };

        Answer answer = await _client.StartAsync(body);

        Assert.Equal(fits, answer.Status == HttpStatusCode.OK);
        Assert.Equal(fits, !answer.Text.Contains("32768 bytes of UTF-8", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("7777")]
    [InlineData("7777:3")]
    [InlineData("7777:$LATEST")]
    [InlineData("7777:$ACTIVE_VERSION")]
    [InlineData("arn:aws:wisdom:us-east-1:123456789012:message-template/kb-1/7777:2")]
    public async Task A_template_can_be_named_with_a_version(string id)
    {
        JsonObject body = Bodies.Minimal();
        body["InitialTemplatedSystemMessage"] = Bodies.Template(id);
        Assert.Equal(HttpStatusCode.OK, (await _client.StartAsync(body)).Status);
    }

    [Theory]
    [InlineData("7777:")]
    [InlineData("7777:latest")]
    [InlineData("7777:$LATEST:1")]
    public async Task A_template_version_that_cannot_be_is_refused(string id)
    {
        JsonObject body = Bodies.Minimal();
        body["InitialTemplatedSystemMessage"] = Bodies.Template(id);
        await AssertRefusedAsync(body, "InitialTemplatedSystemMessage.MessageTemplateId");
    }

    [Fact]
    public async Task Template_attributes_may_be_empty()
    {
        JsonObject body = Bodies.Minimal();
        body["InitialTemplatedSystemMessage"] = Bodies.Template();
        body["InitialTemplatedSystemMessage"]!["TemplateAttributes"] = new JsonObject();
        Assert.Equal(HttpStatusCode.OK, (await _client.StartAsync(body)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ana")]
    [InlineData("[1]")]
    public async Task Customer_profile_attributes_are_a_string_of_a_JSON_object(string profile)
    {
        JsonObject body = Bodies.Minimal();
        body["InitialTemplatedSystemMessage"] = Bodies.Template();
        body["InitialTemplatedSystemMessage"]!["TemplateAttributes"]!["CustomerProfileAttributes"] = profile;
        await AssertRefusedAsync(body, "CustomerProfileAttributes");
    }

    [Fact]
    public async Task Both_messages_are_taken_only_where_allowed()
    {
        JsonObject body = Bodies.Full();
        body["InitialTemplatedSystemMessage"] = Bodies.Template();
        await AssertRefusedAsync(body, "Only one of InitialSystemMessage and InitialTemplatedSystemMessage");

        using var lenient = SandboxServer.Start(Sandboxes.NoQuota with { AllowBothMessages = true });
        using var client = new SandboxClient(lenient);
        Assert.Equal(HttpStatusCode.OK, (await client.StartAsync(body)).Status);
    }

    [Fact]
    public async Task All_faults_are_told_in_one_message()
    {
        JsonObject body = Bodies.Full();
        body["ChatDurationInMinutes"] = 1;
        body["DestinationEndpoint"]!["Address"] = "0123";
        body.Remove("ContactFlowId");

        Answer answer = await _client.StartAsync(body);

        Assert.StartsWith("3 validation errors detected: ", answer.Message, StringComparison.Ordinal);
        Assert.Contains("Value '1' at 'ChatDurationInMinutes'", answer.Message, StringComparison.Ordinal);
        Assert.Contains("Value '0123' at 'DestinationEndpoint.Address'", answer.Message, StringComparison.Ordinal);
        Assert.Contains("Value at 'ContactFlowId'", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Very_many_and_very_long_faults_make_no_long_message()
    {
        JsonObject body = Bodies.Minimal();
        body["Attributes"] = new JsonObject(Enumerable.Range(0, 500).Select(i => KeyValuePair.Create($"{i}{new string(' ', 500)}", (JsonNode?)"a")));

        Answer answer = await _client.StartAsync(body);

        Assert.StartsWith("501 validation errors", answer.Message, StringComparison.Ordinal);
        Assert.EndsWith("; and 481 more", answer.Message, StringComparison.Ordinal);
        Assert.True(answer.Message.Length < 8000);
    }

    [Theory]
    [InlineData("""{"InstanceId":"a","InstanceId":"b"}""")]
    [InlineData("""{"InstanceId":"a","InstanceId":null}""")]
    [InlineData("""{"InstanceId":null,"InstanceId":"a"}""")]
    public async Task A_member_that_appears_twice_is_refused(string twice)
    {
        string rest = Bodies.Minimal().ToJsonString()[1..];
        Answer answer = await _client.StartAsync(twice[..^1] + "," + rest);

        Assert.Equal("InvalidRequestException", answer.ErrorType);
        Assert.Contains("'InstanceId' failed to satisfy constraint: A member must not appear twice", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"InstanceId\":\"a\",}")]
    [InlineData("{\"InstanceId\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("{} {}")]
    [InlineData("<xml/>")]
    public async Task A_body_that_is_no_JSON_object_answers_SerializationException(string body)
    {
        Answer answer = await _client.StartAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, "SerializationException"), (answer.Status, answer.ErrorType));
        Assert.NotEmpty(answer.Message);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF_8_answers_SerializationException()
    {
        Answer answer = await _client.SendAsync(_client.Request(new ByteArrayContent([(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}'])));

        Assert.Equal("SerializationException", answer.ErrorType);
    }

    [Fact]
    public async Task Very_deep_JSON_answers_SerializationException()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"ValueMap\":", 5000)) + "1" + new string('}', 5000);

        Assert.Equal("SerializationException", (await _client.StartAsync(deep)).ErrorType);
    }

    [Fact]
    public async Task An_empty_body_lacks_the_required_members()
    {
        Answer answer = await _client.StartAsync("");

        Assert.Equal("InvalidRequestException", answer.ErrorType);
        Assert.StartsWith("5 validation errors", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InstanceId")]
    [InlineData("ContactFlowId")]
    public async Task Unknown_ids_answer_ResourceNotFoundException_where_the_known_ones_are_set(string member)
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { InstanceIds = [Bodies.InstanceId], ContactFlowIds = [Bodies.FlowId] });
        using var client = new SandboxClient(sandbox);
        JsonObject body = Bodies.Minimal();
        Assert.Equal(HttpStatusCode.OK, (await client.StartAsync(body)).Status);

        body[member] = "99999999-0000-0000-0000-000000000009";
        Answer answer = await client.StartAsync(body);

        Assert.Equal((HttpStatusCode.NotFound, "ResourceNotFoundException"), (answer.Status, answer.ErrorType));
        Assert.Contains("99999999-0000-0000-0000-000000000009", answer.Message, StringComparison.Ordinal);
        Assert.Equal(1, sandbox.ContactCount);
    }

    [Theory]
    [InlineData("GET", "/contacts", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/contact/outbound-chat/", HttpStatusCode.NotFound)]
    [InlineData("POST", "/", HttpStatusCode.NotFound)]
    [InlineData("POST", "/contact/outbound-chat", HttpStatusCode.MethodNotAllowed)]
    public async Task Another_path_or_method_answers_UnknownOperationException(string method, string path, HttpStatusCode status)
    {
        Answer answer = await _client.SendAsync(_client.Request(null, new HttpMethod(method), path));

        Assert.Equal((status, "UnknownOperationException"), (answer.Status, answer.ErrorType));
    }

    private async Task AssertRefusedAsync(JsonObject body, params string[] told)
    {
        Answer answer = await _client.StartAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, "InvalidRequestException"), (answer.Status, answer.ErrorType));
        Assert.All(told, text => Assert.Contains(text, answer.Message, StringComparison.Ordinal));
        Assert.Equal(0, _sandbox.Contacts.Count(contact => contact.Body == body.ToJsonString()));
    }

    private static (JsonObject Parent, string Name) Resolve(JsonObject body, string path)
    {
        string[] parts = path.Split('.');
        JsonNode parent = body;
        foreach (string part in parts[..^1])
        {
            parent = parent[part]!;
        }

        return (parent.AsObject(), parts[^1]);
    }

    private static string Chars(int count) => $"\"{new string('a', count)}\"";
}
