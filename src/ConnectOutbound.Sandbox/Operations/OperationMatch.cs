namespace ConnectOutbound.Sandbox.Operations;

/// <summary>What a method and a path lead to.</summary>
/// <param name="Operation">The operation; null where there is none.</param>
/// <param name="PathValues">The values of the path's placeholders.</param>
/// <param name="AllowedMethods">The methods that the path has, where the request's is none of them.</param>
internal readonly record struct OperationMatch(
    IOperation? Operation, IReadOnlyDictionary<string, string>? PathValues, IReadOnlyList<string> AllowedMethods);
