using System.Collections.ObjectModel;

namespace ConnectOutbound;

/// <summary>A few texts: a list to a script, one line to Export-Csv.</summary>
public sealed class OutboundTextList : ReadOnlyCollection<string>
{
    /// <summary>Creates the list.</summary>
    /// <param name="texts">The texts.</param>
    public OutboundTextList(IList<string> texts) : base(texts)
    {
    }

    /// <summary>All in one line.</summary>
    /// <returns>The texts, separated by blanks.</returns>
    public override string ToString() => string.Join(' ', this);
}
