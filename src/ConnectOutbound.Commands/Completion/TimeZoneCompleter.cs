using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ConnectOutbound.Commands.Completion;

/// <summary>Completes the ids of time zones.</summary>
public sealed class TimeZoneCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        CompletionList.From(
            TimeZoneInfo.GetSystemTimeZones().Select(zone => (zone.Id, zone.DisplayName)).OrderBy(zone => zone.Id, StringComparer.OrdinalIgnoreCase),
            wordToComplete);
}
