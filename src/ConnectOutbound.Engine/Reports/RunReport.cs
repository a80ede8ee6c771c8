namespace ConnectOutbound.Engine.Reports;

/// <summary>What a page says of a run: made by <see cref="ReportCollector"/>, written by <see cref="ReportPage"/>.</summary>
public sealed record RunReport
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The names of the runs; empty for a run without one.</summary>
    public required IReadOnlyList<string> RunNames { get; init; }

    /// <summary>The instances.</summary>
    public required IReadOnlyList<string> Instances { get; init; }

    /// <summary>The channels.</summary>
    public required IReadOnlyList<OutboundChannel> Channels { get; init; }

    /// <summary>When the report was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>All rows, listed or not.</summary>
    public required long Total { get; init; }

    /// <summary>How many rows have each status; one that no row has is not there.</summary>
    public required IReadOnlyDictionary<OutboundStatus, long> Counts { get; init; }

    /// <summary>The kinds of faults of the rows that need someone, the most frequent first.</summary>
    public required IReadOnlyList<ReportFault> Faults { get; init; }

    /// <summary>The rows that are listed, by their number.</summary>
    public required IReadOnlyList<ReportRow> Rows { get; init; }

    /// <summary>When rows were sent; null where none was.</summary>
    public required ReportTimeline? Timeline { get; init; }

    /// <summary>The quota that the run is held against, in requests a second.</summary>
    public required double RequestsPerSecond { get; init; }

    /// <summary>When the first request was sent, in UTC.</summary>
    public required DateTimeOffset? FirstAt { get; init; }

    /// <summary>When the last answer came, as far as rows say how long they took; else when the last first request was sent. In UTC.</summary>
    public required DateTimeOffset? LastAt { get; init; }

    /// <summary>How long rows took; null where none says it.</summary>
    public required ReportSpread? Durations { get; init; }

    /// <summary>All requests.</summary>
    public required long Attempts { get; init; }

    /// <summary>Rows that took more than one request.</summary>
    public required long Repeated { get; init; }

    /// <summary>The most requests for one row.</summary>
    public required int MostAttempts { get; init; }

    /// <summary>Whether numbers are written in full.</summary>
    public required bool ShowsNumbers { get; init; }

    /// <summary>Rows that are counted and not listed.</summary>
    public long LeftOut => Total - Rows.Count;

    /// <summary>Rows that need someone.</summary>
    public long NeedSomeone => ReportStatus.Needing.Sum(status => Counts.GetValueOrDefault(status));
}
