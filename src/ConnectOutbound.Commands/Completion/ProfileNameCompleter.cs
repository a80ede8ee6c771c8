using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Commands.Completion;

/// <summary>Completes names of AWS profiles.</summary>
public sealed class ProfileNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string? location = fakeBoundParameters?["ProfileLocation"] as string;
        return CompletionList.From(KnownNames.Profiles(location), wordToComplete);
    }
}
