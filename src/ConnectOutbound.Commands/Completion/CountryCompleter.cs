using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Commands.Completion;

/// <summary>Completes ISO country codes.</summary>
public sealed class CountryCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        CompletionList.From(NumberingPlans.Countries, wordToComplete);
}
