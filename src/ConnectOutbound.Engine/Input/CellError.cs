namespace ConnectOutbound.Engine.Input;

/// <summary>Stands in a cell whose value could not be read, such as a script property that throws.</summary>
/// <param name="Message">What reading it said.</param>
public sealed record CellError(string Message);
