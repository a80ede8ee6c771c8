using System.Globalization;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.PhoneNumbers;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Skipping.Duplicates;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Adds up plans. Remembers destinations (16 bytes or so each), and of the rest no more than sums.</summary>
public sealed class PlanSummarizer
{
    // What the service takes where a request says nothing (API reference, ChatDurationInMinutes).
    private const int DefaultChatMinutes = 1500;
    private const int MaxCharacters = 20;

    private readonly PaceLimit _pace;
    private readonly int _chatQuota;
    private readonly RunCounts _counts = new();
    private readonly Dictionary<string, OutboundPlanFault> _faults = new(StringComparer.Ordinal);
    private readonly IdentityTable _destinations = new();
    private readonly Dictionary<string, ChatLoad> _instances = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _characters = [];
    private readonly HashSet<string> _knownCharacters = new(StringComparer.Ordinal);
    private long _parts;
    private long _gsm7;
    private long _ucs2;
    private long _waiting;
    private long _optedOut;
    private string? _optOut;
    private long _landlines;
    private TimeSpan? _quotaFullAfter;

    /// <summary>Creates a summarizer.</summary>
    /// <param name="pace">The rate.</param>
    /// <param name="chatQuota">The quota of concurrent active chats of an instance (L-D4BA6F6E).</param>
    public PlanSummarizer(PaceLimit pace, int chatQuota)
    {
        _pace = pace;
        _chatQuota = chatQuota;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="plan">Its plan.</param>
    public void Add(CheckedRow row, OutboundPlan plan)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(plan);
        _counts.Add(plan.Status);
        if (!plan.WillSend)
        {
            AddFaults(row, plan);
            return;
        }

        _destinations.Add(ContactIdentity.Create("", row.Destination!, null), plan.RowNumber);
        _waiting += plan.NotBefore is null ? 0 : 1;
        _optedOut += row.OptOut is null ? 0 : 1;
        _optOut ??= row.OptOut;
        _landlines += row.Channel == OutboundChannel.SMS && Landline.Is(row.Destination!) ? 1 : 0;
        AddMessage(RunPlanner.SmsText(row, plan.Text));
        AddChat(row);
    }

    /// <summary>The sum of all rows so far.</summary>
    /// <returns>The summary.</returns>
    public OutboundPlanSummary ToSummary()
    {
        long peak = _instances.Values.Select(load => load.Peak).DefaultIfEmpty().Max();
        return new OutboundPlanSummary
        {
            RowCount = _counts.Total,
            WillSend = _counts[OutboundStatus.Planned],
            Invalid = _counts[OutboundStatus.Invalid],
            Duplicate = _counts[OutboundStatus.Duplicate],
            Suppressed = _counts[OutboundStatus.Suppressed],
            Deferred = _counts[OutboundStatus.Deferred],
            AlreadyStarted = _counts[OutboundStatus.AlreadyStarted],
            Unknown = _counts[OutboundStatus.Unknown],
            Fault = new OutboundPlanFaultList([.. _faults.Values.OrderByDescending(fault => fault.Count).ThenBy(fault => fault.RowNumber)]),
            DestinationCount = _destinations.Count,
            MessageParts = _parts,
            Gsm7Count = _gsm7,
            Ucs2Count = _ucs2,
            Ucs2Character = new OutboundTextList([.. _characters]),
            RequestsPerSecond = _pace.RequestsPerSecond,
            Duration = StartOf(_counts[OutboundStatus.Planned]),
            ConcurrentChatQuota = _chatQuota,
            PeakConcurrentChats = peak,
            QuotaFullAfter = _quotaFullAfter,
            Advice = new OutboundTextList([.. Advice(peak)]),
        };
    }

    // When the contact with this place among those that are sent can start: the burst goes at once, the others follow at the rate.
    private TimeSpan StartOf(long place) => TimeSpan.FromSeconds(Math.Max(0, place - _pace.Burst) / _pace.RequestsPerSecond);

