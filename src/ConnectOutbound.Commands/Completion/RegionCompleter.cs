using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Commands.Completion;

/// <summary>Completes names of Regions.</summary>
public sealed class RegionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        CompletionList.From(KnownNames.Regions(), wordToComplete);
}
