namespace ConnectOutbound.Engine.Input;

/// <summary>An object that is neither a scalar nor a collection, as its text: its own code ran once and is not needed again.</summary>
/// <param name="Text">What its ToString() returned.</param>
/// <param name="TypeName">The name of its type, for messages.</param>
internal sealed record PlainObject(string Text, string TypeName)
{
    /// <summary>Returns the text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
