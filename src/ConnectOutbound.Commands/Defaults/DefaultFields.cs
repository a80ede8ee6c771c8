using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Commands.Defaults;

/// <summary>The defaults that a row can use.</summary>
internal static class DefaultFields
{
    /// <summary>Picks them.</summary>
    /// <param name="defaults">All that hold.</param>
    /// <param name="arguments">What was given for every row: it hides a default.</param>
    /// <returns>Values by field.</returns>
    public static Dictionary<ContactField, object> Select(IReadOnlyList<OutboundDefault> defaults, IReadOnlyDictionary<ContactField, object> arguments)
    {
        var fields = new Dictionary<ContactField, object>();
        foreach (OutboundDefault found in defaults)
        {
            if (Enum.TryParse(found.Name, out ContactField field) && !arguments.ContainsKey(field))
                fields[field] = found.Value;
        }

        return fields;
    }
}
