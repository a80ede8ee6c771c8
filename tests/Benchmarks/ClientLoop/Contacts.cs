using System.Net;

namespace ConnectOutbound.ClientLoop;

/// <summary>A client that starts contacts of one and the same kind.</summary>
internal abstract class Contacts : IDisposable
{
    public const string Instance = "11111111-2222-3333-4444-555555555555";
    public const string Flow = "f0000000-0000-0000-0000-000000000001";
    public const string Source = "arn:aws:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001";

    public static Contacts Of(string kind, Uri url, int workers) => kind switch
    {
        "bare" => new BareContacts(url, workers),
        "signed" => new SignedContacts(url, workers),
        "subset" => new SubsetContacts(url, workers),
        _ => throw new ArgumentException($"'{kind}' is no kind of client.", nameof(kind)),
    };

    public static string Number(int i) => $"+1206{5_000_000 + i}";

    public static string Message(int i) => $"Your order {i} is ready";

    /// <summary>Starts the contact.</summary>
    /// <param name="i">Its number.</param>
    /// <returns>When the answer was read and names a contact.</returns>
    public abstract Task StartAsync(int i);

    public abstract void Dispose();

    protected static HttpClient Http(int workers) =>
        new(
            new SocketsHttpHandler
            {
                MaxConnectionsPerServer = workers,
                UseProxy = false,
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
            });
}
