using System.Collections.ObjectModel;

namespace ConnectOutbound;

/// <summary>The faults of a row: a list to a script, one line of text to Export-Csv.</summary>
public sealed class OutboundProblemList : ReadOnlyCollection<string>
{
    /// <summary>The list of a row without faults.</summary>
    public static new OutboundProblemList Empty { get; } = new([]);

    /// <summary>Creates a list of faults.</summary>
    /// <param name="problems">One sentence a fault.</param>
    public OutboundProblemList(IList<string> problems) : base(problems)
    {
    }

    /// <summary>All faults in one line.</summary>
    /// <returns>The sentences, separated by blanks.</returns>
    public override string ToString() => string.Join(' ', this);
}
