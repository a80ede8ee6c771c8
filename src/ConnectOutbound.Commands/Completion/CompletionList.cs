using System.Management.Automation;
using System.Management.Automation.Language;

namespace ConnectOutbound.Commands.Completion;

/// <summary>Makes completions of names.</summary>
internal static class CompletionList
{
    /// <summary>The names that begin with what was typed, quoted where they need it.</summary>
    /// <param name="names">Names.</param>
    /// <param name="word">What was typed.</param>
    /// <returns>The completions.</returns>
    public static IEnumerable<CompletionResult> From(IEnumerable<string> names, string? word) => From(names.Select(name => (name, name)), word);

    /// <summary>The names that begin with what was typed, quoted where they need it.</summary>
    /// <param name="names">Names and what to show beside them.</param>
    /// <param name="word">What was typed.</param>
    /// <returns>The completions.</returns>
    public static IEnumerable<CompletionResult> From(IEnumerable<(string Name, string Tip)> names, string? word)
    {
        string typed = (word ?? "").Trim('\'', '"');
        foreach ((string name, string tip) in names.Where(entry => entry.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)))
        {
            bool plain = name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/');
            yield return new CompletionResult(
                plain ? name : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'",
                name,
                CompletionResultType.ParameterValue,
                tip);
        }
    }
}
