using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Skipping.Suppression;

/// <summary>Builds a suppression list of numbers and files. What cannot be read throws and is never left out; the builder is of no use then.</summary>
public sealed class SuppressionListBuilder
{
    /// <summary>The source of numbers that were given one by one.</summary>
    public const string GivenNumbers = "the numbers given";

    private readonly string? _defaultCountry;
    private readonly string? _column;
    private readonly List<string> _sources = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private SuppressedNumbers? _numbers = new();

    /// <summary>Creates a builder.</summary>
    /// <param name="defaultCountry">
    /// The country of numbers without country code (ISO 3166-1, two letters), where a file's column Country does not say another; null for none.
    /// </param>
    /// <param name="column">The column that holds the numbers in a file with columns; null, and in a file without that column, for those that are taken for
    /// <see cref="ContactField.Destination"/>: every one of them that there is.</param>
    public SuppressionListBuilder(string? defaultCountry = null, string? column = null)
    {
        _defaultCountry = string.IsNullOrWhiteSpace(defaultCountry) ? null : defaultCountry.Trim();
        _column = string.IsNullOrWhiteSpace(column) ? null : column;
    }

    private SuppressedNumbers Numbers => _numbers ?? throw new InvalidOperationException("The list is built; another one takes another builder.");

    /// <summary>Adds a number.</summary>
    /// <param name="written">A number however it is written. As in a file, a comment and nothing at all add nothing.</param>
    /// <exception cref="OutboundException">It cannot be read.</exception>
    public void AddNumber(string written) => AddNumbers([written]);

    /// <summary>Adds numbers.</summary>
    /// <param name="written">Numbers however they are written. As in a file, comments and empty texts add nothing.</param>
    /// <exception cref="OutboundException">Some cannot be read; the message has up to five of them.</exception>
    public void AddNumbers(IEnumerable<string> written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var sink = new SuppressionSink(Numbers, SourceIndex(GivenNumbers, null), null, _defaultCountry);
        long place = 0;
        foreach (string number in written)
            sink.AddWritten(number ?? "", null, ++place);
        sink.ThrowFaults();
    }

    /// <summary>Adds the numbers of a file: one number a line, or columns with a line of headers.</summary>
    /// <remarks>
    /// Text in UTF-8, or in the encoding that its byte order mark says. Lines that begin with <c>#</c>, what follows a blank and <c>#</c> behind a
    /// number, and blank lines are left out. Between columns stands a comma, a semicolon, a tab or <c>|</c>, as the headers show. The file is read
    /// once, from its beginning to its end.
    /// </remarks>
    /// <param name="path">The file; a relative path counts from the process's current folder.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="OutboundException">It cannot be read, is no text, has no column that is known, or has lines without a number that can be
    /// read: the message has up to five of them.</exception>
    public void AddFile(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string fullPath = Path.GetFullPath(path);
        if (!_paths.Add(fullPath))
            return;
        var sink = new SuppressionSink(Numbers, SourceIndex(Path.GetFileName(path), path), path, _defaultCountry);
        SuppressionFile.Read(path, _column, sink, cancellationToken);
        sink.ThrowFaults();
    }

    /// <summary>Ends building.</summary>
    /// <returns>The list.</returns>
    public SuppressionList Build()
    {
        var list = new SuppressionList(Numbers, _sources);
        _numbers = null;
        return list;
    }

    // Two files of one name, in two folders, go by their paths.
    private int SourceIndex(string name, string? path)
    {
        int index = _sources.IndexOf(name);
        if (index >= 0 && path is null)
            return index;
        if (_sources.Count == SuppressedNumbers.MaxSources)
            throw SuppressionErrors.Invalid($"A suppression list takes at most {SuppressedNumbers.MaxSources} files; put some of them into one.", path, null);
        _sources.Add(index >= 0 ? path! : name);
        return _sources.Count - 1;
    }
}
