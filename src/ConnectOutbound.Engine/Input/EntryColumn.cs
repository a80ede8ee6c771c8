namespace ConnectOutbound.Engine.Input;

/// <summary>A column that fills one entry of a field, as Attribute.NAME does.</summary>
/// <param name="Key">The entry's name.</param>
/// <param name="Column">The column.</param>
/// <param name="Distance">How directly the column was chosen: of two for one entry the one with less is used.</param>
internal sealed record EntryColumn(string Key, int Column, int Distance);
