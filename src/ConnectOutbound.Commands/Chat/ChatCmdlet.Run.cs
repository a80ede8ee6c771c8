using System.Management.Automation;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;

namespace ConnectOutbound.Commands;

/// <content>The run: its name and its journal, and what comes out of it.</content>
public abstract partial class ChatCmdlet
{
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

    /// <summary>Opens the journal of a named run.</summary>
    /// <param name="create">Whether to make a journal or a run that does not exist; a dry run leaves no trace.</param>
    /// <returns>The run's journal; null for a run without a name, and for one that does not exist and is not made.</returns>
    /// <exception cref="OutboundException">The journal cannot be used.</exception>
    private protected IRunJournal? OpenJournal(bool create)
    {
        if (RunName is null)
            return null;
        string path = JournalPath is null ? SqliteJournal.DefaultPath() : GetUnresolvedProviderPathFromPSPath(JournalPath);
        if (!create && !File.Exists(path))
            return null;
        SqliteJournal file = SqliteJournal.Open(path, TimeProvider.System);
        if (!create && !file.Runs().Any(run => ContactIdentity.Normalized(run.Name) == ContactIdentity.Normalized(RunName)))
            return null;
        SqliteRunJournal journal = file.OpenRun(RunName);
        if (IsVerbose)
            WriteVerbose($"Run '{journal.RunName}', journal '{path}'.");
        return journal;
    }
}
