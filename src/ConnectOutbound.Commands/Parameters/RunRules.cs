using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Commands.Parameters;

/// <summary>Which arguments of a run go together.</summary>
internal static class RunRules
{
    /// <summary>Checks them.</summary>
    /// <param name="runName">-RunName.</param>
    /// <param name="keyColumn">-KeyColumn.</param>
    /// <param name="journalPath">-JournalPath.</param>
    /// <param name="clientToken">-ClientToken.</param>
    /// <param name="duplicates">-DuplicateAction.</param>
    /// <exception cref="OutboundException">Two of them exclude each other, or one wants another.</exception>
    public static void Check(string? runName, string? keyColumn, string? journalPath, string? clientToken, OutboundDuplicateAction duplicates)
    {
        if (runName is not null && string.IsNullOrWhiteSpace(runName))
            throw OutboundException.Argument("RunName", "-RunName is blank; it takes a name such as 'spring offer'.");
        if (runName is not null && clientToken is not null)
            throw OutboundException.Argument("ClientToken", "-ClientToken and -RunName exclude each other: a run gives each contact a token of its own.");
        if (runName is not null && duplicates == OutboundDuplicateAction.Send)
        {
            throw OutboundException.Argument(
                "DuplicateAction",
                "-DuplicateAction Send and -RunName exclude each other: a run writes once to each destination. "
                    + "-KeyColumn tells several contacts with one destination apart.");
        }

        if (runName is null && (keyColumn is not null || journalPath is not null))
            throw OutboundException.Argument("RunName", $"-{(keyColumn is null ? "JournalPath" : "KeyColumn")} is for named runs: give -RunName, too.");
    }

    /// <summary>Checks that rows come from one place; PowerShell would refuse each row of the pipeline by itself.</summary>
    /// <param name="isPiped">Whether rows come by the pipeline.</param>
    /// <param name="isGiven">Whether there is an argument -InputObject.</param>
    /// <param name="argument">The argument.</param>
    /// <exception cref="OutboundException">They come from both.</exception>
    public static void CheckInput(bool isPiped, bool isGiven, object? argument)
    {
        if (isPiped && isGiven)
        {
            // What a variable that was never set gives when it is splatted.
            throw OutboundException.Argument("InputObject", argument is null
                ? "Rows come by the pipeline, and -InputObject was given, too, with nothing in it. "
                    + "Is the variable that is splatted (such as @from) set, and its name spelled right?"
                : "Rows come by the pipeline, and -InputObject was given, too: leave one of them out.");
        }
    }
}
