using System.Management.Automation;
using System.Management.Automation.Internal;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Commands.Rows;

/// <summary>Takes PowerShell's wrapping off values, because the engine knows no shell.</summary>
internal sealed class ShellValues : IShellValues
{
    /// <summary>The one that all rows share: it has no state.</summary>
    public static ShellValues Instance { get; } = new();

    /// <summary>Converts a value now, with everything that it contains.</summary>
    /// <param name="value">A value as the shell has it.</param>
    /// <returns>The plain value, or a <see cref="CellError"/>.</returns>
    public static object? Convert(object? value) => CellConverter.Convert(value, Instance);

    /// <summary>Whether a value is one cell, whatever properties it has: a number, a date, a time, a version.</summary>
    /// <param name="value">A value without PowerShell's wrapping.</param>
    /// <returns>False for text, and for types of the user's own, whose properties are columns.</returns>
    public static bool IsScalar(object value)
    {
        Type type = value.GetType();
        return type.IsPrimitive || (value is IFormattable && type.Namespace is ("System" or "System.Net" or "System.Numerics"));
    }

    /// <summary>Makes the cell of a property without reading more than a field.</summary>
    /// <param name="property">The property.</param>
    /// <returns>A note property's value as it is; for any other property a cell that is read when something uses it.</returns>
    /// <remarks>A class derived from PSNoteProperty may run code as well.</remarks>
    public static object? CellOf(PSPropertyInfo property) => property.GetType() == typeof(PSNoteProperty) ? property.Value : new PropertyCell(property);

    /// <inheritdoc/>
    public object? Unwrap(object value) => value switch
    {
        PropertyCell property => property.Read() is object read ? Unwrap(read) : null,
        // What a script property or an expression that emits nothing gives.
        PSObject nothing when ReferenceEquals(nothing, AutomationNull.Value) => null,
        PSObject { BaseObject: PSCustomObject } custom => SavedTime.Read(custom) is object time
            ? time
            : new ShellMembers(custom, custom.Properties.Select(property => KeyValuePair.Create(property.Name, CellOf(property)))),
        // The name is kept beside the number when an enum goes through Export-Clixml.
        PSObject { BaseObject: int } number when number.TypeNames.Contains("Deserialized.System.Enum") => number.ToString(),
        PSObject wrapped => Unwrap(wrapped.BaseObject),
        SwitchParameter flag => flag.IsPresent,
        _ => value,
    };

    /// <summary>Whether an exception is no more than what a row's own code has thrown.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>False if it ends the command, or the process is out of memory or stack.</returns>
    public static bool IsData(Exception exception) =>
        exception is not (OutOfMemoryException or InsufficientExecutionStackException) && !Instance.IsStop(exception);

    /// <inheritdoc/>
    public bool IsStop(Exception exception)
    {
        // Ctrl+C, which PowerShell wraps where a script property runs, or the end of a debugger's session.
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is PipelineStoppedException or TerminateException)
                return true;
        }

        return false;
    }
}