    private void AddFaults(CheckedRow row, OutboundPlan plan)
    {
        if (row.Faults.Count == 0)
        {
            Count(plan.ErrorCode ?? plan.Status.ToString(), plan.Problems.ToString());
            return;
        }

        // Two faults of one kind are one row all the same.
        foreach (IGrouping<string, RowFault> kind in row.Faults.GroupBy(fault => fault.Kind))
            Count(kind.Key, kind.First().Text);

        void Count(string kind, string example) =>
            _faults[kind] = _faults.TryGetValue(kind, out OutboundPlanFault? known)
                ? known with { Count = known.Count + 1 }
                : new OutboundPlanFault { Kind = kind, Count = 1, RowNumber = plan.RowNumber, Example = example };
    }

    private void AddMessage(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        SmsLength length = SmsParts.Measure(text);
        _parts += length.Parts;
        if (length.Encoding == SmsEncoding.Gsm7)
        {
            _gsm7++;
            return;
        }

        _ucs2++;
        if (_characters.Count >= MaxCharacters)
            return;
        foreach (SmsCharacter character in SmsParts.ForcingUcs2(text, MaxCharacters))
        {
            if (_characters.Count < MaxCharacters && _knownCharacters.Add(character.Text))
                _characters.Add(character.ToString());
        }
    }

    private void AddChat(CheckedRow row)
    {
        if (!_instances.TryGetValue(row.InstanceId!, out ChatLoad? load))
            _instances[row.InstanceId!] = load = new ChatLoad();
        TimeSpan start = StartOf(_counts[OutboundStatus.Planned]);
        if (load.Start(start, row.Request!.ChatDurationInMinutes ?? DefaultChatMinutes) > _chatQuota)
            _quotaFullAfter ??= start;
    }

    private IEnumerable<string> Advice(long peak)
    {
        if (_quotaFullAfter is TimeSpan full)
        {
            yield return $"After {Human(full)} the instance has {_chatQuota} chats open (quota L-D4BA6F6E), and a contact starts only when another ends; "
                + $"{peak} would be open at once. "
                + "Shorten -ChatDurationInMinutes (60 at least), end the chats in the flow, or have the quota raised.";
        }

        if (_optedOut > 0)
        {
            yield return $"{DisplayText.Count(_optedOut, "row")} would be sent although a column, such as {_optOut}, "
                + "says that the customer does not want messages. Put the numbers on a -SuppressionList, or filter the rows.";
        }

        if (_ucs2 > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{DisplayText.Count(_ucs2, "message")} with characters outside the GSM alphabet: a part holds 70 characters instead of 160: "
                    + $"{string.Join(", ", _characters)}{(_characters.Count >= MaxCharacters ? ", …" : "")}.");
        }

        if (_landlines > 0)
        {
            string are = _landlines == 1 ? "is a landline" : "are landlines";
            string them = _landlines == 1 ? "it" : "them";
            yield return $"{DisplayText.Count(_landlines, "row")} {are}, SMS does not reach {them}. Take a mobile number, or call.";
        }

        if (_waiting > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{DisplayText.Count(_waiting, "row")} would wait for the end of quiet hours; while as many wait as may be under way (-ThrottleLimit), "
                    + $"the others wait, too.");
        }

        if (_faults.TryGetValue(ErrorIds.TimeZoneUnknown, out OutboundPlanFault? unknown))
        {
            yield return $"{DisplayText.Count(unknown.Count, "row")} held back however late it gets, for want of the local time. "
                + "Give -TimeZone, a column TimeZone, or -UnknownTimeZoneAction Send.";
        }
        else if (_counts[OutboundStatus.Deferred] > 0)
        {
            yield return $"{DisplayText.Count(_counts[OutboundStatus.Deferred], "row")} held back by quiet hours: send later, or with -QuietHoursAction Wait.";
        }

        if (_counts[OutboundStatus.Invalid] > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{DisplayText.Count(_counts[OutboundStatus.Invalid], "row")} cannot be sent: without -Summary, "
                    + $"Test-ConnectOutboundChat shows each with its faults.");
        }
    }

    private static string Human(TimeSpan span) => span.TotalHours >= 2
        ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} hours")
        : span.TotalMinutes >= 2
            ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} minutes")
            : string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} seconds");
}
