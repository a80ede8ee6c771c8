using ConnectOutbound.Engine.Mapping;

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
    /// <exception cref="MappingException">Two of them exclude each other, or one wants another.</exception>
    public static void Check(string? runName, string? keyColumn, string? journalPath, string? clientToken, OutboundDuplicateAction duplicates)
    {
        if (runName is not null && string.IsNullOrWhiteSpace(runName))
            throw new MappingException("RunName", "-RunName is blank; it takes a name such as 'spring offer'.");
        if (runName is not null && clientToken is not null)
            throw new MappingException("ClientToken", "-ClientToken and -RunName exclude each other: a run gives each contact a token of its own.");
        if (runName is not null && duplicates == OutboundDuplicateAction.Send)
            throw new MappingException("DuplicateAction", "-DuplicateAction Send and -RunName exclude each other: a run writes once to each destination. -KeyColumn tells several contacts with one destination apart.");
        if (runName is null && (keyColumn is not null || journalPath is not null))
            throw new MappingException("RunName", $"-{(keyColumn is null ? "JournalPath" : "KeyColumn")} is for named runs: give -RunName, too.");
    }
}
