namespace ConnectOutbound.Engine.Runs;

/// <summary>How many rows of a run have come out, by status.</summary>
public sealed class RunCounts
{
    private readonly long[] _counts = new long[Enum.GetValues<OutboundStatus>().Length];

    /// <summary>All rows that have come out.</summary>
    public long Total { get; private set; }

    /// <summary>Rows that could not be sent: Invalid, Failed and Unknown.</summary>
    public long Errors => this[OutboundStatus.Invalid] + this[OutboundStatus.Failed] + this[OutboundStatus.Unknown];

    /// <summary>The rows of a status.</summary>
    /// <param name="status">The status.</param>
    public long this[OutboundStatus status] => _counts[(int)status];

    /// <summary>All statuses that occurred, such as <c>24 Started, 1 Invalid</c>.</summary>
    /// <returns>One line; empty where no row has come out.</returns>
    public override string ToString() =>
        string.Join(", ", Enum.GetValues<OutboundStatus>().Where(status => this[status] > 0).Select(status => $"{this[status]} {status}"));

    internal void Add(OutboundStatus status)
    {
        _counts[(int)status]++;
        Total++;
    }
}
