using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Templates;

namespace ConnectOutbound.Engine.Runs;

/// <summary>How rows are prepared.</summary>
public sealed record PreparationOptions
{
    /// <summary>What arguments, defaults and columns mean. Names in the arguments are looked up before the first row is read.</summary>
    public required MappingOptions Mapping { get; init; }

    /// <summary>The run's name, from which tokens are derived; null for random tokens.</summary>
    public string? RunName { get; init; }

    /// <summary>Whether rows are to be sent, for which each needs an idempotency token.</summary>
    public bool NeedsTokens { get; init; } = true;

    /// <summary>Opens the lists of instances, flows and numbers; called when the first name is met. Null if rows give ids only.</summary>
    public Func<ResourceDirectory>? OpenCatalog { get; init; }

    /// <summary>The templates that rows are held against; null if templates are not checked. The preparer does not dispose it.</summary>
    public TemplateDirectory? Templates { get; init; }

    /// <summary>Called with each warning, on the caller's thread.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>Called with what the user may want to know about names that were looked up, on the caller's thread.</summary>
    public Action<string>? Inform { get; init; }

    /// <summary>
    /// Tells exceptions that end the caller's work from defects of the module: true lets one through. A shell that is stopped throws from the cells
    /// that it reads.
    /// </summary>
    public Func<Exception, bool> IsStop { get; init; } = static error => error is OperationCanceledException;
}
