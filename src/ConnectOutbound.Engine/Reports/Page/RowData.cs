using System.Text;
using System.Text.Json;

namespace ConnectOutbound.Engine.Reports.Page;

/// <summary>The rows for the page's script, as JSON that a script element can hold: it has no character that ends one, and only ASCII.</summary>
/// <remarks>Texts that repeat are written once and called by their place, and times count from the first. 10,000 rows take about 1 MB.</remarks>
internal static class RowData
{
    public static void Write(RunReport report, TextWriter writer)
    {
        Places codes = new();
        Places reasons = new();
        long from = report.FirstAt?.ToUnixTimeMilliseconds() ?? 0;
        using var stream = new MemoryStream();
        // The default encoder escapes <, >, & and all that is not ASCII.
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            Texts(json, "statuses", ReportStatus.All.Select(status => status.ToString()));
            Texts(json, "needing", ReportStatus.Needing.Select(status => status.ToString()));
            json.WriteNumber("from", from);
            json.WriteStartArray("rows");
            foreach (ReportRow row in report.Rows)
                Row(json, row, from, codes, reasons);
            json.WriteEndArray();
            Texts(json, "codes", codes.Texts);
            Texts(json, "reasons", reasons.Texts);
            json.WriteEndObject();
        }

        writer.Write(Encoding.ASCII.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private static void Row(Utf8JsonWriter json, ReportRow row, long from, Places codes, Places reasons)
    {
        json.WriteStartArray();
        json.WriteNumberValue(row.RowNumber);
        json.WriteStringValue(row.Destination);
        json.WriteNumberValue(Add(row.Status));
        json.WriteNumberValue(codes.Add(row.ErrorCode));
        json.WriteNumberValue(reasons.Add(row.Reason));
        json.WriteNumberValue(row.Attempts);
        Number(json, row.StartedAt?.ToUnixTimeMilliseconds() - from);
        Number(json, row.Duration is TimeSpan took ? (long)Math.Ceiling(took.TotalMilliseconds) : null);
        json.WriteStringValue(row.Channel?.ToString() ?? "");
        json.WriteStringValue(row.ContactId ?? "");
        if (row.RequestId is not null)
            json.WriteStringValue(row.RequestId);
        json.WriteEndArray();
    }

    private static int Add(OutboundStatus status)
    {
        for (int i = 0; i < ReportStatus.All.Count; i++)
        {
            if (ReportStatus.All[i] == status)
                return i;
        }

        throw new ArgumentOutOfRangeException(nameof(status), status, "A page has no such status.");
    }

    private static void Number(Utf8JsonWriter json, long? number)
    {
        if (number is long value)
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private sealed class Places
    {
        private readonly Dictionary<string, int> _places = [];
        private readonly List<string> _texts = [];

        public IEnumerable<string> Texts => _texts;

        public int Add(string? text)
        {
            if (text is null)
                return -1;
            if (!_places.TryGetValue(text, out int place))
            {
                place = _texts.Count;
                _places.Add(text, place);
                _texts.Add(text);
            }

            return place;
        }
    }
}
