using System.Collections.Immutable;
using System.Globalization;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using ConnectOutbound.Engine.Defaults;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Commands.Defaults;

/// <summary>The defaults of each session. Static, because PowerShell makes cmdlets anew for each call; a session's entry goes with its runspace.</summary>
internal static class SessionDefaults
{
    private static readonly ConditionalWeakTable<Runspace, Holder> s_ofSession = [];

    /// <summary>The defaults of the session that calls.</summary>
    public static ImmutableSortedDictionary<DefaultName, string> Current
    {
        get => Runspace.DefaultRunspace is Runspace session && s_ofSession.TryGetValue(session, out Holder? holder)
            ? holder.Defaults
            : ImmutableSortedDictionary<DefaultName, string>.Empty;
        set
        {
            if (Runspace.DefaultRunspace is Runspace session)
                s_ofSession.GetOrCreateValue(session).Defaults = value;
        }
    }

    /// <summary>What holds now: the session's own, and the user's where the session has none.</summary>
    /// <returns>The defaults, by name.</returns>
    /// <exception cref="OutboundException">The user's file cannot be used.</exception>
    public static IReadOnlyList<OutboundDefault> Effective()
    {
        ImmutableSortedDictionary<DefaultName, string> session = Current;
        var effective = new SortedDictionary<DefaultName, OutboundDefault>();
        foreach ((DefaultName name, string value) in new DefaultsFile().Read())
            effective[name] = new OutboundDefault { Name = name.ToString(), Value = value, Scope = OutboundDefaultScope.User };
        foreach ((DefaultName name, string value) in session)
            effective[name] = new OutboundDefault { Name = name.ToString(), Value = value, Scope = OutboundDefaultScope.Session };
        return [.. effective.Values];
    }

    /// <summary>The text of a value, the same in every culture.</summary>
    /// <param name="value">A parameter's value.</param>
    /// <returns>The text.</returns>
    public static string TextOf(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private sealed class Holder
    {
        public ImmutableSortedDictionary<DefaultName, string> Defaults { get; set; } = ImmutableSortedDictionary<DefaultName, string>.Empty;
    }
}
