using System.Globalization;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Journal;

/// <summary>Finds a run by its name. Names that differ only in case or blanks are different runs, and most often a slip.</summary>
public static class RunNames
{
    private const int MaxNamed = 3;

    /// <summary>Finds the run that a command would use.</summary>
    /// <param name="runs">The runs of the journal.</param>
    /// <param name="name">The name as it was given.</param>
    /// <returns>The run of exactly this name (<see cref="ContactIdentity.Normalized"/>); null if there is neither it nor a similar one.</returns>
    /// <exception cref="OutboundException">RunNameAmbiguous: there is no such run, but one whose name differs only in case or blanks.</exception>
    public static RunSummary? FindToUse(IEnumerable<RunSummary> runs, string name) => Find(runs, name) switch
    {
        [] => null,
        [RunSummary one] when IsExact(one, name) => one,
        { } similar => throw Ambiguous(name, similar, isToUse: true),
    };

    /// <summary>Finds the run to show or to remove.</summary>
    /// <param name="runs">The runs of the journal.</param>
    /// <param name="name">The name as it was given.</param>
    /// <returns>The run of exactly this name, else the only one that differs in nothing but case or blanks; null if there is none.</returns>
    /// <exception cref="OutboundException">RunNameAmbiguous: several differ from the name only in case or blanks.</exception>
    public static RunSummary? FindOne(IEnumerable<RunSummary> runs, string name) => Find(runs, name) switch
    {
        [] => null,
        [RunSummary one] => one,
        { } similar => throw Ambiguous(name, similar, isToUse: false),
    };

    /// <summary>Whether a run has exactly a name.</summary>
    /// <param name="run">The run.</param>
    /// <param name="name">The name as it was given.</param>
    /// <returns>True also where they differ in blanks around them, or in how their letters are composed.</returns>
    public static bool IsExact(RunSummary run, string name)
    {
        ArgumentNullException.ThrowIfNull(run);
        return ContactIdentity.Normalized(run.Name) == ContactIdentity.Normalized(name);
    }

    // The exact one alone, else all that are similar.
    private static RunSummary[] Find(IEnumerable<RunSummary> runs, string name)
    {
        string folded = SimilarText.Fold(name);
        RunSummary[] similar = [.. runs.Where(run => SimilarText.Fold(run.Name) == folded)];
        return Array.Find(similar, run => IsExact(run, name)) is RunSummary exact ? [exact] : similar;
    }

    private static OutboundException Ambiguous(string name, RunSummary[] similar, bool isToUse)
    {
        string known = string.Join(", ", similar.Take(MaxNamed).Select(Describe)) + (similar.Length > MaxNamed ? ", …" : "");
        string count = similar.Length == 1 ? "one that differs" : $"{similar.Length} that differ";
        return new OutboundException(
            ErrorIds.RunNameAmbiguous,
            $"There is no run {Shown(name)}, but {count} from it only in case or blanks: {known}.",
            isToUse
                ? "To go on with that run, give -RunName as it is written there. For a new run, give a name that differs in more."
                : "Give the name as it is written there.")
        {
            Parameter = isToUse ? "RunName" : null,
        };
    }

    private static string Describe(RunSummary run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Shown(run.Name)} (last used {(run.LastAt ?? run.CreatedAt).UtcDateTime:yyyy-MM-dd HH:mm} UTC)");

    // Blanks that look like others are written as escapes: without them two names would look the same.
    private static string Shown(string name) => string.Concat(DisplayText.Quoted(name).Select(
        c => c != ' ' && char.IsWhiteSpace(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : c.ToString()));
}
