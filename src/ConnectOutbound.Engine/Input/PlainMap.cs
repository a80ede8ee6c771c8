namespace ConnectOutbound.Engine.Input;

/// <summary>A dictionary that <see cref="CellConverter"/> made: it holds plain values only and is never converted again.</summary>
internal sealed class PlainMap() : Dictionary<string, object?>(StringComparer.Ordinal);
