using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Journal;

/// <summary>
/// What a run keeps from its first contact on: where it sends, and which column tells its contacts apart. With another place or key, contacts that
/// exist would be taken for others, or others for them.
/// </summary>
public sealed record RunBinding
{
    /// <summary>Where it sends; null if that is not known.</summary>
    public RunPlace? Place { get; init; }

    /// <summary>The key column; empty for none. Null if a run has not recorded it, or a command does not name it.</summary>
    public string? KeyColumn { get; init; }

    /// <summary>Joins what a run keeps with what a command says.</summary>
    /// <param name="command">What the command says.</param>
    /// <param name="runName">The run's name, for the message.</param>
    /// <param name="hasContacts">Whether the run has contacts that exist, or may exist. Without them it may move.</param>
    /// <returns>What holds for the command: the run's own, and what only the command knows. Its key column is not null.</returns>
    /// <exception cref="OutboundException">RunElsewhere, RunKeyColumnMismatch.</exception>
    public RunBinding Join(RunBinding command, string runName, bool hasContacts)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new RunBinding
        {
            Place = JoinPlace(command.Place, runName, hasContacts),
            KeyColumn = JoinKeyColumn(command.KeyColumn, runName, hasContacts),
        };
    }

    /// <summary>Creates the error for a command that sends to another place than its run.</summary>
    /// <param name="runName">The run's name.</param>
    /// <param name="own">The run's place.</param>
    /// <param name="other">The command's place.</param>
    /// <returns>The exception to throw.</returns>
    internal static OutboundException Elsewhere(string runName, RunPlace own, RunPlace other) => new(
        ErrorIds.RunElsewhere,
        $"The run {DisplayText.Quoted(runName)} belongs to {own.Describe()}, and this command sends to {other.Describe()}.",
        own.IsLoopback
            ? "Give another -RunName, or forget the rehearsal first: Remove-ConnectOutboundRun."
            : "Check -EndpointUrl, -Region, -ProfileName and -Source, or give another -RunName.")
    {
        Parameter = "RunName",
    };

    private RunPlace? JoinPlace(RunPlace? other, string runName, bool hasContacts)
    {
        if (Place is null || other is null)
            return Place ?? other;
        // A run without contacts may move. The account is known row by row only, so its old one is not kept either.
        if (!hasContacts)
            return other;
        return Place.Fits(other) ? Place.With(other) : throw Elsewhere(runName, Place, other);
    }

    // Spellings of one column are the same; the run's own goes on, because a file may have two columns that are alike.
    private string JoinKeyColumn(string? other, string runName, bool hasContacts)
    {
        if (KeyColumn is null || other is null)
            return KeyColumn ?? other ?? "";
        if (ColumnName.Normalize(KeyColumn) == ColumnName.Normalize(other))
            return KeyColumn;
        if (!hasContacts)
            return other;
        bool hasKey = KeyColumn.Length > 0;
        throw new OutboundException(
            ErrorIds.RunKeyColumnMismatch,
            $"The run {DisplayText.Quoted(runName)} has {(hasKey ? $"the key column {DisplayText.Quoted(KeyColumn)}" : "no key column")}, and -KeyColumn is "
                + $"{DisplayText.Quoted(other)}: every contact would be sent again.",
            hasKey
                ? "Leave -KeyColumn out: the run's own is used. To send to everybody again, give another -RunName."
                : "Leave -KeyColumn out. To send to everybody again, give another -RunName.")
        {
            Parameter = "KeyColumn",
        };
    }
}
