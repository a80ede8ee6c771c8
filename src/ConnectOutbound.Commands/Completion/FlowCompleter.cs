using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Commands.Completion;

/// <summary>Completes the names of flows that take contacts.</summary>
public sealed class FlowCompleter : ResourceCompleter
{
    private protected override async Task<IReadOnlyList<(string Name, string Tip)>> ListAsync(
        ConnectionSettings settings,
        string instance,
        CancellationToken stop)
    {
        IReadOnlyList<(string Name, string Tip)> flows = await OfInstanceAsync(
            settings,
            instance,
            (directory, id) => directory.FlowsAsync(id, stop),
            flow => flow.IsUsable ? (flow.Name, flow.ToString()) : ("", ""),
            stop).ConfigureAwait(false);
        return [.. flows.Where(flow => flow.Name.Length > 0)];
    }
}
