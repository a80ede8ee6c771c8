using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Skipping.Suppression;

/// <summary>Takes the numbers of one source, and gathers what is wrong with it.</summary>
internal sealed class SuppressionSink
{
    private const int MaxShown = 5;

    private readonly SuppressedNumbers _numbers;
    private readonly int _source;
    private readonly string? _path;
    private readonly string? _defaultCountry;
    private readonly List<string> _shown = [];
    private long _faults;
    private long _faultyLines;
    private long? _firstLine;
    private long _lastLine;
    private bool _countryWouldHelp;

    /// <summary>Creates a sink.</summary>
    /// <param name="numbers">Where numbers go.</param>
    /// <param name="source">The index of the source.</param>
    /// <param name="path">The file; null for numbers that were given.</param>
    /// <param name="defaultCountry">The country of numbers without country code; null for none.</param>
    public SuppressionSink(SuppressedNumbers numbers, int source, string? path, string? defaultCountry)
    {
        _numbers = numbers;
        _source = source;
        _path = path;
        _defaultCountry = defaultCountry;
    }

    /// <summary>Takes a number with what may stand around it: blanks, quotes, a comment.</summary>
    /// <param name="written">The text.</param>
    /// <param name="country">The country that stands beside it; null or empty for none.</param>
    /// <param name="line">Its line, from 1.</param>
    /// <returns>False where there is nothing: blanks, or a comment alone.</returns>
    public bool AddWritten(string written, string? country, long line)
    {
        string number = WithoutComment(written);
        if (number.Length == 0)
            return false;
        country = string.IsNullOrWhiteSpace(country) ? _defaultCountry : country;
        if (PhoneNumber.TryNormalize(number, country, out string e164, out string problem))
        {
            _numbers.Add(SuppressionList.Key(e164), _source);
            return true;
        }

        _countryWouldHelp |= country is null && !number.Contains('+', StringComparison.Ordinal);
        AddFault(line, $"{DisplayText.Quoted(number)} {problem}");
        return true;
    }

    /// <summary>Notes that a line cannot be used.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="problem">What is wrong with it.</param>
    public void AddFault(long line, string problem)
    {
        _firstLine ??= line;
        _faults++;
        _faultyLines += line == _lastLine ? 0 : 1;
        _lastLine = line;
        if (_shown.Count < MaxShown)
            _shown.Add($"{(_path is null ? "number" : "line")} {line}: {problem}");
    }

    /// <summary>To be called at the end.</summary>
    /// <exception cref="OutboundException">There were faults.</exception>
    public void ThrowFaults()
    {
        if (_faults == 0)
            return;
        string what = _path is null
            ? $"{(_faultyLines == 1 ? "A number" : $"{_faultyLines} of the numbers")} to be left out cannot be read, so nothing is sent"
            : $"The suppression list {SuppressionErrors.Named(_path)} has "
                + $"{(_faultyLines == 1 ? "a line that cannot" : $"{_faultyLines} lines that cannot")} be read, so nothing is sent";
        string more = _faults > MaxShown ? $"; and {_faults - MaxShown} more" : "";
        string country = !_countryWouldHelp ? "" : _path is null ? ", or give a default country" : ", or give a default country or a column Country";
        string remedy = _path is null ? "take out what is none" : "put # at the beginning of a line that is to be left out";
        string message = $"{what}: {string.Join("; ", _shown)}{more}. Write numbers internationally, with + and the country code{country}; {remedy}.";
        throw SuppressionErrors.Invalid(message, _path, _firstLine);
    }

    // A # is a comment's where it is the first character or stands behind a blank: "+12065550100#12" is no comment.
    private static string WithoutComment(string written)
    {
        ReadOnlySpan<char> text = written.AsSpan().Trim();
        for (int at = text.IndexOf('#'); at >= 0;)
        {
            if (at == 0 || char.IsWhiteSpace(text[at - 1]))
            {
                text = text[..at].TrimEnd();
                break;
            }

            int next = text[(at + 1)..].IndexOf('#');
            at = next < 0 ? -1 : at + 1 + next;
        }

        if (text.Length >= 2 && text[0] == '"' && text[^1] == '"')
            text = text[1..^1].Trim();
        return text.Length == written.Length ? written : text.ToString();
    }
}
