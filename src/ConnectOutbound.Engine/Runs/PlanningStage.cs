using Amazon.Connect.Model;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Templates;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Plans prepared rows: says what would become of each.</summary>
/// <param name="planner">Plans rows.</param>
/// <param name="options">Where plans go.</param>
public sealed class PlanningStage(RunPlanner planner, PlanningOptions options) : IRowStage, IDisposable
{
    private TemplateRenderer? _renderer;

    /// <inheritdoc/>
    public bool IsStopped => planner.Fault is not null;

    /// <inheritdoc/>
    public async ValueTask AddAsync(CheckedRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        RowDecision decision = planner.Decide(row);
        string? text = decision.IsSkipped || options.RenderFrom is null
            ? null
            : await TextAsync(row, options.RenderFrom, cancellationToken).ConfigureAwait(true);
        OutboundPlan plan = RunPlanner.Describe(row, decision, text);
        options.Emit(row, plan, RunPlanner.ToSaved(row, decision, plan));
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (string warning in planner.Warnings)
            options.Warn?.Invoke(warning);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public void Refuse(OutboundException fault) => throw fault;

    /// <inheritdoc/>
    public void Dispose() => _renderer?.Dispose();

    private async ValueTask<string?> TextAsync(CheckedRow row, Func<TemplateDirectory> open, CancellationToken cancellationToken)
    {
        if (row.Request?.InitialTemplatedSystemMessage is not TemplatedMessageConfig message)
            return row.Request?.InitialSystemMessage?.Content;
        try
        {
            _renderer ??= new TemplateRenderer(open());
            return (await _renderer.RenderAsync(message, cancellationToken).ConfigureAwait(true)).Text;
        }
        catch (OutboundException e) when (e.Scope == ErrorScope.One)
        {
            options.OnTemplateFault?.Invoke(e, message.MessageTemplateId!);
            return null;
        }
    }
}
