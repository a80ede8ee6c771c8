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
        PSObject { BaseObject: PSCustomObject } custom => new ShellMembers(custom.Properties.Select(property => KeyValuePair.Create(property.Name, CellOf(property)))),
        // The name is kept beside the number when an enum goes through Export-Clixml.
        PSObject { BaseObject: int } number when number.TypeNames.Contains("Deserialized.System.Enum") => number.ToString(),
        PSObject wrapped => Unwrap(wrapped.BaseObject),
        SwitchParameter flag => flag.IsPresent,
        _ => value,
    };

    /// <inheritdoc/>
    public bool IsStop(Exception exception) => IsStopping(exception);

    /// <summary>As <see cref="IsStop"/>: Ctrl+C, which PowerShell wraps where a script property runs, or the end of a debugger's session.</summary>
    /// <param name="exception">What a value has thrown.</param>
    /// <returns>Whether it ends the command.</returns>
    public static bool IsStopping(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is PipelineStoppedException or TerminateException)
                return true;
        }

        return false;
    }
}
