using System.Reflection;
using System.Text.RegularExpressions;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Tests.Errors;

/// <summary>The ids of errors and the page that explains them.</summary>
public partial class ErrorIdsTests
{
    private static readonly string[] s_ids =
        [.. typeof(ErrorIds)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)];

    private static readonly HashSet<string> s_documented = Documented();

    [Fact]
    public void Every_id_is_unique_and_named_as_its_constant()
    {
        Assert.True(s_ids.Length > 80);
        Assert.Equal(s_ids.Length, s_ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(s_ids, id => Assert.NotNull(typeof(ErrorIds).GetField(id)));
    }

    [Fact]
    public void The_page_of_errors_explains_every_id() => Assert.Empty(s_ids.Except(s_documented, StringComparer.Ordinal));

    [Fact]
    public void The_page_of_errors_has_no_other_id()
    {
        // Ids of fields without a row of their own are composed; the two that begin with Parameter are PowerShell's.
        IEnumerable<string> composed = Enum.GetNames<ContactField>().SelectMany(field => new[] { ErrorIds.Invalid(field), ErrorIds.TooLong(field) });
        string[] ofPowerShell = ["ParameterArgumentValidationError", "ParameterArgumentTransformationError"];
        Assert.Empty(s_documented.Except(s_ids, StringComparer.Ordinal).Except(composed, StringComparer.Ordinal).Except(ofPowerShell, StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_of_errors_explains_composed_ids()
    {
        string page = File.ReadAllText(Page());
        Assert.Contains("names that end in `Invalid`", page, StringComparison.Ordinal);
        Assert.Contains("names that end in `TooLong`", page, StringComparison.Ordinal);
    }

    // The ids between backticks in the first column of the page's tables.
    private static HashSet<string> Documented() =>
        [.. File.ReadLines(Page())
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Id().Matches(line.Split(" | ")[0].Split(" with ")[0]).Select(match => match.Groups[1].Value))];

    private static string Page()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "docs", "errors.md")))
            folder = Path.GetDirectoryName(folder) ?? throw new FileNotFoundException("The tests run outside the project.");
        return Path.Combine(folder, "docs", "errors.md");
    }

    [GeneratedRegex("`([A-Z]\\w+)`")]
    private static partial Regex Id();
}
