using System.Globalization;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.ClientLoop;

/// <summary>The engine without a shell: rows of texts in, results out.</summary>
internal static class EngineLoop
{
    public static async Task RunAsync(Uri url, int count, int workers, Func<int, Task> meter)
    {
        using ContactConnection connection = ContactConnection.Open(SubsetContacts.Settings(url), workers, TimeSpan.FromSeconds(30));
        var reader = new RowReader(new MappingOptions
        {
            Arguments = new Dictionary<ContactField, object>
            {
                [ContactField.InstanceId] = Contacts.Instance,
                [ContactField.ContactFlowId] = Contacts.Flow,
                [ContactField.Source] = Contacts.Source,
                [ContactField.Channel] = OutboundChannel.SMS,
                [ContactField.Message] = "Your order {Attribute.OrderId} is ready",
            },
        });
        var pacer = new Pacer(TimeProvider.System);
        await using var run = new OutboundRun(connection, _ => pacer, new RunOptions { ThrottleLimit = workers, Pace = new PaceLimit(1_000_000, 1_000_000) });
        var columns = new ColumnSet(["PhoneNumber", "Attribute.OrderId"]);
        IEnumerable<Row> rows = Enumerable.Range(0, count).Select(i => new Row(i + 1, columns, [Contacts.Number(i), i.ToString(CultureInfo.InvariantCulture)]));
        foreach (Row row in rows)
        {
            while (!run.HasRoom)
                await TakeAsync(run, meter);
            run.Submit(reader.Read(row));
        }

        while (run.Outstanding > 0)
            await TakeAsync(run, meter);
    }

    private static async Task TakeAsync(OutboundRun run, Func<int, Task> meter)
    {
        OutboundContact contact = await run.TakeAsync();
        if (contact.Status != OutboundStatus.Started)
            throw new InvalidOperationException(contact.Reason);
        await meter((int)contact.RowNumber);
    }
}
