using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>What comes out of <see cref="BackgroundRowChecker"/>.</summary>
/// <param name="Checked">Checked rows, in the order of the input.</param>
/// <param name="Left">The rows after them that were not checked: the first of them cannot be, here. Most often none.</param>
public readonly record struct CheckedBatch(IReadOnlyList<CheckedRow> Checked, IReadOnlyList<Row> Left)
{
    /// <summary>No rows.</summary>
    public static CheckedBatch None { get; } = new([], []);
}
