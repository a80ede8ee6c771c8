using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Connect.Model;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>Reads the fields that hold entries: attributes, segment attributes, and what templates take.</summary>
/// <param name="arguments">Values for every row.</param>
/// <param name="warn">Takes warnings; says each once.</param>
internal sealed class EntryMapper(ArgumentValues arguments, Action<string> warn)
{
    private static readonly JsonSerializerOptions s_plainJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Dictionary<string, string>? Texts(CellReader cells, ContactField field)
    {
        if (!HasEntries(cells, field))
            return null;
        Dictionary<string, object?>? entries = Entries(cells, field);
        if (entries is null)
            return null;
        var texts = new Dictionary<string, string>(entries.Count, StringComparer.Ordinal);
        foreach ((string key, object? value) in entries)
        {
            if (value is null)
                continue;
            if (CellText.Of(value) is string text)
            {
                texts[key] = text;
            }
            else
            {
                string kind = value is System.Collections.IEnumerable ? "list or a dictionary" : CellText.TypeName(value);
                cells.Fault(ErrorIds.Invalid(field.ToString()), $"The {Noun(field)} {DisplayText.Quoted(key)} is a {kind}; it takes text.");
            }
        }

        return texts.Count == 0 ? null : texts;
    }

    public Dictionary<string, SegmentAttributeValue>? Segments(CellReader cells)
    {
        if (!HasEntries(cells, ContactField.SegmentAttribute))
            return null;
        Dictionary<string, object?>? entries = Entries(cells, ContactField.SegmentAttribute);
        if (entries is null)
            return null;
        var values = new Dictionary<string, SegmentAttributeValue>(entries.Count, StringComparer.Ordinal);
        foreach ((string key, object? value) in entries)
        {
            if (SegmentAttributeReader.Read(key, value, cells.Faults) is SegmentAttributeValue read)
                values[key] = read;
        }

        return values.Count == 0 ? null : values;
    }

    public string? CustomerProfile(CellReader cells)
    {
        if (!HasEntries(cells, ContactField.CustomerProfileAttribute))
            return null;
        // JSON text that nothing is added to goes as it was written.
        IReadOnlyList<EntryColumn> columns = cells.Plan.EntriesOf(ContactField.CustomerProfileAttribute);
        object? whole = cells.Cell(ContactField.CustomerProfileAttribute);
        if (whole is string text && columns.Count == 0)
        {
            if (EntryReader.TryRead(text, out IReadOnlyDictionary<string, object?> read, out string problem))
            {
                if (cells.IsFromRow(ContactField.CustomerProfileAttribute))
                    CheckQuotes(cells, cells.Plan.ColumnOf(ContactField.CustomerProfileAttribute), read);
                return text;
            }

            cells.Fault(ErrorIds.CustomerProfileAttributeInvalid, $"CustomerProfileAttribute{cells.Where(ContactField.CustomerProfileAttribute)} {problem}.");
            return null;
        }

        Dictionary<string, object?>? entries = Entries(cells, ContactField.CustomerProfileAttribute);
        if (entries is null)
            return null;
        try
        {
            return JsonSerializer.Serialize(JsonValueWriter.ToNode(entries), s_plainJson);
        }
        catch (NotSupportedException e)
        {
            cells.Fault(ErrorIds.CustomerProfileAttributeInvalid, $"CustomerProfileAttribute cannot be written as JSON: {DisplayText.Clause(e.Message)}");
            return null;
        }
    }

    private bool HasEntries(CellReader cells, ContactField field) =>
        arguments[field] is not null || cells.Plan.ColumnOf(field) >= 0 || cells.Plan.EntriesOf(field).Count > 0;

    // Entries come from a column of the field's own name, from columns PREFIX.NAME, and from the argument; the later win.
    private Dictionary<string, object?>? Entries(CellReader cells, ContactField field)
    {
        Dictionary<string, object?>? merged = null;
        int column = cells.Plan.ColumnOf(field);
        if (column >= 0 && cells.CellOfColumn(column, field) is object own)
        {
            Merge(own);
            CheckQuotes(cells, column, merged);
        }

        foreach (EntryColumn entry in cells.Plan.EntriesOf(field))
        {
            if (cells.CellOfColumn(entry.Column, field) is not object value)
                continue;
            if (value is string text)
                UnclosedQuote.Check(cells, entry.Column, text);
            (merged ??= new Dictionary<string, object?>(StringComparer.Ordinal))[entry.Key] = (value as string)?.Trim() ?? value;
        }

        if (arguments[field] is object argument)
        {
            if (merged is not null)
                WarnOfOverridden(merged, argument, field);
            Merge(argument);
        }

        return merged;

        void Merge(object source)
        {
            if (!EntryReader.TryRead(source, out IReadOnlyDictionary<string, object?> entries, out string problem))
            {
                cells.Fault(ErrorIds.Invalid(field.ToString()), $"{field}{cells.Where(field)} {problem}.");
                return;
            }

            merged ??= new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach ((string key, object? value) in entries)
                merged[key] = value;
        }
    }

    private static void CheckQuotes(CellReader cells, int column, IReadOnlyDictionary<string, object?>? entries)
    {
        foreach (object? value in entries?.Values ?? [])
        {
            if (value is string text)
                UnclosedQuote.Check(cells, column, text);
        }
    }

    private void WarnOfOverridden(Dictionary<string, object?> merged, object argument, ContactField field)
    {
        if (!EntryReader.TryRead(argument, out IReadOnlyDictionary<string, object?> given, out _))
            return;
        foreach (string key in merged.Keys)
        {
            if (given.ContainsKey(key))
                warn($"The row's own {Noun(field)} {DisplayText.Quoted(key)} is not used: -{field} gives it for every row.");
        }
    }

    private static string Noun(ContactField field) => field switch
    {
        ContactField.Attribute => "contact attribute",
        ContactField.TemplateAttribute => "template attribute",
        ContactField.CustomerProfileAttribute => "customer profile attribute",
        _ => "segment attribute",
    };
}
