using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConnectOutbound.Engine.Connection;

namespace ConnectOutbound.Commands.Parameters;

/// <summary>Completes names of Regions.</summary>
public sealed class RegionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.Of(KnownNames.Regions(), wordToComplete);
}
