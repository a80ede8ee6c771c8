using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Templates;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>How rows are planned, and where plans go.</summary>
public sealed record PlanningOptions
{
    /// <summary>Called with each row and its plan, on the caller's thread.</summary>
    public required Action<CheckedRow, OutboundPlan> Emit { get; init; }

    /// <summary>
    /// Opens the templates, if plans are to have the text that the customer would get; called for the first row with a template. Null for plans
    /// without it.
    /// </summary>
    public Func<TemplateDirectory>? RenderFrom { get; init; }

    /// <summary>Called with a template that cannot be filled in, and its id.</summary>
    public Action<OutboundException, string>? OnTemplateFault { get; init; }
}
