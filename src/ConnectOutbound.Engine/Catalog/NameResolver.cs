using System.Globalization;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Catalog;

/// <summary>Turns names into what the service takes: an instance's alias, a flow's name, a number as the source. Each list is read once.</summary>
/// <remarks>Not thread-safe: rows come one after the other.</remarks>
/// <param name="directory">Reads the lists.</param>
public sealed class NameResolver(ResourceDirectory directory)
{
    private const int MaxNamed = 10;

    private readonly Dictionary<string, List<OutboundFlow>> _flows = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<OutboundPhoneNumber>> _numbers = new(StringComparer.OrdinalIgnoreCase);
    // What rows say again and again.
    private readonly Dictionary<(string Name, string Instance, string Kind), string> _known = [];
    private List<OutboundInstance>? _instances;

    /// <summary>Whether an instance or a flow is given by its name: it is neither an id nor an ARN.</summary>
    /// <param name="given">What was given.</param>
    /// <returns>False also where nothing was.</returns>
    public static bool IsName(string? given) =>
        !string.IsNullOrWhiteSpace(given) && !given.StartsWith("arn:", StringComparison.OrdinalIgnoreCase) && !Guid.TryParseExact(given, "D", out _);

    /// <summary>Whether a source is given by its number.</summary>
    /// <param name="given">What was given.</param>
    /// <returns>False also where nothing was.</returns>
    public static bool IsNumber(string? given) => given is not null && PhoneNumber.TryNormalize(given, null, out _, out _);

    /// <summary>Whether a row has names.</summary>
    /// <param name="draft">The row as it was read.</param>
    /// <returns>True where there is something to look up.</returns>
    public static bool AreIn(ContactDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return IsName(draft.InstanceId) || IsName(draft.ContactFlowId) || IsNumber(draft.Source);
    }

    /// <summary>The id of an instance.</summary>
    /// <param name="given">Its id, its ARN or its alias.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The id or the ARN.</returns>
    /// <exception cref="OutboundException">No instance has the alias, or they could not be read.</exception>
    public async Task<string> InstanceAsync(string given, CancellationToken cancellationToken = default)
    {
        if (!IsName(given))
            return given;
        if (_known.TryGetValue((given, "", ""), out string? known))
            return known;
        _instances ??= await ToListAsync(directory.InstancesAsync(cancellationToken)).ConfigureAwait(false);
        return _known[(given, "", "")] = One(
            _instances,
            given,
            instance => instance.Alias,
            instance => instance.InstanceId,
            (ErrorIds.InstanceNotFound, ErrorIds.InstanceAmbiguous),
            "-InstanceId",
            "an instance's alias",
            "Get-ConnectOutboundInstance").InstanceId;
    }

    /// <summary>The id of a flow.</summary>
    /// <param name="given">Its id, its ARN or its name.</param>
    /// <param name="instance">The instance's id or ARN.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The id or the ARN.</returns>
    /// <exception cref="OutboundException">No flow that can be used has the name, or several have, or they could not be read.</exception>
    public async Task<string> FlowAsync(string given, string instance, CancellationToken cancellationToken = default)
    {
        if (!IsName(given))
            return given;
        string id = IdOf(instance);
        if (_known.TryGetValue((given, id, "Flow"), out string? known))
            return known;
        if (!_flows.TryGetValue(id, out List<OutboundFlow>? flows))
            _flows[id] = flows = await ToListAsync(directory.FlowsAsync(id, cancellationToken)).ConfigureAwait(false);
        List<OutboundFlow> usable = flows.FindAll(flow => flow.IsUsable);
        OutboundFlow? idle = flows.Find(flow => !flow.IsUsable && flow.Name.Equals(given, StringComparison.OrdinalIgnoreCase));
        if (idle is not null && !usable.Exists(flow => flow.Name.Equals(given, StringComparison.OrdinalIgnoreCase)))
        {
            throw OutboundException.ForOne(
                ErrorIds.FlowNotFound,
                $"The flow {DisplayText.Quoted(given)} takes no contacts: it is {(idle.State == "ARCHIVED" ? "archived" : "saved, and not published")}.",
                "Publish it in Amazon Connect, or name another: Get-ConnectOutboundFlow lists them.");
        }

        return _known[(given, id, "Flow")] = One(
            usable,
            given,
            flow => flow.Name,
            flow => flow.ContactFlowId,
            (ErrorIds.FlowNotFound, ErrorIds.FlowAmbiguous),
            "-ContactFlowId",
            "the name of a flow that is published and active",
            "Get-ConnectOutboundFlow").ContactFlowId;
    }

