namespace ConnectOutbound.Engine.Input;

/// <summary>What a shell knows about its own values. The engine asks for it and so stays free of the shell.</summary>
public interface IShellValues
{
    /// <summary>Takes the shell's wrapping off a value; what the value contains stays wrapped.</summary>
    /// <param name="value">A value as the shell has it.</param>
    /// <returns>A .NET value, <see cref="ShellMembers"/> for an object of the shell, or a <see cref="CellError"/>.</returns>
    object? Unwrap(object value);

    /// <summary>Whether an exception ends the whole command, so that no row may catch it.</summary>
    /// <param name="exception">What a value has thrown.</param>
    /// <returns>False for everything that concerns this value alone.</returns>
    bool IsStop(Exception exception);
}
