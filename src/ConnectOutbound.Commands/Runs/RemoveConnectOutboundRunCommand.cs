using System.Management.Automation;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;

namespace ConnectOutbound.Commands.Runs;

/// <summary>Forgets named runs. A run of that name starts every contact anew, but for the seven days in which the service knows the tokens.</summary>
[Cmdlet(VerbsCommon.Remove, "ConnectOutboundRun", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveConnectOutboundRunCommand : JournalCmdlet
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("RunName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        SqliteJournal? journal = OpenJournal();
        Guarded(() =>
        {
            foreach (RunSummary run in Runs(journal, Name))
            {
                if (ShouldProcess(
                    $"{run.Name} ({run.Counts.Values.Sum()} contacts, {run.Counts.GetValueOrDefault(JournalStatus.Started)} started)",
                    "Forget the run"))
                {
                    journal!.Remove(run.Name);
                }
            }
        });
    }
}
