using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;

namespace ConnectOutbound.Commands.Runs;

/// <summary>What cmdlets about runs have in common: which journal.</summary>
public abstract class JournalCmdlet : OutboundCmdlet
{
    /// <summary>The journal's file; the one in the user's data folder by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Opens the journal.</summary>
    /// <returns>The journal; null where there is no file yet, and so no run.</returns>
    private protected SqliteJournal? OpenJournal()
    {
        string path = JournalPath is null ? SqliteJournal.DefaultPath() : GetUnresolvedProviderPathFromPSPath(JournalPath);
        if (!File.Exists(path))
        {
            WriteVerbose($"There is no journal at '{path}' yet.");
            return null;
        }

        return Guarded(() => SqliteJournal.Open(path, TimeProvider.System, create: false));
    }

    /// <summary>The runs whose names match. A name that a run has is that run alone, also if it contains wildcards.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="names">Names, with wildcards; null for all.</param>
    /// <returns>The runs, the latest last.</returns>
    private protected IEnumerable<RunSummary> Runs(SqliteJournal? journal, string[]? names)
    {
        IReadOnlyList<RunSummary> runs = journal?.Runs() ?? [];
        if (names is null)
            return runs;
        var found = new List<RunSummary>();
        foreach (string name in names)
            found.AddRange(Matching(runs, name).Where(run => !found.Contains(run)));
        return found;
    }

    /// <summary>The run of a name without wildcards. If there is none, an error says so.</summary>
    /// <param name="runs">The runs of the journal.</param>
    /// <param name="name">The name.</param>
    /// <returns>The run of exactly this name, else the only one that differs in nothing but case or blanks; null if there is none.</returns>
    private protected RunSummary? FindRun(IReadOnlyList<RunSummary> runs, string name)
    {
        try
        {
            if (RunNames.FindOne(runs, name) is RunSummary run)
                return run;
            WriteError(ErrorRecords.RunNotFound(name));
        }
        catch (OutboundException e) when (e.Id == ErrorIds.RunNameAmbiguous)
        {
            WriteError(ErrorRecords.From(e, name));
        }

        return null;
    }

    private IEnumerable<RunSummary> Matching(IReadOnlyList<RunSummary> runs, string name)
    {
        if (runs.FirstOrDefault(run => RunNames.IsExact(run, name)) is RunSummary exact)
            return [exact];
        if (!WildcardPattern.ContainsWildcardCharacters(name))
            return FindRun(runs, WildcardPattern.Unescape(name)) is RunSummary one ? [one] : [];
        var pattern = new WildcardPattern(ContactIdentity.Normalized(name), WildcardOptions.IgnoreCase);
        return runs.Where(run => pattern.IsMatch(run.Name));
    }
}
