using System.Globalization;
using System.Net;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>Amazon Connect in several places: it answers a token with the contact that it started, for seven days, and forgets it then.</summary>
internal sealed class CampaignService(FakeTimeProvider time)
{
    private static readonly TimeSpan s_tokenLife = TimeSpan.FromDays(7);

    private readonly Dictionary<(string Place, string Token), (string Contact, DateTimeOffset FirstAt)> _tokens = [];
    private readonly object _gate = new();

    /// <summary>Every contact that was ever started, in its order.</summary>
    public List<CampaignContact> Contacts { get; } = [];

    /// <summary>How many requests came.</summary>
    public int Requests { get; private set; }

    /// <summary>Connects a command.</summary>
    /// <param name="command">What contacts are told apart by afterwards.</param>
    /// <param name="faultOf">What happens to the request to a destination.</param>
    public IContactClient Connect(CampaignCommand command, Func<string, SimulatedFault> faultOf) => new ScriptedClient((request, _) =>
    {
        lock (_gate)
        {
            Requests++;
            SimulatedFault fault = faultOf(request.DestinationEndpoint!.Address!);
            if (fault == SimulatedFault.CutBefore)
                return Task.FromException<StartedContact>(new IOException("connection reset"));
            if (fault == SimulatedFault.ErrorBefore)
                return Task.FromException<StartedContact>(Refusal());
            string contact = Start(request, command);
            return fault == SimulatedFault.TimeoutAfter
                ? Task.FromException<StartedContact>(new TimeoutException())
                : Task.FromResult(new StartedContact(contact, "request"));
        }
    });

    private static AmazonConnectException Refusal() =>
        new("refused", null!, ErrorType.Unknown, "InvalidRequestException", "request", HttpStatusCode.BadRequest);

    private string Start(StartOutboundChatContactRequest request, CampaignCommand command)
    {
        (string, string) token = (command.Place.ToString(), request.ClientToken!);
        DateTimeOffset now = time.GetUtcNow();
        if (_tokens.TryGetValue(token, out (string Contact, DateTimeOffset FirstAt) known) && now - known.FirstAt < s_tokenLife)
            return known.Contact;
        string contact = $"contact {Contacts.Count + 1}";
        _tokens[token] = (contact, now);
        // The message says for whom it is, by all that may be a key.
        string[] said = request.InitialSystemMessage!.Content!.Split('|');
        string key = command.KeyOf(said[0], said[1]);
        int line = int.Parse(said[2], CultureInfo.InvariantCulture);
        Contacts.Add(new CampaignContact(
            contact, command.Place, command.Epoch, request.DestinationEndpoint!.Address!, key, request.ClientToken!, line));
        return contact;
    }
}
