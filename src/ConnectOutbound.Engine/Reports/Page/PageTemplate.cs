using System.Security.Cryptography;
using System.Text;

namespace ConnectOutbound.Engine.Reports.Page;

/// <summary>The page's own files, which are in the assembly.</summary>
internal static class PageTemplate
{
    /// <summary>A file of the page, with the line ends that a browser makes of any.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its text.</returns>
    public static string Resource(string name)
    {
        using Stream stream = typeof(PageTemplate).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A checkout may have CRLF; the hash is of what the browser sees.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>What a Content-Security-Policy calls a style or a script by.</summary>
    /// <param name="text">The text between the tags.</param>
    /// <returns>A source expression, without its quotes.</returns>
    public static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    /// <summary>Writes a template. What takes a part's place is not looked at again, so braces in data stay braces.</summary>
    /// <param name="template">Text with parts as <c>{{Name}}</c>.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="part">Writes the part of that name.</param>
    public static void Fill(string template, TextWriter writer, Action<string> part)
    {
        int at = 0;
        while (template.IndexOf("{{", at, StringComparison.Ordinal) is int open and >= 0)
        {
            int close = template.IndexOf("}}", open, StringComparison.Ordinal);
            writer.Write(template.AsSpan(at, open - at));
            part(template[(open + 2)..close]);
            at = close + 2;
        }

        writer.Write(template.AsSpan(at));
    }
}
