using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Commands.Completion;

/// <summary>Completes the numbers of an instance that carry messages.</summary>
public sealed class SourceCompleter : ResourceCompleter
{
    private protected override async Task<IReadOnlyList<(string Name, string Tip)>> ListAsync(
        ConnectionSettings settings,
        string instance,
        CancellationToken stop)
    {
        IReadOnlyList<(string Name, string Tip)> numbers = await OfInstanceAsync(
            settings,
            instance,
            (directory, id) => directory.PhoneNumbersAsync(id, stop),
            number => number.Channel is null ? ("", "") : (number.PhoneNumber, number.ToString()),
            stop).ConfigureAwait(false);
        return [.. numbers.Where(number => number.Name.Length > 0)];
    }
}
