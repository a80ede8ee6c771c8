using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Tests.Journal;

namespace ConnectOutbound.Engine.Tests.Support;

/// <summary>A journal that keeps the rules of the file, in memory and without threads.</summary>
internal sealed class MemoryJournal(string runName) : IRunJournal
{
    private readonly JournalModel _model = new();

    public string RunName => runName;

    public string Invocation { get; set; } = "first";

    public RunBinding? Binding => null;

    public void Adopt(RunBinding binding) => throw new InvalidOperationException("Nothing is kept of a run without a binding.");

    public bool HasSimilarKey(ContactIdentity identity) => false;

    public JournalEntry? Find(ContactIdentity identity) => _model.Find(identity);

    public Task BeginAsync(JournalIntent intent, CancellationToken cancellationToken)
    {
        _model.Begin(intent, Invocation);
        return Task.CompletedTask;
    }

    public Task EndAsync(JournalOutcome outcome)
    {
        _model.End(outcome, Invocation);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
