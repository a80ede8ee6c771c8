using System.Management.Automation;
using ConnectOutbound.Commands.Output;
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

    /// <summary>The runs whose names match.</summary>
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
        {
            var pattern = new WildcardPattern(ContactIdentity.Normalized(name), WildcardOptions.IgnoreCase);
            RunSummary[] matching = [.. runs.Where(run => pattern.IsMatch(run.Name))];
            if (matching.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
                WriteError(ErrorRecords.RunNotFound(name));
            found.AddRange(matching.Where(run => !found.Contains(run)));
        }

        return found;
    }
}
