using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;

namespace ConnectOutbound.Commands.Runs;

/// <summary>Gives the named runs of the journal, or their contacts.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectOutboundRun", DefaultParameterSetName = "Run")]
[OutputType(typeof(OutboundRunInfo), ParameterSetName = ["Run"])]
[OutputType(typeof(OutboundContact), ParameterSetName = ["Contact"])]
public sealed class GetConnectOutboundRunCommand : JournalCmdlet
{
    /// <summary>Names, with wildcards; all runs by default.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Run")]
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Contact", Mandatory = true)]
    [Alias("RunName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Gives the runs' contacts, which pipe into Start-ConnectOutboundChat.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Contact")]
    public SwitchParameter Contact { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        SqliteJournal? journal = OpenJournal();
        Guarded(() =>
        {
            foreach (RunSummary run in Runs(journal, Name))
            {
                if (Contact)
                    WriteContacts(journal!, run.Name);
                else
                    WriteObject(Info(journal!, run));
            }
        });
    }

    private static OutboundRunInfo Info(SqliteJournal journal, RunSummary run) => new()
    {
        Name = run.Name,
        Started = run.Counts.GetValueOrDefault(JournalStatus.Started),
        Failed = run.Counts.GetValueOrDefault(JournalStatus.Failed),
        Unknown = run.Counts.GetValueOrDefault(JournalStatus.Unknown),
        Sending = run.Counts.GetValueOrDefault(JournalStatus.Sending),
        NotSent = run.Counts.GetValueOrDefault(JournalStatus.NotSent),
        FirstAt = run.FirstAt,
        LastAt = run.LastAt,
        Place = run.Binding.Place?.ToString(),
        KeyColumn = run.Binding.KeyColumn is { Length: > 0 } column ? column : null,
        IsRehearsal = run.Binding.Place is { IsLoopback: true },
        JournalPath = journal.Path,
    };

    private void WriteContacts(SqliteJournal journal, string run)
    {
        foreach (JournalEntry entry in journal.Contacts(run))
        {
            if (Stopped.IsCancellationRequested)
                throw new PipelineStoppedException();
            WriteObject(PassThruObject.Create(JournaledContact.Of(entry, run), entry));
        }
    }
}
