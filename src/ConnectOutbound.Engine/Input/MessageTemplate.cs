using System.Text;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>A message with <c>{Column}</c> placeholders; <c>{{</c> and <c>}}</c> are literal braces.</summary>
internal sealed class MessageTemplate
{
    // Literals stand at even places, normalized column names (with the name as written beside them) at odd ones.
    private readonly string[] _parts;
    private readonly string[] _written;

    private MessageTemplate(string[] parts, string[] written)
    {
        _parts = parts;
        _written = written;
    }

    /// <summary>The names of the columns that it uses, as they are written in it.</summary>
    public IReadOnlyList<string> Columns => _written;

    /// <summary>Reads a template.</summary>
    /// <param name="text">The text.</param>
    /// <param name="template">The template.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <returns>False for braces that do not pair.</returns>
    public static bool TryParse(string text, out MessageTemplate template, out string problem)
    {
        var parts = new List<string>();
        var written = new List<string>();
        var literal = new StringBuilder();
        template = new MessageTemplate([], []);
        problem = "";
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (c is '{' or '}' && at + 1 < text.Length && text[at + 1] == c)
            {
                literal.Append(c);
                at++;
            }
            else if (c == '{')
            {
                int end = text.IndexOf('}', at);
                if (end < 0 || text.IndexOf('{', at + 1) is int open && open >= 0 && open < end)
                {
                    problem = $"the '{{' at character {at + 1} has no '}}' of its own; write {{{{ for a literal brace";
                    return false;
                }

                string name = text[(at + 1)..end].Trim();
                if (name.Length == 0)
                {
                    problem = $"the placeholder at character {at + 1} names no column; write {{{{}}}} for literal braces";
                    return false;
                }

                parts.Add(literal.ToString());
                parts.Add(ColumnName.Normalize(name));
                written.Add(name);
                literal.Clear();
                at = end;
            }
            else if (c == '}')
            {
                problem = $"the '}}' at character {at + 1} has no '{{' before it; write }}}} for a literal brace";
                return false;
            }
            else
            {
                literal.Append(c);
            }
        }

        parts.Add(literal.ToString());
        template = new MessageTemplate([.. parts], [.. written]);
        return true;
    }

    /// <summary>Fills the placeholders from a row.</summary>
    /// <param name="cells">The row; takes a fault for each column that is unknown, ambiguous or empty.</param>
    /// <returns>The text; what could not be filled is left out.</returns>
    public string Fill(CellReader cells)
    {
        if (_parts.Length == 1)
            return _parts[0];

        string?[] filled = new string?[_parts.Length];
        for (int place = 0; place < _parts.Length; place++)
            filled[place] = place % 2 == 0 ? _parts[place] : Value(cells, _parts[place], _written[place / 2]);
        return string.Concat(filled);
    }

    private static string? Value(CellReader cells, string column, string written)
    {
        ColumnSet columns = cells.Row.Columns;
        ColumnMatch match = columns.Find(written, column);
        if (match.IsAmbiguous)
        {
            cells.Fault(
                ErrorIds.ColumnAmbiguous,
                $"The message wants the column {DisplayText.Quoted(written)}, and the columns {match.NameRivals(columns.Names)} match it equally well. "
                    + "Write the column's name exactly as the file has it.");
            return null;
        }

        if (match.Column < 0)
        {
            cells.Fault(
                ErrorIds.PlaceholderUnknown,
                $"The message wants a column {DisplayText.Quoted(written)}, which the row does not have{MissingColumn.Suggestion(column, columns)}.");
            return null;
        }

        object? cell = cells.Row[match.Column];
        if (CellText.IsEmpty(cell))
        {
            cells.Fault(ErrorIds.PlaceholderEmpty, $"The message wants the column {DisplayText.Quoted(written)}, which is empty in this row.");
            return null;
        }

        if (cell is CellError error)
        {
            cells.Fault(
                ErrorIds.CellUnreadable,
                $"The column {DisplayText.Quoted(written)}, which the message wants, cannot be read: {DisplayText.Clause(error.Message)}");
            return null;
        }

        string? text = CellText.Of(cell!);
        if (text is null)
        {
            cells.Fault(
                ErrorIds.PlaceholderNoText,
                $"The message wants the column {DisplayText.Quoted(written)}, which holds a list or a dictionary and no text.");
            return null;
        }

        UnclosedQuote.Check(cells, match.Column, text);
        return text;
    }
}
