using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Runs;

/// <summary>The whole way of rows: what goes in is prepared, decided about, and sent or planned; every row has one result.</summary>
/// <param name="preparer">Reads and checks rows. The pipeline disposes it.</param>
/// <param name="stage">Sends or plans them.</param>
/// <remarks>
/// One thread gives rows in. What the stages call (results, warnings, confirmations) runs on that thread if its synchronization context brings
/// continuations back to it.
/// </remarks>
public sealed class RunPipeline(RowPreparer preparer, IRowStage stage) : IDisposable
{
    /// <summary>Gives a row in.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isOfFile">
    /// Whether rows come without a pause: then they are also checked on another thread, and a row may wait for up to 256 after it.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    /// <returns>When it has gone in.</returns>
    /// <exception cref="OutboundException">The command cannot go on: an argument is wrong, or what rows need cannot be read.</exception>
    public ValueTask AddAsync(Row row, bool isOfFile = false, CancellationToken cancellationToken = default) =>
        preparer.AddAsync(row, isOfFile, stage, cancellationToken);

    /// <summary>Gives rows in, one after the other, and waits until each has come out.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>When every row has come out.</returns>
    /// <exception cref="OutboundException">The command cannot go on.</exception>
    public async Task RunAsync(IEnumerable<Row> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (Row row in rows)
            await AddAsync(row, cancellationToken: cancellationToken).ConfigureAwait(true);
        await CompleteAsync(cancellationToken).ConfigureAwait(true);
    }

    /// <summary>Ends the input.</summary>
    /// <param name="cancellationToken">Ends the wait for results.</param>
    /// <returns>When every row has come out.</returns>
    /// <exception cref="OutboundException">The command cannot go on.</exception>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken = default)
    {
        await preparer.FlushAsync(stage, cancellationToken).ConfigureAwait(true);
        await stage.CompleteAsync(cancellationToken).ConfigureAwait(true);
    }

    /// <inheritdoc/>
    public void Dispose() => preparer.Dispose();
}
