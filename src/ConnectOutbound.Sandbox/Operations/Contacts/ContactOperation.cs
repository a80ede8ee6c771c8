using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Resources;
using ConnectOutbound.Sandbox.Shapes;
using ConnectOutbound.Sandbox.State;

namespace ConnectOutbound.Sandbox.Operations.Contacts;

/// <summary>What the operations on contacts have in common.</summary>
internal abstract class ContactOperation(string name, string method, string path, ContactLedger ledger, ResourceStore directory, TokenBucket quota)
    : ConnectOperation(name, method, path, ServiceTraits.ConnectPlain, quota)
{
    protected static readonly Member InstanceIdMember = new("InstanceId", new StringShape(1, 100), IsRequired: true);

    protected ContactLedger Ledger { get; } = ledger;

    /// <summary>Answers for an instance that exists, by its bare id. One in which a contact was started exists.</summary>
    protected HttpResponse InInstance(string instanceId, Func<string, HttpResponse> answer)
    {
        string id = Arns.LastOf(instanceId);
        return directory.HasInstance(id) || Ledger.KnowsInstance(id) ? answer(id) : NoInstance(id);
    }

    protected static HttpResponse NoContact(string contactId) =>
        ServiceResponse.Error(SandboxError.NotFound($"The contact {ShortText.Shorten(contactId, 100)} was not found."));
}
