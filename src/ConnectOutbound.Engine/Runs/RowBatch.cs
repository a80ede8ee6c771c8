using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>
/// Some rows that are checked once, by a thread of the pool or by whoever waits for them: by the one that comes first, so that a busy pool delays
/// nobody.
/// </summary>
/// <param name="rows">The rows.</param>
/// <param name="check">Checks one; null ends it.</param>
internal sealed class RowBatch(Row[] rows, Func<Row, CheckedRow?> check)
{
    private readonly TaskCompletionSource<CheckedBatch> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _claimed;

    /// <summary>Offers the rows to the pool.</summary>
    public void Offer() => ThreadPool.QueueUserWorkItem(static batch => batch.Check(), this, preferLocal: false);

    /// <summary>Gives the checked rows; checks them here and now where nobody has begun.</summary>
    /// <returns>All of them, or those before the one that could not be checked.</returns>
    public Task<CheckedBatch> TakeAsync()
    {
        Check();
        return _done.Task;
    }

    private void Check()
    {
        if (Interlocked.Exchange(ref _claimed, 1) != 0)
            return;
        try
        {
            var done = new List<CheckedRow>(rows.Length);
            while (done.Count < rows.Length && check(rows[done.Count]) is CheckedRow row)
                done.Add(row);
            _done.SetResult(new CheckedBatch(done, done.Count == rows.Length ? [] : rows[done.Count..]));
        }
#pragma warning disable CA1031 // It is thrown where the rows are waited for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _done.SetException(e);
        }
    }
}
