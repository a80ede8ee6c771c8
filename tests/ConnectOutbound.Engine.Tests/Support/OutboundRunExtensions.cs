using System.Runtime.CompilerServices;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;

namespace ConnectOutbound.Engine.Tests.Support;

/// <summary>Sends rows that are read without names and templates.</summary>
internal static class OutboundRunExtensions
{
    /// <summary>Sends rows and gives their results as they complete.</summary>
    /// <param name="run">The run.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="reader">Reads and checks them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async IAsyncEnumerable<OutboundContact> SendAsync(
        this OutboundRun run, IEnumerable<Row> rows, RowReader reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (Row row in rows)
        {
            while (!run.HasRoom)
                yield return await run.TakeAsync(cancellationToken);
            run.Submit(reader.Read(row));
            while (run.TryTake(out OutboundContact? ready))
                yield return ready;
        }

        while (run.Outstanding > 0)
            yield return await run.TakeAsync(cancellationToken);
    }
}
