using ConnectOutbound;
using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Sandbox;
using EmbeddedEngine;

// Embeds the engine in a program, without PowerShell: a CSV file is sent to a sandbox, one line is printed for each result.
// Exit code 0: every row was started. 1: some were not. 2: there is no such file.

if (args is not [string path] || !File.Exists(path))
{
    Console.Error.WriteLine("Give the path of a CSV file, such as samples/contacts.csv.");
    return 2;
}

// A stand-in for Amazon Connect, with the quotas of a new account: 2 requests a second, 5 at once. To send for real, leave it out and
// give the settings a Region alone: credentials are then looked for where all AWS tools look.
await using SandboxServer sandbox = SandboxServer.Start(new SandboxOptions());
var settings = new ConnectionSettings
{
    Region = "us-east-1",
    EndpointUrl = sandbox.EndpointUrl,
    AccessKey = "AKIASANDBOX000000000",
    SecretKey = "sandbox",
};

// What holds for every row; the rest comes from the columns.
var preparation = new PreparationOptions
{
    Mapping = new MappingOptions
    {
        Arguments = new Dictionary<ContactField, object>
        {
            [ContactField.Source] = "arn:aws:connect:us-east-1:111122223333:phone-number/0b8d2a4e-1f7c-4f6a-9b58-3d1c7e2a9f10",
            [ContactField.InstanceId] = "5c1e7f3a-2b9d-4e86-8a47-6f0d9c3b1e25",
            [ContactField.ContactFlowId] = "9d4b6e21-7a3c-4f58-b0e9-1c2d3a4b5f67",
            [ContactField.Channel] = OutboundChannel.SMS,
            [ContactField.Message] = "Hello {Name}, your order {Attribute.OrderId} is ready.",
        },
    },
    // Instance, flow and source may be given by name, too: they are looked up here.
    OpenCatalog = () => ResourceDirectory.Open(settings, TimeSpan.FromSeconds(30)),
    Warn = warning => Console.Error.WriteLine($"Warning: {warning}"),
};

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

var options = new RunOptions();
using ContactConnection connection = ContactConnection.Open(settings, options.ThrottleLimit, TimeSpan.FromSeconds(30));
await using var run = new OutboundRun(connection, account => SharedPacers.For(connection.Endpoint, account), options);
try
{
    using RowPreparer preparer = await RowPreparer.CreateAsync(preparation, stop.Token);
    using var pipeline = new RunPipeline(preparer, new SendingStage(run, new SendingOptions
    {
        Emit = contact => Console.WriteLine($"{contact.RowNumber,4}  {contact.Destination,-16}  {contact.Status,-8}  {contact.ContactId ?? contact.Reason}"),
    }));
    await pipeline.RunAsync(CsvRows.Read(path), stop.Token);
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped.");
}
catch (OutboundException error)
{
    Console.Error.WriteLine($"{error.Message} {error.Remedy}");
}

if (run.Fault is { } fault)
    Console.Error.WriteLine($"{fault.Message} {fault.Remedy}");
Console.WriteLine($"{run.Counts.Total} rows: {run.Counts}. The sandbox has {sandbox.ContactCount} contacts.");
return !stop.IsCancellationRequested && run.Counts.Total == run.Counts[OutboundStatus.Started] ? 0 : 1;
