namespace ConnectOutbound.Engine.Input;

/// <summary>An object of the shell as names and values, which are still wrapped.</summary>
/// <param name="Identity">The object itself, by which a cycle is found: its wrappers may differ.</param>
/// <param name="Members">The members; each is read when the list reaches it.</param>
public sealed record ShellMembers(object Identity, IEnumerable<KeyValuePair<string, object?>> Members);
