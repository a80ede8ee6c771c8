using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Sandboxes;
using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Defaults;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Commands.Resources;

/// <summary>A cmdlet that lists what an account has: names with wildcards, page after page, errors that say what to do.</summary>
public abstract class CatalogCmdlet : ConnectionCmdlet
{
    private readonly HashSet<string> _listed = new(StringComparer.OrdinalIgnoreCase);
    private ResourceDirectory? _directory;
    private NameResolver? _names;

    /// <summary>How long one answer may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 30;

    private protected ResourceDirectory Directory => _directory!;

    /// <inheritdoc/>
    protected override void BeginProcessing() => Guarded(() =>
    {
        _directory = ResourceDirectory.Open(SandboxRegistry.WithCredentials(ConnectionSettings()), TimeSpan.FromSeconds(TimeoutSec));
        SayDefaults();
    });

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guarded(() =>
    {
        try
        {
            List();
        }
        catch (OutboundException e) when (e.Scope == ErrorScope.One)
        {
            WriteError(ErrorRecords.From(e));
        }
    });

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _directory?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Lists.</summary>
    private protected abstract void List();

    /// <summary>The ids of the instances that were given by id, ARN or alias; the default where none was. Each comes once.</summary>
    /// <param name="given">The instances.</param>
    /// <returns>The ids.</returns>
    private protected IEnumerable<string> Instances(string[]? given)
    {
        string[] instances = given ?? (DefaultOf(DefaultName.InstanceId) is string instance ? [instance] : []);
        if (instances.Length == 0)
            ThrowTerminatingError(ErrorRecords.InstanceMissing());
        _names ??= new NameResolver(Directory);
        foreach (string one in instances)
        {
            string id = Wait(_names.InstanceAsync(one, Stopped));
            id = id[(id.LastIndexOf('/') + 1)..];
            // Numbers of one instance, piped on, name it again and again.
            if (_listed.Add(id))
                yield return id;
        }
    }

    /// <summary>Writes what a name matches; a name without wildcards that matches nothing is an error.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="items">The list, as it comes.</param>
    /// <param name="names">The names; null for all.</param>
    /// <param name="texts">What of an item the name may be.</param>
    /// <param name="kind">What it is, for the error: Instance, PhoneNumber, Flow.</param>
    private protected void WriteMatching<T>(IEnumerable<T> items, string[]? names, Func<T, string?[]> texts, string kind)
    {
        WildcardPattern[]? patterns = names is null ? null : Array.ConvertAll(names, name => new WildcardPattern(name, WildcardOptions.IgnoreCase));
        bool[] met = new bool[names?.Length ?? 0];
        foreach (T item in items)
        {
            bool wanted = patterns is null;
            for (int i = 0; i < met.Length; i++)
            {
                // A number as it is written has brackets, which a pattern reads otherwise.
                bool matches = Array.Exists(
                    texts(item),
                    text => text is not null && (patterns![i].IsMatch(text) || text.Equals(names![i], StringComparison.OrdinalIgnoreCase)));
                met[i] |= matches;
                wanted |= matches;
            }

            if (wanted)
                WriteObject(item);
        }

        for (int i = 0; i < met.Length; i++)
        {
            if (!met[i] && !WildcardPattern.ContainsWildcardCharacters(names![i]))
                WriteError(ErrorRecords.ResourceNameNotFound(kind, names[i]));
        }
    }
}
