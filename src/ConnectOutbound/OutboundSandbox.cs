using System.Collections;

namespace ConnectOutbound;

/// <summary>
/// A stand-in for Amazon Connect on loopback, to learn and to test with. It keeps what it receives in memory and sends nothing to anybody.
/// </summary>
public abstract class OutboundSandbox : IDisposable
{
    /// <summary>The address to give as -EndpointUrl, such as <c>http://127.0.0.1:53110</c>.</summary>
    public abstract string EndpointUrl { get; }

    /// <summary>The TCP port on loopback.</summary>
    public abstract int Port { get; }

    /// <summary>False once the sandbox was stopped.</summary>
    public abstract bool IsRunning { get; }

    /// <summary>The quota of requests a second; <see cref="double.PositiveInfinity"/> where there is none. Change it with <see cref="SetQuota"/>.</summary>
    public abstract double RequestsPerSecond { get; }

    /// <summary>How many requests are taken at once when none came for a while. Change it with <see cref="SetQuota"/>.</summary>
    public abstract int Burst { get; }

    /// <summary>The quota of chats that are active at once in an instance. Change it with <see cref="SetConcurrentChats"/>.</summary>
    public abstract int ConcurrentChats { get; }

    /// <summary>How many chats are active now, over all instances.</summary>
    public abstract int ActiveChatCount { get; }

    /// <summary>How many requests arrived, refused ones included.</summary>
    public abstract long RequestCount { get; }

    /// <summary>How many requests were refused for the rate.</summary>
    public abstract long ThrottledCount { get; }

    /// <summary>How many faults were injected.</summary>
    public abstract long FaultCount { get; }

    /// <summary>How many contacts were created; cheap, where <see cref="Contacts"/> copies.</summary>
    public abstract int ContactCount { get; }

    /// <summary>The contacts created so far, oldest first; a copy.</summary>
    public abstract IReadOnlyList<SandboxContact> Contacts { get; }

    /// <summary>The message templates that there are, oldest first; a copy. A new sandbox has two examples.</summary>
    public abstract IReadOnlyList<SandboxTemplate> Templates { get; }

    /// <summary>The instances that there are, oldest first; a copy. A new sandbox has one, <c>sandbox</c>.</summary>
    public abstract IReadOnlyList<SandboxInstance> Instances { get; }

    /// <summary>The flows that there are, oldest first; a copy. A new sandbox has examples, an archived one and a draft among them.</summary>
    public abstract IReadOnlyList<SandboxFlow> Flows { get; }

    /// <summary>The phone numbers that there are, oldest first; a copy. A new sandbox has one for text messages, one for WhatsApp and one for calls.</summary>
    public abstract IReadOnlyList<SandboxPhoneNumber> PhoneNumbers { get; }

    /// <summary>Adds an instance.</summary>
    /// <param name="instanceAlias">Its alias, 1 to 45 letters, digits and hyphens between them; not one that there is.</param>
    /// <returns>The instance.</returns>
    /// <exception cref="ArgumentException">The alias is not as described.</exception>
    public abstract SandboxInstance AddInstance(string instanceAlias);

    /// <summary>Adds a flow, as its author would in Amazon Connect. It does nothing.</summary>
    /// <param name="name">Its name, not one that the instance has.</param>
    /// <param name="type">What it is for (API type <c>ContactFlowType</c>).</param>
    /// <param name="state"><c>ACTIVE</c> or <c>ARCHIVED</c>.</param>
    /// <param name="status"><c>PUBLISHED</c> or <c>SAVED</c>.</param>
    /// <param name="instanceId">The instance, by its id or ARN; the oldest one when left out.</param>
    /// <returns>The flow.</returns>
    /// <exception cref="ArgumentException">An argument is not as described, or there is no such instance.</exception>
    public abstract SandboxFlow AddFlow(
        string name, string type = "CONTACT_FLOW", string state = "ACTIVE", string status = "PUBLISHED", string? instanceId = null);

