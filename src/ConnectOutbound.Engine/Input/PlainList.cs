namespace ConnectOutbound.Engine.Input;

/// <summary>A list that <see cref="CellConverter"/> made: it holds plain values only and is never converted again.</summary>
internal sealed class PlainList : List<object?>;
