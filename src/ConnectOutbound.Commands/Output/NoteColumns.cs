using System.Management.Automation;

namespace ConnectOutbound.Commands.Output;

/// <summary>Adds columns to an object, under any name that a hashtable or a journal can have.</summary>
internal static class NoteColumns
{
    // PowerShell keeps these for itself; no property can have them.
    private static readonly string[] s_reserved = ["PSObject", "PSBase", "PSAdapted", "PSExtended", "PSTypeNames"];

    /// <summary>Adds a column.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The name. An empty one, a reserved one (PSObject) and one that differs only by case get the suffix <c>_</c>.</param>
    /// <param name="value">The value.</param>
    /// <remarks>Column names are compared without <c>_</c>, so the object reads the same when it is piped in again.</remarks>
    public static void Add(PSObject target, string name, object? value)
    {
        while (name.Length == 0 || target.Properties[name] is not null || s_reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
            name += "_";
        target.Properties.Add(new PSNoteProperty(name, value));
    }
}
