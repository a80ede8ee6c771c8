using System.Management.Automation;

namespace ConnectOutbound.Loader;

/// <summary>
/// What the objects of the module have in PowerShell besides their properties, hidden, so that Export-Csv, ConvertTo-Json and tables leave it out:
/// see types/ConnectOutbound.types.ps1xml. In C#, as scripts would have to be compiled with each import.
/// </summary>
public static class HiddenMembers
{
    /// <summary>The row that a result, a plan or a state stands for.</summary>
    /// <param name="instance">The object.</param>
    /// <returns>The row as it was given; null where it is not known.</returns>
    public static object? Input(PSObject instance) => instance?.BaseObject switch
    {
        OutboundContact contact => contact.GetInput(),
        OutboundPlan plan => plan.GetInput(),
        OutboundContactState state => state.GetInput(),
        _ => null,
    };

    /// <summary>The attributes of a contact that was asked for.</summary>
    /// <param name="instance">The object.</param>
    /// <returns>The attributes.</returns>
    public static object? Attribute(PSObject instance) => (instance?.BaseObject as OutboundContactState)?.GetAttributes();
}
