using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ConnectOutbound.ClientLoop;

// Starts contacts in a loop and says what one costs. Usage: ClientLoop bare|signed|subset|engine URL COUNT WORKERS [FROM]
//   bare    the same bytes again and again through HttpClient: what the endpoint can do at most
//   signed  HttpClient with a body and a signature made by hand for each contact
//   subset  the Subset client, set up as the module sets it up
//   engine  the engine: rows to results, without a shell
// Contacts before FROM warm up and are not measured.
(string kind, string url, int count, int workers) =
    (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture));
int from = args.Length > 4 ? int.Parse(args[4], CultureInfo.InvariantCulture) : 0;
long began = 0, taken = 0;
TimeSpan cpu = default;
using var process = Process.GetCurrentProcess();
Func<int, Task> meter = Meter;
using var source = kind == "engine" ? null : Contacts.Of(kind, new Uri(url), workers);
if (from == 0)
    Begin();
if (source is null)
{
    await EngineLoop.RunAsync(new Uri(url), count, workers, meter);
}
else
{
    int next = -1;
    await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
    {
        for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
        {
            await source.StartAsync(i);
            await meter(i);
        }
    })));
}

double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
process.Refresh();
int measured = count - from;
Console.WriteLine(JsonSerializer.Serialize(new
{
    kind,
    count = measured,
    seconds = Math.Round(seconds, 3),
    per_second = Math.Round(measured / seconds, 1),
    cpu_us_per_contact = Math.Round((process.TotalProcessorTime - cpu).TotalMicroseconds / measured, 1),
}));

Task Meter(int _)
{
    if (Interlocked.Increment(ref taken) == from)
        Begin();
    return Task.CompletedTask;
}

void Begin()
{
    process.Refresh();
    cpu = process.TotalProcessorTime;
    began = Stopwatch.GetTimestamp();
}
