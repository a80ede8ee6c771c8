using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Commands.Contacts;

/// <summary>Finds the instances of contacts that are given by their alias. Ids and ARNs cost nothing; the list is read when the first alias is met.</summary>
/// <param name="open">Opens the list.</param>
internal sealed class ContactInstances(Func<ResourceDirectory> open) : IDisposable
{
    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal);
    private ResourceDirectory? _directory;
    private NameResolver? _names;

    /// <summary>Finds an instance.</summary>
    /// <param name="given">Its id, its ARN or its alias.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The id or the ARN, and whether an alias was looked up for the first time.</returns>
    /// <exception cref="OutboundException">No instance has the alias, or they could not be read.</exception>
    public async ValueTask<(string Id, bool IsNew)> FindAsync(string given, CancellationToken cancellationToken)
    {
        string alias = given.Trim();
        if (!NameResolver.IsName(alias))
            return (alias, false);
        if (_found.TryGetValue(alias, out string? known))
            return (known, false);
        _names ??= new NameResolver(_directory = open());
        string id = await _names.InstanceAsync(alias, cancellationToken).ConfigureAwait(false);
        _found[alias] = id;
        return (id, true);
    }

    /// <inheritdoc/>
    public void Dispose() => _directory?.Dispose();
}
