using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConnectOutbound.Commands.Defaults;
using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Commands.Completion;

/// <summary>Completes what an account has, asking the service.</summary>
public abstract class ResourceCompleter : IArgumentCompleter
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        try
        {
            string instance = CompletionCache.Text(fakeBoundParameters, "InstanceId")
                ?? SessionDefaults.Effective().FirstOrDefault(found => found.Name == "InstanceId")?.Value
                ?? "";
            return CompletionList.From(
                CompletionCache.Names($"{GetType().Name} {instance}", fakeBoundParameters, (settings, stop) => ListAsync(settings, instance, stop)),
                wordToComplete);
        }
#pragma warning disable CA1031 // A completer that throws leaves its user with nothing, and with no reason either.
        catch (Exception)
#pragma warning restore CA1031
        {
            return [];
        }
    }

    /// <summary>Lists.</summary>
    /// <param name="settings">Where to and who.</param>
    /// <param name="instance">The instance on the command line, or the default; empty where there is none.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>Names, and what to show beside them.</returns>
    private protected abstract Task<IReadOnlyList<(string Name, string Tip)>> ListAsync(ConnectionSettings settings, string instance, CancellationToken stop);

    private protected static async Task<IReadOnlyList<(string Name, string Tip)>> OfInstanceAsync<T>(
        ConnectionSettings settings,
        string instance,
        Func<ResourceDirectory, string, IAsyncEnumerable<T>> list,
        Func<T, (string Name, string Tip)> name,
        CancellationToken stop)
    {
        using ResourceDirectory directory = ResourceDirectory.Open(settings, s_timeout);
        string id = await new NameResolver(directory).InstanceAsync(instance, stop).ConfigureAwait(false);
        var names = new List<(string Name, string Tip)>();
        await foreach (T item in list(directory, id[(id.LastIndexOf('/') + 1)..]).ConfigureAwait(false))
            names.Add(name(item));
        return names;
    }
}
