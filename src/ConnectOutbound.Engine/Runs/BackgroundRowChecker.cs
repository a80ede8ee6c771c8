using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>
/// Checks rows beside the thread that gives them, so that to read a long file and to check its rows take two cores. A row comes out when at most 256
/// have gone in after it: for input that never pauses.
/// </summary>
/// <remarks>One thread gives rows and takes them. They are checked one at a time and in their order, by whichever thread.</remarks>
/// <param name="check">Checks a row; null for one that cannot be checked beside the giving thread. It is not called again after that.</param>
public sealed class BackgroundRowChecker(Func<Row, CheckedRow?> check)
{
    private const int AtOnce = 128;

    private List<Row> _gathered = new(AtOnce);
    private RowBatch? _underWay;
    private bool _hasEnded;

    /// <summary>Gives a row in.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Rows that went in before, in their order; most often none. With <see cref="CheckedBatch.Left"/> it ends: all rows have come out then.</returns>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    public ValueTask<CheckedBatch> AddAsync(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (_hasEnded)
            throw new InvalidOperationException("Rows were left to be checked by the one who gives them; no more go in.");
        _gathered.Add(row);
        return _gathered.Count < AtOnce ? new ValueTask<CheckedBatch>(CheckedBatch.None) : new ValueTask<CheckedBatch>(TurnAsync());
    }

    /// <summary>Takes all that is left.</summary>
    /// <returns>The rows, in their order.</returns>
    public async ValueTask<CheckedBatch> RestAsync()
    {
        CheckedBatch before = await TurnAsync().ConfigureAwait(false);
        CheckedBatch last = _underWay is null ? CheckedBatch.None : await _underWay.TakeAsync().ConfigureAwait(false);
        _hasEnded = true;
        return new CheckedBatch([.. before.Checked, .. last.Checked], [.. before.Left, .. last.Left]);
    }

    private async Task<CheckedBatch> TurnAsync()
    {
        CheckedBatch done = _underWay is null ? CheckedBatch.None : await _underWay.TakeAsync().ConfigureAwait(false);
        List<Row> gathered = _gathered;
        _underWay = null;
        _gathered = new List<Row>(AtOnce);
        if (done.Left.Count > 0)
        {
            _hasEnded = true;
            return done with { Left = [.. done.Left, .. gathered] };
        }

        if (gathered.Count > 0)
        {
            _underWay = new RowBatch([.. gathered], check);
            _underWay.Offer();
        }

        return done;
    }
}
