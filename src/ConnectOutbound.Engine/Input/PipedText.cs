using System.Buffers;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>Tells text that is meant as a phone number from the name of a file, and from a line of one: the file was not read by Import-Csv.</summary>
public static class PipedText
{
    private const string Separators = ",;\t";
    private const int MaxNameLength = 1024;
    private const int MinNumberDigits = 7;

    private static readonly SearchValues<char> s_number = SearchValues.Create("+0123456789 -().");

    private static readonly string[] s_extensions =
        [".csv", ".tsv", ".txt", ".tab", ".dat", ".lst", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".numbers", ".json", ".jsonl", ".xml", ".clixml", ".zip"];

    // What stands behind a number and is no field: an extension, or a parameter of a tel: address.
    private static readonly string[] s_extensionMarks = ["ext", "extension", "x", "durchwahl", "dw", "phone-context"];

    /// <summary>Says what a text is that is no phone number.</summary>
    /// <param name="text">A text that came instead of a row.</param>
    /// <param name="isFile">Whether there is a file or folder of that name. Called only for text that is no number.</param>
    /// <returns>A sentence that says what is wrong and what to do; null for a text that may be a number.</returns>
    public static string? Problem(string text, Func<string, bool> isFile)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(isFile);
        if (!text.AsSpan().ContainsAnyExcept(s_number) || string.IsNullOrWhiteSpace(text) || text.TrimStart()[0] is '{' or '[')
            return null;
        if (IsLine(text))
        {
            return $"The row is a line of text, {DisplayText.Quoted(text)}, and no number: read the file with Import-Csv first, "
                + "or the text with ConvertFrom-Csv.";
        }

        string name = text.Trim();
        return name.Length <= MaxNameLength && !name.AsSpan().ContainsAny('\r', '\n') && (HasExtension(name) || (name.Any(char.IsLetter) && isFile(name)))
            ? File(name[(name.LastIndexOfAny(['/', '\\']) + 1)..] is { Length: > 0 } last ? last : name)
            : null;
    }

    /// <summary>Says what to do with a file that came instead of its rows.</summary>
    /// <param name="name">The file's name.</param>
    /// <returns>A sentence that says what is wrong and what to do.</returns>
    public static string File(string name) => $"The row is the file {DisplayText.Quoted(name)} itself: read it with Import-Csv first.";

    private static bool HasExtension(string name) =>
        Array.Exists(s_extensions, extension => name.Length > extension.Length && name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    // A header or a row has two fields at least, and a word or quotation marks in one of them; a row of numbers alone has more than a number and one field.
    private static bool IsLine(string text)
    {
        foreach (char separator in Separators)
        {
            string[] fields = text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length >= 2
                && (Array.Exists(fields, IsWord) || (fields.Length > 2 && Array.Exists(fields, field => field.Count(char.IsAsciiDigit) >= MinNumberDigits))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(string field)
    {
        if (field[0] == '"')
            return true;
        int letters = 0;
        while (letters < field.Length && (char.IsLetter(field[letters]) || field[letters] == '-'))
            letters++;
        return field.Any(char.IsLetter)
            && !field.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)
            && !(letters < field.Length && Array.Exists(s_extensionMarks, mark => field.AsSpan(0, letters).Equals(mark, StringComparison.OrdinalIgnoreCase)));
    }
}
