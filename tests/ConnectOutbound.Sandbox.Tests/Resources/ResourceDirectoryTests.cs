namespace ConnectOutbound.Sandbox.Tests.Resources;

public sealed class ResourceDirectoryTests : IDisposable
{
    private readonly SandboxServer _sandbox = SandboxServer.Start(new SandboxOptions());

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_new_sandbox_has_an_instance_with_flows_and_a_number_of_each_kind()
    {
        SandboxInstance instance = Assert.Single(_sandbox.Instances);
        Assert.Equal(("sandbox", $"arn:aws:connect:us-east-1:111122223333:instance/{instance.InstanceId}"), (instance.Alias, instance.Arn));
        Assert.All(_sandbox.Flows, flow => Assert.Equal($"{instance.Arn}/contact-flow/{flow.ContactFlowId}", flow.Arn));
        Assert.Contains(_sandbox.Flows, flow => flow is { Type: "CONTACT_FLOW", State: "ACTIVE", Status: "PUBLISHED" });
        Assert.Contains(_sandbox.Flows, flow => flow.State == "ARCHIVED");
        Assert.Contains(_sandbox.Flows, flow => flow.Status == "SAVED");
        Assert.Contains(_sandbox.Flows, flow => flow.Type != "CONTACT_FLOW");
        Assert.Equal([OutboundChannel.SMS, OutboundChannel.WhatsApp, null], _sandbox.PhoneNumbers.Select(number => number.Channel));
        Assert.Equal(
            ["arn:aws:sms-voice", "arn:aws:social-messaging", null],
            _sandbox.PhoneNumbers.Select(number => number.SourcePhoneNumberArn is { } arn ? string.Join(':', arn.Split(':')[..3]) : null));
        Assert.All(_sandbox.PhoneNumbers, number => Assert.Equal($"arn:aws:connect:us-east-1:111122223333:phone-number/{number.PhoneNumberId}", number.Arn));
    }

    [Fact]
    public void What_is_added_is_there_and_stays_when_the_sandbox_is_cleared()
    {
        SandboxInstance instance = _sandbox.AddInstance("second-1");
        SandboxFlow flow = _sandbox.AddFlow("Outbound message", "agent_hold", "archived", "saved", instance.Arn);
        SandboxFlow plain = _sandbox.AddFlow("Mine");
        SandboxPhoneNumber number = _sandbox.AddPhoneNumber("+4915123456789", OutboundChannel.WhatsApp, "TOLL_FREE", instance.InstanceId);

        _sandbox.Clear();

        Assert.Equal((instance, plain, number), (_sandbox.Instances[^1], _sandbox.Flows[^1], _sandbox.PhoneNumbers[^1]));
        Assert.Equal(("AGENT_HOLD", "ARCHIVED", "SAVED", instance.InstanceId), (flow.Type, flow.State, flow.Status, flow.InstanceId));
        Assert.Equal(("CONTACT_FLOW", "ACTIVE", "PUBLISHED", _sandbox.Instances[0].InstanceId), (plain.Type, plain.State, plain.Status, plain.InstanceId));
        Assert.Equal(("DE", "TOLL_FREE", instance.InstanceId), (number.CountryCode, number.Type, number.InstanceId));
    }

    [Theory]
    [InlineData("+12065550199", "US")]
    [InlineData("+85251234567", "HK")]
    [InlineData("+35850123456", "FI")]
    [InlineData("+6591234567", "SG")]
    [InlineData("+99812345678", null)]
    [InlineData("+99", null)]
    public void The_country_of_a_number_is_told_where_it_is_known(string number, string? country)
    {
        Assert.Equal(country, _sandbox.AddPhoneNumber(number).CountryCode);
    }

    [Fact]
    public void Ids_of_the_options_take_the_place_of_the_examples()
    {
        using var sandbox = SandboxServer.Start(
            new SandboxOptions { InstanceIds = ["one", "arn:aws:connect:us-east-1:1:instance/two", "ONE"], ContactFlowIds = ["f-1", "f-2"] });

        Assert.Equal(["one sandbox", "two sandbox-2"], sandbox.Instances.Select(instance => $"{instance.InstanceId} {instance.Alias}"));
        Assert.Equal(["f-1 one", "f-2 one"], sandbox.Flows.Select(flow => $"{flow.ContactFlowId} {flow.InstanceId}"));
        Assert.All(sandbox.PhoneNumbers, number => Assert.Equal("one", number.InstanceId));
    }

    [Fact]
    public void A_sandbox_may_have_no_instance()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions { InstanceIds = [] });

        Assert.Empty(sandbox.Instances);
        Assert.Empty(sandbox.PhoneNumbers);
        Assert.Throws<ArgumentException>(() => sandbox.AddFlow("a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("d-x")]
    [InlineData("-x")]
    [InlineData("x-")]
    [InlineData("x y")]
    [InlineData("Sandbox")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_alias_is_refused(string alias)
    {
        Assert.ThrowsAny<ArgumentException>(() => _sandbox.AddInstance(alias));
        Assert.Single(_sandbox.Instances);
    }

    [Theory]
    [InlineData(" ", "CONTACT_FLOW", "ACTIVE", "PUBLISHED", null)]
    [InlineData("Outbound message", "CONTACT_FLOW", "ACTIVE", "PUBLISHED", null)]
    [InlineData("a", "FLOW", "ACTIVE", "PUBLISHED", null)]
    [InlineData("a", "CONTACT_FLOW", "GONE", "PUBLISHED", null)]
    [InlineData("a", "CONTACT_FLOW", "ACTIVE", "DRAFT", null)]
    [InlineData("a", "CONTACT_FLOW", "ACTIVE", "PUBLISHED", "nowhere")]
    public void What_is_no_flow_is_refused(string name, string type, string state, string status, string? instanceId)
    {
        int before = _sandbox.Flows.Count;

        Assert.ThrowsAny<ArgumentException>(() => _sandbox.AddFlow(name, type, state, status, instanceId));
        Assert.Equal(before, _sandbox.Flows.Count);
    }

    [Theory]
    [InlineData("12065550199", "DID", null)]
    [InlineData("+0065550199", "DID", null)]
    [InlineData("+12065550142", "DID", null)]
    [InlineData("+12065550199", "LOCAL", null)]
    [InlineData("+12065550199", "DID", "nowhere")]
    public void What_is_no_phone_number_is_refused(string number, string type, string? instanceId)
    {
        Assert.ThrowsAny<ArgumentException>(() => _sandbox.AddPhoneNumber(number, null, type, instanceId));
        Assert.ThrowsAny<ArgumentException>(() => _sandbox.AddPhoneNumber("+12065550198", (OutboundChannel)9));
        Assert.Equal(3, _sandbox.PhoneNumbers.Count);
    }
}
