using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConnectOutbound.Engine.Defaults;

namespace ConnectOutbound.Commands.Completion;

/// <summary>Completes the names of defaults.</summary>
public sealed class DefaultNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        CompletionList.From(Enum.GetNames<DefaultName>(), wordToComplete);
}
