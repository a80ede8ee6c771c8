using System.Management.Automation;
using ConnectOutbound.Commands.Completion;
using ConnectOutbound.Commands.Parameters;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.PhoneNumbers;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Skipping.QuietHours;
using ConnectOutbound.Engine.Skipping.Suppression;

namespace ConnectOutbound.Commands;

/// <content>Which rows are skipped, and which wait.</content>
public abstract partial class ChatCmdlet
{
    private const int MaxFiles = 1000;

    /// <summary>What happens to a row whose destination an earlier row has.</summary>
    [Parameter]
    public OutboundDuplicateAction DuplicateAction { get; set; }

    /// <summary>Sends rows as new contacts whose saved results say that their contacts were started.</summary>
    [Parameter]
    public SwitchParameter SendStarted { get; set; }

    /// <summary>Numbers that are not written to: files, or numbers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? SuppressionList { get; set; }

    /// <summary>When customers are not written to, by their own clocks: such as 21:00-08:00.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? QuietHours { get; set; }

    /// <summary>The customers' time zone; a column of this name says it for each row.</summary>
    [Parameter]
    [Alias("TZ")]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <summary>What happens to a row in quiet hours.</summary>
    [Parameter]
    public OutboundQuietHoursAction QuietHoursAction { get; set; }

    /// <summary>What happens under quiet hours to a row whose local time is not known.</summary>
    [Parameter]
    public OutboundUnknownTimeZoneAction UnknownTimeZoneAction { get; set; }

    /// <summary>Asks the service for the templates and holds each row against its own.</summary>
    [Parameter]
    public SwitchParameter CheckTemplate { get; set; }

    /// <summary>Reads the arguments; the lists are read once, whatever the number of rows.</summary>
    /// <returns>Which rows are skipped.</returns>
    /// <exception cref="OutboundException">An argument is wrong.</exception>
    private SkipOptions ReadSkipOptions()
    {
        if (QuietHours is null && FirstBound(nameof(TimeZone), nameof(QuietHoursAction), nameof(UnknownTimeZoneAction)) is string lonely)
            throw OutboundException.Argument(nameof(QuietHours), $"-{lonely} is for quiet hours: give -QuietHours, too, such as -QuietHours '21:00-08:00'.");
        return new SkipOptions
        {
            DuplicateAction = DuplicateAction,
            SendStarted = SendStarted,
            Suppression = SuppressionList is null ? null : ReadSuppression(SuppressionList),
            QuietHours = QuietHours is null ? null : new QuietHoursRule(QuietHoursSchedule.Parse(QuietHours), QuietHoursAction, UnknownTimeZoneAction),
        };
    }

    private string? FirstBound(params string[] names) => Array.Find(names, MyInvocation.BoundParameters.ContainsKey);

    private SuppressionList ReadSuppression(string[] sources)
    {
        var builder = new SuppressionListBuilder(DefaultCountry, FieldColumns.Mapped(ArgumentReader.ColumnMap(ColumnMap), ContactField.Destination));
        var numbers = new List<string>();
        foreach (string source in sources)
        {
            // A file may be called like a number. Of a great many sources none is taken for a file: each look at the disk costs more than reading a number.
            if (PhoneNumber.TryNormalize(source, DefaultCountry, out _, out _)
                && (sources.Length > MaxFiles || !File.Exists(GetUnresolvedProviderPathFromPSPath(source))))
            {
                numbers.Add(source);
            }
            else
            {
                FilesOf(source).ForEach(file => builder.AddFile(file, Stopped));
            }
        }

        if (numbers.Count > 0)
            builder.AddNumbers(numbers);
        SuppressionList list = builder.Build();
        if (list.Count == 0)
            WriteWarning($"The suppression list holds no number: {string.Join(", ", list.Sources)}. Nobody is held back by it.");
        WriteVerbose($"{DisplayText.Count(list.Count, "number")} on the suppression list: {string.Join(", ", list.Sources)}.");
        return list;
    }

    private List<string> FilesOf(string source)
    {
        List<string> files = [];
        try
        {
            files.AddRange(GetResolvedProviderPathFromPSPath(source, out _));
        }
        catch (Exception e) when (e is SessionStateException or PSArgumentException)
        {
            // Said below, as for wildcards that match nothing.
        }

        if (files.Count > 0)
            return files;
        PhoneNumber.TryNormalize(source, DefaultCountry, out _, out string problem);
        throw SuppressionErrors.Invalid(
            $"-SuppressionList {DisplayText.Quoted(source)} is neither an existing file nor a phone number: as a number it {problem}.",
            source,
            null);
    }
}
