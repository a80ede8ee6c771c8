using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ConnectOutbound.StandIn;

// An endpoint that costs little: it reads a request's length, looks at nothing else, and answers with a new contact.
// Usage: StandIn [LATENCY_MS]. Prints its address; ends when its standard input does. GET answers with the number of contacts so far.
int latency = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 0;
using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
listener.Listen(512);
Console.WriteLine($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture)}");
_ = Task.Run(async () =>
{
    while (true)
    {
        Socket socket = await listener.AcceptAsync();
        socket.NoDelay = true;
        new Connection(socket, TimeSpan.FromMilliseconds(latency)).Start();
    }
});
await Console.In.ReadToEndAsync();
