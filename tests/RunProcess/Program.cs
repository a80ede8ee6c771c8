using System.Globalization;
using ConnectOutbound;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;

// A named run in a process of its own, for tests that end it or run it beside another. Usage: RunProcess ENDPOINT JOURNAL RUN CSV
// The CSV has the column PhoneNumber alone. Writes a line for each result: row number, status, contact id.
(string endpoint, string journalPath, string runName, string csv) = (args[0], args[1], args[2], args[3]);
var mapping = new MappingOptions
{
    Arguments = new Dictionary<ContactField, object>
    {
        [ContactField.InstanceId] = "11111111-2222-3333-4444-555555555555",
        [ContactField.ContactFlowId] = "f0000000-0000-0000-0000-000000000001",
        [ContactField.Source] = "arn:aws:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001",
        [ContactField.Channel] = OutboundChannel.SMS,
        [ContactField.Message] = "Hello",
    },
};
var options = new RunOptions
{
    ThrottleLimit = 32,
    Pace = new PaceLimit(100_000, 100_000),
    Retry = new RetryPolicy { MaxAttempts = 10, FirstDelay = TimeSpan.FromMilliseconds(5), LongestDelay = TimeSpan.FromMilliseconds(200) },
};
var columns = new ColumnSet(["PhoneNumber"]);
IEnumerable<Row> rows = File.ReadLines(csv).Skip(1).Select((number, i) => new Row(i + 1, columns, [number]));
using ContactConnection connection = ContactConnection.Open(
    new ConnectionSettings { EndpointUrl = endpoint, AccessKey = "AKIAEXAMPLE", SecretKey = "secret", Region = "us-east-1" },
    options.ThrottleLimit, TimeSpan.FromSeconds(20));
var pacer = new Pacer(TimeProvider.System);
await using SqliteRunJournal journal = SqliteJournal.Open(journalPath, TimeProvider.System).OpenRun(runName);
await using var run = new OutboundRun(connection, _ => pacer, options, TimeProvider.System, journal);
using var pipeline = new RunPipeline(
    await RowPreparer.CreateAsync(new PreparationOptions { Mapping = mapping, RunName = runName }),
    new SendingStage(
        run,
        new SendingOptions
        {
            Emit = contact => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{contact.RowNumber} {contact.Status} {contact.ContactId}")),
        }));
await pipeline.RunAsync(rows);
return run.Fault is null ? 0 : 1;
