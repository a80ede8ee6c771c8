using System.Text;

namespace ConnectOutbound.Engine.Skipping.Suppression;

/// <summary>Reads a text file by lines, counts them, and notices when it is none.</summary>
internal sealed class SuppressionReader : TextReader
{
    private const int BlockLength = 1 << 15;
    private const int MaxLineLength = 1 << 20;
    private const int MaxHeaderLines = 20;

    private readonly StreamReader _reader;
    private readonly char[] _block = new char[BlockLength];
    private int _next;
    private int _end;
    private bool _checked;

    /// <summary>Creates a reader.</summary>
    /// <param name="stream">The file, which the reader closes.</param>
    public SuppressionReader(Stream stream)
    {
        // What is not UTF-8 becomes U+FFFD: harmless beside the numbers, and no digit within one.
        _reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, BlockLength);
    }

    /// <summary>The number of the line that was read last.</summary>
    public long Line { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is no text, or the line has no end.</exception>
    public override string? ReadLine()
    {
        StringBuilder? begun = null;
        while (_next < _end || Fill())
        {
            ReadOnlySpan<char> rest = _block.AsSpan(_next.._end);
            int length = rest.IndexOfAny('\r', '\n');
            if (length >= 0)
            {
                bool carriageReturn = rest[length] == '\r';
                string line = begun is null ? rest[..length].ToString() : begun.Append(rest[..length]).ToString();
                _next += length + 1;
                if (carriageReturn && Peek() == '\n')
                    _next++;
                Line++;
                return line;
            }

            begun = (begun ?? new StringBuilder()).Append(rest);
            _next = _end;
            if (begun.Length > MaxLineLength)
                throw new InvalidDataException($"line {Line + 1} is longer than a million characters");
        }

        if (begun is not null)
            Line++;
        return begun?.ToString();
    }

    /// <summary>Reads up to the first line that has something in it and is no comment.</summary>
    /// <returns>The line, or null where there is none.</returns>
    public string? ReadContent()
    {
        string? line = ReadLine();
        while (line is not null && line.AsSpan().TrimStart() is [] or ['#', ..])
            line = ReadLine();
        return line;
    }

    /// <summary>Reads on to the end of headers that have a line break between quotation marks.</summary>
    /// <param name="first">Their first line.</param>
    /// <returns>The headers.</returns>
    public string ReadHeader(string first)
    {
        var header = new StringBuilder(first);
        int quotes = first.Count(c => c == '"');
        for (int lines = 1; quotes % 2 == 1 && lines < MaxHeaderLines && ReadLine() is string more; lines++)
        {
            header.Append('\n').Append(more);
            quotes += more.Count(c => c == '"');
        }

        return header.ToString();
    }

    /// <inheritdoc/>
    public override int Peek() => _next < _end || Fill() ? _block[_next] : -1;

    /// <inheritdoc/>
    public override int Read() => _next < _end || Fill() ? _block[_next++] : -1;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        if (_next == _end && !Fill())
            return 0;
        int length = Math.Min(buffer.Length, _end - _next);
        _block.AsSpan(_next, length).CopyTo(buffer);
        _next += length;
        return length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _reader.Dispose();
        base.Dispose(disposing);
    }

    private bool Fill()
    {
        _next = 0;
        _end = _reader.Read(_block, 0, _block.Length);
        if (!_checked && !IsText(_block.AsSpan(0, _end)))
            throw new InvalidDataException("it is no text in UTF-8");
        _checked = true;
        return _end > 0;
    }

    private static bool IsText(ReadOnlySpan<char> block)
    {
        if (block.Contains('\0'))
            return false;
        int strange = 0;
        foreach (char c in block)
            strange += c == '\uFFFD' || (c < ' ' && !char.IsWhiteSpace(c)) ? 1 : 0;
        return strange <= block.Length / 8;
    }
}
