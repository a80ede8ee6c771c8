using System.Text;

namespace ConnectOutbound.Engine.Templates;

/// <summary>The path of a variable, as Handlebars reads it: names with dots between them, in brackets where they hold special characters.</summary>
/// <remarks>
/// <para>Documented in the Amazon Connect Administrator Guide ("Add personalized content to message templates",
/// https://docs.aws.amazon.com/connect/latest/adminguide/personalize-templates.html): <c>Attributes.Customer.NAME</c> and <c>Attributes.Agent.NAME</c>; in
/// "Amazon Pinpoint end of support" (https://docs.aws.amazon.com/pinpoint/latest/userguide/migrate.html): <c>Attributes.Customer.Attributes.NAME</c>, and that
/// templates are filled by Handlebars.</para>
/// <para>Not documented is how custom and system attributes are written. <c>Attributes.System.NAME</c> is taken for a system attribute;
/// <c>Attributes.Custom.NAME</c>, <c>Attributes.NAME</c> and <c>NAME</c> for a custom one, except where it is a number, which is a parameter of
/// WhatsApp's own.</para>
/// </remarks>
internal static class VariablePath
{
    private const string Root = "Attributes";

    /// <summary>Reads a path.</summary>
    /// <param name="path">What stands in the braces.</param>
    /// <returns>The variable; null where it is none.</returns>
    public static TemplateVariable? Read(string path)
    {
        if (Split(path) is not [var first, ..] parts)
            return null;
        if (first != Root)
            return parts is [_] && first.All(char.IsAsciiDigit) ? null : Create(TemplateVariableKind.Custom, 0);
        return parts.ElementAtOrDefault(1) switch
        {
            null => Create(TemplateVariableKind.Custom, 0),
            "Customer" when parts.Count > 2 => Create(TemplateVariableKind.CustomerProfile, 2),
            "Agent" when parts.Count > 2 => Create(TemplateVariableKind.Agent, 2),
            "System" when parts.Count > 2 => Create(TemplateVariableKind.System, 2),
            "Custom" when parts.Count > 2 => Create(TemplateVariableKind.Custom, 2),
            _ => Create(TemplateVariableKind.Custom, 1),
        };

        TemplateVariable Create(TemplateVariableKind kind, int skipped) => new(kind, string.Join('.', parts.Skip(skipped)), path);
    }

    /// <summary>The names of a path.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The names; none where it is no path.</returns>
    public static IReadOnlyList<string> Split(string path)
    {
        var parts = new List<string>();
        int at = 0;
        while (at < path.Length)
        {
            int end;
            if (path[at] == '[')
            {
                end = path.IndexOf(']', at);
                if (end < 0)
                    return [];
                parts.Add(path[(at + 1)..end]);
                end++;
            }
            else
            {
                end = path.IndexOf('.', at);
                if (end < 0)
                    end = path.Length;
                parts.Add(path[at..end]);
            }

            if (parts[^1].Length == 0 || (end < path.Length && path[end] != '.') || end == path.Length - 1)
                return [];
            at = end + 1;
        }

        return parts;
    }

    /// <summary>The words of an expression, at blanks outside of brackets and quotes.</summary>
    /// <param name="expression">What stands in the braces.</param>
    /// <returns>The words.</returns>
    public static IReadOnlyList<string> Words(string expression)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char closing = '\0';
        foreach (char c in expression)
        {
            if (closing != '\0')
            {
                closing = c == closing ? '\0' : closing;
            }
            else if (c is '[' or '"' or '\'')
            {
                closing = c == '[' ? ']' : c;
            }
            else if (char.IsWhiteSpace(c) || c is '(' or ')' or '=')
            {
                Take();
                continue;
            }

            word.Append(c);
        }

        Take();
        return words;

        void Take()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }
}
