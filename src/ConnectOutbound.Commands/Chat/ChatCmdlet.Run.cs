using System.Management.Automation;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Commands;

/// <content>The run: its name and its journal, and what comes out of it.</content>
public abstract partial class ChatCmdlet
{
    // What holds for the named run, as far as it is known before the first row.
    private RunBinding? _binding;
    private bool _isKnown;

    /// <summary>The run's name: one contact for each destination in a run, however often it is repeated.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RunName { get; set; }

    /// <summary>The column that tells several contacts with one destination apart.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KeyColumn { get; set; }

    /// <summary>The journal's file; the one in the user's data folder by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>How many rows there are, for the progress display.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long TotalCount { get; set; }

    /// <summary>Emits the input objects with what became of them in the columns ConnectStatus to ConnectRow.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private string JournalFile => JournalPath is null ? SqliteJournal.DefaultPath() : GetUnresolvedProviderPathFromPSPath(JournalPath);

    /// <summary>Opens the journal of a named run.</summary>
    /// <param name="place">Where this command sends; null for a dry run, which creates neither a journal nor a run.</param>
    /// <returns>The run's journal; null for a run without a name, and for one that does not exist and is not made.</returns>
    /// <exception cref="OutboundException">The journal cannot be used, or the run belongs elsewhere.</exception>
    private protected IRunJournal? OpenJournal(RunPlace? place)
    {
        if (RunName is null || (place is null && !_isKnown))
            return null;
        RunBinding command = place is null ? _binding! : _binding! with { Place = place };
        SqliteRunJournal journal = SqliteJournal.Open(JournalFile, TimeProvider.System).OpenRun(RunName, command, isDry: place is null);
        if (IsVerbose)
            WriteVerbose($"Run '{journal.RunName}', journal '{JournalFile}'.");
        return journal;
    }

    // Before a row is read, and without a trace: the name may be a slip, the run may belong elsewhere, and its key column holds for the rows.
    private void FindRun()
    {
        if (RunName is null)
            return;
        var command = new RunBinding { Place = ContactConnection.FindPlace(ConnectionSettings()), KeyColumn = KeyColumn };
        RunSummary? run = File.Exists(JournalFile) ? SqliteJournal.Open(JournalFile, TimeProvider.System, create: false).Find(RunName) : null;
        _isKnown = run is not null;
        _binding = (run?.Binding ?? new RunBinding()).Join(command, run?.Name ?? RunName, run?.HasContacts ?? false);
        if (IsVerbose && KeyColumn is null && _binding.KeyColumn is { Length: > 0 } column)
            WriteVerbose($"The key column of the run is used: '{column}'.");
    }
}