    /// <summary>Adds a phone number, as if it had been claimed, or imported from AWS End User Messaging.</summary>
    /// <param name="number">The number in E.164; not one that there is.</param>
    /// <param name="channel">What can be sent from it; left out, it makes calls only.</param>
    /// <param name="type">What kind of number it is (API type <c>PhoneNumberType</c>).</param>
    /// <param name="instanceId">The instance that it is claimed to, by its id or ARN; the oldest one when left out.</param>
    /// <returns>The phone number.</returns>
    /// <exception cref="ArgumentException">An argument is not as described, or there is no such instance.</exception>
    public abstract SandboxPhoneNumber AddPhoneNumber(string number, OutboundChannel? channel = null, string type = "DID", string? instanceId = null);

    /// <summary>Adds a message template, as its author would in Amazon Connect. Version 1 of it is active.</summary>
    /// <param name="name">Its name, 1 to 255 characters; not one that there is.</param>
    /// <param name="channel">What it is for.</param>
    /// <param name="content">
    /// The text, with variables: <c>{{Attributes.Custom.OrderId}}</c>, <c>{{Attributes.Customer.FirstName}}</c>,
    /// <c>{{Attributes.Customer.Attributes.Tier}}</c>, <c>{{Attributes.Agent.FirstName}}</c>, <c>{{Attributes.System.Name}}</c>. The service fills templates
    /// with Handlebars; of that the sandbox has variables, and no blocks or helpers.
    /// </param>
    /// <param name="defaultAttributes">
    /// Values that are taken where a message gives none, by the variables' names: <c>Customer.FirstName</c>, <c>OrderId</c> for
    /// <c>Attributes.Custom.OrderId</c>.
    /// </param>
    /// <param name="whatsAppStatus">For WhatsApp: <c>VALID</c>, which it is when left out, <c>INVALID</c> or <c>REJECTED</c>.</param>
    /// <returns>The template.</returns>
    /// <exception cref="ArgumentException">An argument is not as described.</exception>
    public abstract SandboxTemplate AddTemplate(
        string name, OutboundChannel channel, string content, IDictionary? defaultAttributes = null, string? whatsAppStatus = null);

    /// <summary>Changes the quota of requests while the sandbox runs, as another user of the same account or AWS Support may.</summary>
    /// <param name="requestsPerSecond">Requests a second, from 0; <see cref="double.PositiveInfinity"/> for no quota.</param>
    /// <param name="burst">Requests that are taken at once, from 1. What had gathered above it is lost.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public abstract void SetQuota(double requestsPerSecond, int burst);

    /// <summary>Changes the quota of active chats while the sandbox runs. Chats above a lower quota stay active.</summary>
    /// <param name="count">Active chats an instance, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public abstract void SetConcurrentChats(int count);

    /// <summary>Ends every active chat, as when all customers and flows had disconnected. The contacts stay known.</summary>
    public abstract void EndChats();

    /// <summary>Ends the chat of a contact, as when the customer, the flow or an agent had disconnected. One that has ended stays as it is.</summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="reason">
    /// Why it ended (DisconnectReason in the contact record model), such as <c>CUSTOMER_DISCONNECT</c> or <c>AGENT_DISCONNECT</c>; blank for
    /// none, which is what the service has for reasons that are not in its list.
    /// </param>
    /// <exception cref="ArgumentException">There is no such contact.</exception>
    public abstract void EndContact(string contactId, string? reason = "CUSTOMER_DISCONNECT");

    /// <summary>Forgets contacts, tokens and counts; the quotas start full again. Instances, flows, phone numbers and templates stay.</summary>
    public abstract void Clear();

    /// <summary>Stops listening. What was received stays readable.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops listening.</summary>
    /// <param name="disposing">Always true.</param>
    protected abstract void Dispose(bool disposing);
}
