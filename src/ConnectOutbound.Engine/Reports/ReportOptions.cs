namespace ConnectOutbound.Engine.Reports;

/// <summary>What a report is asked to say, beside the results themselves.</summary>
public sealed record ReportOptions
{
    /// <summary>How many rows a page lists by default.</summary>
    public const int DefaultMaxRows = 100_000;

    /// <summary>The page's title; null for one that names the run.</summary>
    public string? Title { get; init; }

    /// <summary>Whether phone numbers are written in full. Otherwise they are masked to their last four digits, within reasons, too.</summary>
    public bool ShowNumber { get; init; }

    /// <summary>The quota that the run is held against, in requests a second (L-408DD6C6).</summary>
    public double RequestsPerSecond { get; init; } = 2;

    /// <summary>The most rows that are listed, those that need someone first. All rows are counted, however many there are.</summary>
    public int MaxRows { get; init; } = DefaultMaxRows;

    /// <summary>When the report is made.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}
