using ConnectOutbound.Engine.Errors;
using CsvHelper;

namespace ConnectOutbound.Engine.Skipping.Suppression;

/// <summary>Reads a file with numbers that must not be written to, once and as a stream.</summary>
internal static class SuppressionFile
{
    private const int MaxRecordBytes = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="column">The column with the numbers; null for those that are known.</param>
    /// <param name="sink">What takes the numbers and the lines without any.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="OutboundException">The file as a whole cannot be used.</exception>
    public static void Read(string path, string? column, SuppressionSink sink, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new SuppressionReader(Open(path));
            Read(reader, path, column, sink, cancellationToken);
        }
        catch (Exception e) when (
            e is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException)
        {
            throw Unusable(path, null, e switch
            {
                FileNotFoundException or DirectoryNotFoundException => "does not exist; check the path",
                InvalidDataException => $"cannot be read, as {e.Message}; save it as text or CSV in UTF-8 (a workbook is exported as CSV)",
                UnauthorizedAccessException => "may not be read by this user; check its permissions",
                _ => $"cannot be read: {DisplayText.Clause(e.Message).TrimEnd('.')}",
            }, e);
        }
    }

    private static void Read(SuppressionReader reader, string path, string? column, SuppressionSink sink, CancellationToken cancellationToken)
    {
        if (reader.ReadContent() is not string first)
            return;
        char? separator = null;
        if (first.Length == 5 && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            // What spreadsheets write to say how they separate columns.
            separator = first[4];
            if (reader.ReadContent() is not string second)
                return;
            first = second;
        }

        long line = reader.Line;
        if (SuppressionHeader.Find(reader.ReadHeader(first), column, separator, out string? problem) is SuppressionHeader header)
        {
            if (header.IsOneColumn)
                ReadLines(reader, sink, cancellationToken);
            else
                ReadRecords(reader, header, path, sink, cancellationToken);
        }
        else if (problem is not null)
        {
            throw Unusable(path, line, problem);
        }
        else
        {
            sink.AddWritten(first, null, line);
            ReadLines(reader, sink, cancellationToken);
        }
    }

    private static void ReadLines(SuppressionReader reader, SuppressionSink sink, CancellationToken cancellationToken)
    {
        while (reader.ReadLine() is string text)
        {
            sink.AddWritten(text, null, reader.Line);
            if ((reader.Line & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static void ReadRecords(SuppressionReader reader, SuppressionHeader header, string path, SuppressionSink sink, CancellationToken cancellationToken)
    {
        long linesBefore = reader.Line;
        using CsvReader csv = CsvReader.Create(reader, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = header.Separator,
            CommentPrefix = '#',
            TrackLineNumbers = true,
            MaxRecordSize = MaxRecordBytes,
            // A quotation mark within a field is text (5" pipe), unless it has joined lines: there were numbers in them.
            OnMalformedRecord = record =>
            {
                if (record.Reason != CsvMalformedReason.StrayQuote || record.RawRecord.AsSpan().ContainsAny('\r', '\n'))
                {
                    sink.AddFault(
                        linesBefore + record.LineNumber,
                        "a quotation mark is not closed, or stands within a field; a field is put between two, and those in it are doubled");
                }

            },
        });
        try
        {
            while (csv.Read())
            {
                ReadRecord(csv, header, linesBefore + csv.LineNumber, sink);
                if ((csv.RowNumber & 0xFFF) == 0)
                    cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (CsvFormatException e)
        {
            long line = linesBefore + Math.Max(1, csv.LineNumber);
            throw Unusable(path, line, $"cannot be read: the row in line {line} or behind it is longer than 1 MB, as when a quotation mark is not closed", e);
        }
    }

    private static void ReadRecord(CsvReader csv, SuppressionHeader header, long line, SuppressionSink sink)
    {
        // A comment behind blanks, which the parser takes for a record.
        if (csv.GetRawSpan(0).TrimStart(" \t"u8) is [(byte)'#', ..])
            return;
        int filled = csv.FieldCount;
        while (filled > 0 && csv.GetSpan(filled - 1).TrimStart(" \t"u8).IsEmpty)
            filled--;
        if (filled == 0)
            return;
        if (filled > header.Count)
        {
            // An unquoted separator has moved the fields: what stands in the column may be something else.
            sink.AddFault(line, $"has {filled} fields where the headers have {header.Count}; put fields that hold the separator into quotation marks");
            return;
        }

        string? country = header.CountryColumn < 0 ? null : csv.GetString(header.CountryColumn);
        bool any = false;
        foreach (int column in header.NumberColumns)
            any |= sink.AddWritten(csv.GetString(column), country, line);
        if (!any)
            sink.AddFault(line, "has no number");
    }

    private static FileStream Open(string path)
    {
        if (Directory.Exists(path))
            throw Unusable(path, null, "is a folder; name its files");
        // Somebody may have it open in a spreadsheet.
        return new FileStream(
            path,
            new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.SequentialScan, BufferSize = 0 });
    }

    private static OutboundException Unusable(string path, long? line, string problem, Exception? inner = null) =>
        SuppressionErrors.Invalid($"The suppression list {SuppressionErrors.Named(path)} {problem}. Nothing is sent without it.", path, line, inner);
}
