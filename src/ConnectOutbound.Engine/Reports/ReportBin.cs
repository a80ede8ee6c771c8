namespace ConnectOutbound.Engine.Reports;

/// <summary>The rows whose first request was sent within one stretch of time.</summary>
/// <param name="Started">Those whose contact was started.</param>
/// <param name="Others">The others: refused, or without an answer.</param>
public readonly record struct ReportBin(int Started, int Others)
{
    /// <summary>All of them.</summary>
    public int Total => Started + Others;
}
