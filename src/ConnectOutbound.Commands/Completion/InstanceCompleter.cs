using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Commands.Completion;

/// <summary>Completes the aliases of instances.</summary>
public sealed class InstanceCompleter : ResourceCompleter
{
    private protected override async Task<IReadOnlyList<(string Name, string Tip)>> ListAsync(
        ConnectionSettings settings,
        string instance,
        CancellationToken stop)
    {
        using ResourceDirectory directory = ResourceDirectory.Open(settings, TimeSpan.FromSeconds(15));
        var names = new List<(string Name, string Tip)>();
        await foreach (OutboundInstance found in directory.InstancesAsync(stop).ConfigureAwait(false))
            names.Add((found.Alias ?? found.InstanceId, found.ToString()));
        return names;
    }
}
