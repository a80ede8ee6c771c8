namespace ConnectOutbound.Engine.Reports;

/// <summary>A kind of fault in a run.</summary>
/// <param name="Code">The error code; empty where the rows have none.</param>
/// <param name="Status">The status of its rows.</param>
/// <param name="Count">How many rows have it.</param>
/// <param name="RowNumber">The first row that came with it.</param>
/// <param name="Example">That row's reason.</param>
public sealed record ReportFault(string Code, OutboundStatus Status, long Count, long RowNumber, string Example);
