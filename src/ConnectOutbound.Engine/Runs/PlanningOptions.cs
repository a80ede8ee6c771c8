using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Templates;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>How rows are planned, and where plans go.</summary>
public sealed record PlanningOptions
{
    /// <summary>Called with each row, its plan, and what a later command has to know of it, on the caller's thread.</summary>
    public required Action<CheckedRow, OutboundPlan, SavedResult> Emit { get; init; }

    /// <summary>Called with each warning, on the caller's thread.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>
    /// Opens the templates, if plans are to have the text that the customer would get; called for the first row with a template. Null for plans
    /// without it.
    /// </summary>
    public Func<TemplateDirectory>? RenderFrom { get; init; }

    /// <summary>Called with a template that cannot be filled in, and its id.</summary>
    public Action<OutboundException, string>? OnTemplateFault { get; init; }
}
