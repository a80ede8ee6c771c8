using ConnectOutbound.Engine.Contacts;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Contacts;

public class ContactReferenceTests
{
    private const string Id = "9f8e7d6c-1234-4321-8765-0123456789ab";
    private const string InstanceArn = $"arn:aws:connect:us-east-1:123456789012:instance/{Given.Instance}";

    [Theory]
    [InlineData(Id, Given.Instance)]
    [InlineData($" {Id} ", InstanceArn)]
    [InlineData($"{InstanceArn}/contact/{Id}", null)]
    [InlineData($"{InstanceArn}/contact/{Id}", "another")]
    public void Ids_and_ARNs_are_taken(string contactId, string? instanceId)
    {
        ContactReference contact = ContactReference.Create(contactId, instanceId);
        Assert.Equal((Id, Given.Instance), (contact.ContactId, contact.InstanceId));
    }

    [Theory]
    [InlineData("", Given.Instance, "ContactIdInvalid")]
    [InlineData("..", Given.Instance, "ContactIdInvalid")]
    [InlineData("a/b", Given.Instance, "ContactIdInvalid")]
    [InlineData("+1 206 555 0100", Given.Instance, "ContactIdInvalid")]
    [InlineData(InstanceArn, Given.Instance, "ContactIdInvalid")]
    [InlineData(Id, null, "InstanceIdMissing")]
    [InlineData(Id, " ", "InstanceIdMissing")]
    [InlineData(Id, "../x", "InstanceIdInvalid")]
    public void What_cannot_stand_in_a_path_is_refused(string contactId, string? instanceId, string errorId)
    {
        var error = Assert.Throws<OutboundException>(() => ContactReference.Create(contactId, instanceId));
        Assert.Equal((errorId, true, false), (error.Id, error.Scope == ErrorScope.One, error.IsTransient));
        Assert.DoesNotContain("555", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
    }

    [Fact]
    public void An_id_has_256_characters_at_most()
    {
        Assert.Equal(256, ContactReference.Create(new string('a', 256), Given.Instance).ContactId.Length);
        Assert.Throws<OutboundException>(() => ContactReference.Create(new string('a', 257), Given.Instance));
    }
}
