using ConnectOutbound;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;

namespace KillBenchmark;

/// <summary>A run of the engine in this process, against a sandbox.</summary>
internal static class Bench
{
    public static async Task<List<OutboundContact>> SendAsync(OutboundSandbox sandbox, int rows, RunOptions options)
    {
        var mapping = new MappingOptions
        {
            Arguments = new Dictionary<ContactField, object>
            {
                [ContactField.InstanceId] = "11111111-2222-3333-4444-555555555555",
                [ContactField.ContactFlowId] = "f0000000-0000-0000-0000-000000000001",
                [ContactField.Source] = "arn:aws:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001",
                [ContactField.Channel] = OutboundChannel.SMS,
            },
        };
        using ContactConnection connection = ContactConnection.Open(
            new ConnectionSettings { EndpointUrl = sandbox.EndpointUrl, AccessKey = "AKIAEXAMPLE", SecretKey = "secret", Region = "us-east-1" },
            options.ThrottleLimit, TimeSpan.FromSeconds(20));
        var pacer = new Pacer(TimeProvider.System);
        await using var run = new OutboundRun(connection, _ => pacer, options);
        var columns = new ColumnSet(["PhoneNumber"]);
        var results = new List<OutboundContact>();
        using var pipeline = new RunPipeline(
            await RowPreparer.CreateAsync(new PreparationOptions { Mapping = mapping }), new SendingStage(run, new SendingOptions { Emit = results.Add }));
        await pipeline.RunAsync(Enumerable.Range(1, rows).Select(i => new Row(i, columns, [$"+1206{5_000_000 + i}"])));
        return results;
    }
}
