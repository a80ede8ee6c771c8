using System.Globalization;
using System.Management.Automation;
using ConnectOutbound.Commands.Defaults;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Runs;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Reports;

namespace ConnectOutbound.Commands.Reports;

/// <summary>Writes the results of a run as one HTML file that needs nothing beside it.</summary>
[Cmdlet(VerbsData.Export, "ConnectOutboundReport", DefaultParameterSetName = "Contact", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportConnectOutboundReportCommand : JournalCmdlet
{
    private ReportCollector? _report;
    private ReportFile? _file;
    private string _path = "";

    /// <summary>The file. Its folder must exist; wildcards are not expanded.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath", "FilePath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Results of Start-ConnectOutboundChat, as they come or saved and read again; or runs of Get-ConnectOutboundRun.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Contact")]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>A named run, as the journal has it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Run")]
    [ValidateNotNullOrEmpty]
    public string RunName { get; set; } = "";

    /// <summary>The page's title.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>Writes phone numbers in full.</summary>
    [Parameter]
    public SwitchParameter ShowNumber { get; set; }

    /// <summary>The quota of requests that the run is held against.</summary>
    [Parameter]
    [ValidateRange(0.001, 1_000_000.0)]
    public double RequestsPerSecond { get; set; } = 2;

    /// <summary>Replaces a file that is read-only.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Leaves a file that there is as it is.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // All that can be known to fail fails here: upstream nothing has been sent yet.
        _path = FullPath();
        TakeDefaultRate();
        if (!ShouldProcess(_path, "Write the report"))
            return;
        try
        {
            _file = ReportFile.Create(_path, Force);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.ReportNotWritten(_path, e));
        }

        _report = new ReportCollector(new ReportOptions
        {
            Title = Title,
            ShowNumber = ShowNumber,
            RequestsPerSecond = RequestsPerSecond,
            MadeAt = TimeProvider.System.GetUtcNow(),
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_report is null)
            return;
        if (ParameterSetName == "Run")
        {
            AddRuns(RunName);
            return;
        }

        foreach (PSObject item in InputObject)
        {
            if (item?.BaseObject is OutboundRunInfo run)
                AddRun(run.Name, run.JournalPath);
            else if (item is not null && SavedContact.Read(item) is OutboundContact contact)
                _report.Add(contact);
            else
                ThrowTerminatingError(ErrorRecords.ReportInputInvalid(item));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_report is null)
            return;
        RunReport report = _report.Complete();
        try
        {
            _file!.Complete(writer => ReportPage.Write(report, writer));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.ReportNotWritten(_path, e));
        }

        if (report.LeftOut > 0)
            WriteWarning($"The report lists {report.Rows.Count} of {report.Total} rows, those that need someone first. It counts all of them.");
        WriteObject(InvokeProvider.Item.Get([_path], force: true, literalPath: true), enumerateCollection: true);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file?.Dispose();
        base.Dispose(disposing);
    }

    private void TakeDefaultRate()
    {
        Guarded(() =>
        {
            if (MyInvocation.BoundParameters.ContainsKey(nameof(RequestsPerSecond))
                || SessionDefaults.Effective().FirstOrDefault(found => found.Name == nameof(RequestsPerSecond)) is not OutboundDefault rate)
            {
                return;
            }

            RequestsPerSecond = double.Parse(rate.Value, CultureInfo.InvariantCulture);
            WriteVerbose($"Default: {rate}.");
        });
    }

    private string FullPath()
    {
        string path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
            ThrowTerminatingError(ErrorRecords.ReportNotWritten(Path, new NotSupportedException($"The provider {provider.Name} holds no files.")));
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(path)))
            ThrowTerminatingError(ErrorRecords.ReportFolderNotFound(path));
        if (NoClobber && File.Exists(path))
            ThrowTerminatingError(ErrorRecords.ReportExists(path));
        return path;
    }

    private void AddRuns(string name)
    {
        RunSummary? run = null;
        if (OpenJournal() is SqliteJournal journal)
        {
            // A report is of one run: the name is taken as it is, without wildcards.
            run = Guarded(() => RunNames.FindOne(journal.Runs(), name));
            if (run is not null)
                AddContacts(journal, run.Name);
        }

        if (run is null)
            ThrowTerminatingError(ErrorRecords.RunNotFound(name));
    }

    private void AddRun(string name, string journalPath)
    {
        Guarded(() =>
        {
            AddContacts(SqliteJournal.Open(journalPath, TimeProvider.System, create: false), name);
        });
    }

    private void AddContacts(SqliteJournal journal, string run)
    {
        _report!.AddRun(run);
        Guarded(() =>
        {
            foreach (JournalEntry entry in journal.Contacts(run))
            {
                if (Stopped.IsCancellationRequested)
                    throw new PipelineStoppedException();
                _report.Add(JournaledContact.Of(entry, run));
            }
        });
    }
}
