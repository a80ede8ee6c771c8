using System.Globalization;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Runs;

/// <summary>What the user of a named run should know at its end, in one line each instead of one a row. Safe for use by many threads.</summary>
internal sealed class RunNotices
{
    private readonly object _gate = new();
    private long _otherContent;
    private DateTimeOffset _first = DateTimeOffset.MaxValue;
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private long _similarKeys;

    /// <summary>Counts a row that was started earlier with other content.</summary>
    /// <param name="startedAt">When.</param>
    public void AddOtherContent(DateTimeOffset startedAt)
    {
        lock (_gate)
        {
            _otherContent++;
            _first = startedAt < _first ? startedAt : _first;
            _last = startedAt > _last ? startedAt : _last;
        }
    }

    /// <summary>Counts a row whose key differs only in case or blanks from that of another contact with its destination.</summary>
    public void AddSimilarKey()
    {
        lock (_gate)
            _similarKeys++;
    }

    /// <summary>Writes the warnings.</summary>
    /// <returns>One for each kind that occurred.</returns>
    public IReadOnlyList<string> ToWarnings()
    {
        var warnings = new List<string>();
        lock (_gate)
        {
            if (_otherContent > 0)
            {
                warnings.Add($"{Rows(_otherContent)} started earlier in this run with other content, {When()}, and {Were(_otherContent)} not sent again. "
                    + "Another -RunName sends the new content as a new campaign.");
            }

            if (_similarKeys > 0)
            {
                warnings.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The keys of {DisplayText.Count(_similarKeys, "row")} differ only in case or blanks from the key of another contact with the same "
                        + $"destination. They count as other contacts. Write each key the same way every time."));
            }
        }

        return warnings;
    }

    private static string Rows(long count) => $"{DisplayText.Count(count, "row")} {Were(count)}";

    private static string Were(long count) => count == 1 ? "was" : "were";

    private string When()
    {
        string first = Minute(_first), last = Minute(_last);
        return first == last ? $"at {first} UTC" : $"from {first} to {last} UTC";
    }

    private static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
