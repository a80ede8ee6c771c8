using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Parameters;
using ConnectOutbound.Engine.Defaults;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Skipping;

namespace ConnectOutbound.Commands.Chat;

/// <summary>What sending and planning have in common: how a run runs.</summary>
public abstract class RunCmdlet : RowCmdlet
{
    private GateOptions _gates = new();

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

    /// <summary>How many attempts a row has.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>How long a full quota of concurrent chats is waited for: a TimeSpan, or minutes.</summary>
    [Parameter]
    [WaitTransformation]
    public TimeSpan QuotaWait { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>After how many rows that could not be sent the run stops; 0 for never.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxErrors { get; set; }

    /// <summary>How many rows there are, for the progress display.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long TotalCount { get; set; }

    /// <summary>Emits the input objects with ConnectStatus, ConnectContactId and ConnectReason added.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            RunRules.CheckInput(MyInvocation.ExpectingInput, MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)), InputObject);
            RunRules.Check(RunName, KeyColumn, JournalPath, ClientToken, DuplicateAction);
            TakeDefaultRate();
            if (IsVerbose)
                SayDefaults();
            _gates = ReadGates();
            PrepareRows(RunName, KeyColumn);
        }
        catch (OutboundException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e));
        }
    }

    /// <summary>Gates for one pass over the rows: they remember what went through.</summary>
    /// <returns>The gates.</returns>
    private protected RowGates NewGates() => new(_gates, TimeProvider.System);

    /// <summary>Opens the journal of a named run.</summary>
    /// <param name="create">Whether to make one where there is none.</param>
    /// <returns>The run's journal; null for a run without a name, and where there is none and none is to be made.</returns>
    private protected IRunJournal? OpenJournal(bool create)
    {
        if (RunName is null)
            return null;
        try
        {
            string path = JournalPath is null ? SqliteJournal.DefaultPath() : GetUnresolvedProviderPathFromPSPath(JournalPath);
            if (!create && !File.Exists(path))
                return null;
            SqliteJournal file = SqliteJournal.Open(path, TimeProvider.System);
            // A dry run leaves no trace: where the run is not known there is nothing to ask.
            if (!create && !file.Runs().Any(run => ContactIdentity.Normalized(run.Name) == ContactIdentity.Normalized(RunName)))
                return null;
            SqliteRunJournal journal = file.OpenRun(RunName);
            if (IsVerbose)
                WriteVerbose($"Run '{journal.RunName}', journal '{path}'.");
            return journal;
        }
        catch (OutboundException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e));
            return null;
        }
    }

    private protected override bool Uses(DefaultName name) => name is not (DefaultName.Region or DefaultName.ProfileName) || base.Uses(name);
}
