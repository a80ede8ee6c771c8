namespace ConnectOutbound.Engine.Templates;

/// <summary>Finds the variables of a text that is written for Handlebars.</summary>
internal sealed class TemplateScanner
{
    private readonly Dictionary<(TemplateVariableKind, string), TemplateVariable> _found = [];
    private readonly List<(TemplateVariableKind, string)> _order = [];
    private int _depth;

    /// <summary>Whether there are blocks, helpers or partials: which variables the text takes then depends on their values.</summary>
    public bool HasLogic { get; private set; }

    /// <summary>The variables, in the order of their first appearance.</summary>
    public IEnumerable<TemplateVariable> Variables => _order.Select(key => _found[key]);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    public void Scan(string text)
    {
        _depth = 0;
        int at = 0;
        while (at < text.Length && (at = text.IndexOf("{{", at, StringComparison.Ordinal)) >= 0)
        {
            // \{{ is written for two braces, \\{{ for a backslash and a variable.
            if (at > 0 && text[at - 1] == '\\' && (at == 1 || text[at - 2] != '\\'))
            {
                at += 2;
                continue;
            }

            if (IsAt(text, at + 2, "!--") || IsAt(text, at + 2, "~!--"))
            {
                int comment = text.IndexOf("--", at + 6, StringComparison.Ordinal);
                int after = comment < 0 ? -1 : text.IndexOf("}}", comment, StringComparison.Ordinal);
                if (after < 0)
                    return;
                at = after + 2;
                continue;
            }

            int length = Expression(text, at, 3);
            if (length == 0)
                length = Expression(text, at, 2);
            // Braces that open nothing are text; the next two may open something.
            at += Math.Max(1, length);
        }
    }

    // Reads an expression between so many braces; gives its length, or 0 where there is none.
    private int Expression(string text, int at, int braces)
    {
        if (!IsAt(text, at, "{{{"[..braces]))
            return 0;
        int end = text.AsSpan(at + braces).IndexOfAny('{', '}');
        if (end < 0 || !IsAt(text, at + braces + end, "}}}"[..braces]))
            return 0;
        Read(text.Substring(at + braces, end).Trim('~').Trim());
        return end + (2 * braces);
    }

    private static bool IsAt(string text, int at, string part) => text.AsSpan(Math.Min(at, text.Length)).StartsWith(part, StringComparison.Ordinal);

    private void Read(string expression)
    {
        switch (expression)
        {
            case "" or ['!', ..]:
                return;
            case "else" or "^":
            case ['>', ..]:
                HasLogic = true;
                return;
            case ['/', ..]:
                _depth = Math.Max(0, _depth - 1);
                return;
            case ['#' or '^', .. var block]:
                HasLogic = true;
                Arguments(block);
                _depth++;
                return;
            case ['&', .. var unescaped]:
                Read(unescaped.Trim());
                return;
        }

        if (VariablePath.Words(expression) is [var only] && only == expression)
        {
            Add(only, conditional: _depth > 0);
        }
        else
        {
            HasLogic = true;
            Arguments(expression);
        }
    }

    // The first word is the helper's name.
    private void Arguments(string expression)
    {
        foreach (string word in VariablePath.Words(expression).Skip(1))
            Add(word, conditional: true);
    }

    private void Add(string path, bool conditional)
    {
        // Inside of blocks, and in arguments, a name alone may be anything.
        bool isPath = conditional ? path.StartsWith("Attributes.", StringComparison.Ordinal) : path is not ("this" or ['.' or '@' or '"' or '\'', ..]);
        if (!isPath || VariablePath.Read(path) is not TemplateVariable variable)
            return;
        (TemplateVariableKind, string) key = (variable.Kind, variable.Name);
        if (!_found.TryGetValue(key, out TemplateVariable? before))
            _order.Add(key);
        if (before is null or { IsConditional: true })
            _found[key] = (before ?? variable) with { IsConditional = conditional };
    }
}
