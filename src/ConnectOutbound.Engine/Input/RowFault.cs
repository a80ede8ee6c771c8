namespace ConnectOutbound.Engine.Input;

/// <summary>One thing that is wrong with a row.</summary>
/// <param name="Kind">A stable name for the kind of fault, such as <c>DestinationMissing</c>: what counts are grouped by.</param>
/// <param name="Text">A sentence that says what is wrong, where, and what would be right.</param>
public sealed record RowFault(string Kind, string Text)
{
    /// <summary>The sentence.</summary>
    /// <returns>The text of the fault.</returns>
    public override string ToString() => Text;
}
