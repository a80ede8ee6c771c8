using System.Management.Automation;
using ConnectOutbound.Commands.Completion;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Defaults;

namespace ConnectOutbound.Commands.Catalog;

/// <summary>A cmdlet that lists what instances have.</summary>
public abstract class InstanceResourceCmdlet : ResourceCmdlet
{
    private readonly HashSet<string> _listed = new(StringComparer.OrdinalIgnoreCase);
    private NameResolver? _names;

    /// <summary>The instances, by id, ARN or alias.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Instance", "InstanceArn")]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? InstanceId { get; set; }

    private protected override bool Uses(DefaultName name) => base.Uses(name) || name == DefaultName.InstanceId;

    /// <summary>The ids of the instances that were given by id, ARN or alias; the default where none was. Each comes once.</summary>
    /// <returns>The ids.</returns>
    private protected IEnumerable<string> Instances()
    {
        string[] instances = InstanceId ?? (DefaultOf(DefaultName.InstanceId) is string instance ? [instance] : []);
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
}
