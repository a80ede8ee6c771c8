using System.Collections.ObjectModel;

namespace ConnectOutbound;

/// <summary>What holds rows of a plan back: a list to a script, one line to Export-Csv.</summary>
public sealed class OutboundPlanFaultList : ReadOnlyCollection<OutboundPlanFault>
{
    /// <summary>Creates the list.</summary>
    /// <param name="faults">One for each kind.</param>
    public OutboundPlanFaultList(IList<OutboundPlanFault> faults) : base(faults)
    {
    }

    /// <summary>All in one line.</summary>
    /// <returns>Kinds, how often they occur and where first, separated by semicolons.</returns>
    public override string ToString() => string.Join("; ", this);
}