    /// <summary>The ARN of a number.</summary>
    /// <param name="given">Its ARN, or the number with its country code.</param>
    /// <param name="instance">The instance's id or ARN.</param>
    /// <param name="channel">The channel that it has to serve, where that is known: a number may serve SMS and WhatsApp by two ARNs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ARN.</returns>
    /// <exception cref="OutboundException">The instance has no such number for the channel, or they could not be read.</exception>
    public async Task<string> SourceAsync(string given, string instance, OutboundChannel? channel, CancellationToken cancellationToken = default)
    {
        if (!PhoneNumber.TryNormalize(given, null, out string e164, out _))
            return given;
        string id = IdOf(instance);
        if (_known.TryGetValue((e164, id, $"Source {channel}"), out string? known))
            return known;
        if (!_numbers.TryGetValue(id, out List<OutboundPhoneNumber>? numbers))
            _numbers[id] = numbers = await ToListAsync(directory.PhoneNumbersAsync(id, cancellationToken)).ConfigureAwait(false);
        List<OutboundPhoneNumber> messaging = numbers.FindAll(number => number.Channel is not null && (channel is null || number.Channel == channel));
        if (numbers.Exists(number => number.PhoneNumber == e164) && !messaging.Exists(number => number.PhoneNumber == e164))
        {
            throw OutboundException.ForOne(
                ErrorIds.PhoneNumberNotFound,
                $"The number {e164} of the instance carries no {(channel is null ? "messages" : channel.ToString())}.",
                "Import it from AWS End User Messaging (SMS or Social), or name another: Get-ConnectOutboundPhoneNumber lists them with their channels.");
        }

        return _known[(e164, id, $"Source {channel}")] = One(
            messaging,
            e164,
            number => number.PhoneNumber,
            number => number.Source,
            (ErrorIds.PhoneNumberNotFound, ErrorIds.PhoneNumberAmbiguous),
            "-Source",
            channel is null ? "a number of the instance that carries messages" : $"a number of the instance that carries {channel}",
            "Get-ConnectOutboundPhoneNumber").Source;
    }

    /// <summary>Looks up the names of a row. What cannot be found is a fault of the row.</summary>
    /// <param name="draft">The row as it was read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row with ids.</returns>
    /// <exception cref="OutboundException">The lists could not be read at all.</exception>
    public async ValueTask<ContactDraft> ResolveAsync(ContactDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (!AreIn(draft))
            return draft;
        var faults = new List<RowFault>(draft.Faults);
        string? instance = draft.InstanceId is null
            ? null
            : await TryAsync(ContactField.InstanceId, () => InstanceAsync(draft.InstanceId, cancellationToken), faults).ConfigureAwait(false);
        string? flow = draft.ContactFlowId;
        if (IsName(flow))
        {
            flow = instance is null
                ? Unknown(ContactField.ContactFlowId, flow!, faults)
                : await TryAsync(ContactField.ContactFlowId, () => FlowAsync(flow!, instance, cancellationToken), faults).ConfigureAwait(false);
        }

        string? source = draft.Source;
        if (IsNumber(source))
        {
            source = instance is null
                ? Unknown(ContactField.Source, source!, faults)
                : await TryAsync(ContactField.Source, () => SourceAsync(source!, instance, draft.Channel, cancellationToken), faults).ConfigureAwait(false);
        }

        return draft with { InstanceId = instance, ContactFlowId = flow, Source = source, Faults = faults };
    }

    private static async Task<string?> TryAsync(ContactField field, Func<Task<string>> find, List<RowFault> faults)
    {
        try
        {
            return await find().ConfigureAwait(false);
        }
        catch (OutboundException e) when (e.Scope == ErrorScope.One)
        {
            faults.Add(new RowFault(ErrorIds.Invalid(field.ToString()), $"{field}: {e.Message}"));
            return null;
        }
    }

    private static string? Unknown(ContactField field, string given, List<RowFault> faults)
    {
        faults.Add(new RowFault(
            ErrorIds.Invalid(field.ToString()),
            $"{field} {DisplayText.Quoted(given)} is a name, and the instance in which to look it up is not known."));
        return null;
    }

    private static T One<T>(
        List<T> all,
        string given,
        Func<T, string?> nameOf,
        Func<T, string> idOf,
        (string NotFound, string Ambiguous) ids,
        string parameter,
        string what,
        string command)
    {
        List<T> found = all.FindAll(item => string.Equals(nameOf(item), given, StringComparison.OrdinalIgnoreCase));
        // Of names that differ by case only the one that was written is meant.
        if (found.Count > 1 && found.FindAll(item => string.Equals(nameOf(item), given, StringComparison.Ordinal)) is { Count: 1 } exact)
            found = exact;
        switch (found.Count)
        {
            case 1:
                return found[0];
            case 0:
                throw OutboundException.ForOne(
                    ids.NotFound,
                    $"{DisplayText.Quoted(given)} is not {what}. {Candidates(all, given, nameOf)}",
                    $"{command} lists them; {parameter} takes an ARN, too.");
            default:
                throw OutboundException.ForOne(
                    ids.Ambiguous,
                    $"{DisplayText.Quoted(given)} stands for {found.Count}: {string.Join(", ", found.Take(MaxNamed).Select(idOf))}.",
                    $"Give one of these as {parameter}.");
        }
    }

    private static string Candidates<T>(List<T> all, string given, Func<T, string?> nameOf)
    {
        if (all.Count == 0)
            return "There are none.";
        // Those that are alike first.
        string[] names = [.. all.Select(nameOf).OfType<string>().Distinct(StringComparer.Ordinal)
            .OrderByDescending(name => name.Contains(given, StringComparison.OrdinalIgnoreCase) || given.Contains(name, StringComparison.OrdinalIgnoreCase))
            .ThenBy(name => name, StringComparer.OrdinalIgnoreCase)];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"There {(names.Length == 1 ? "is" : "are")} {string.Join(", ", names.Take(MaxNamed).Select(DisplayText.Quoted))}"
                + $"{(names.Length > MaxNamed ? $" and {names.Length - MaxNamed} more" : "")}.");
    }

    // An ARN ends with the instance's id.
    private static string IdOf(string instance) =>
        instance.StartsWith("arn:", StringComparison.OrdinalIgnoreCase) ? instance[(instance.LastIndexOf('/') + 1)..] : instance;

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (T item in items.ConfigureAwait(false))
            list.Add(item);
        return list;
    }
}
