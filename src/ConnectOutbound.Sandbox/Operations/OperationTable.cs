namespace ConnectOutbound.Sandbox.Operations;

/// <summary>The operations that are served.</summary>
internal sealed class OperationTable
{
    private readonly IOperation[] _operations;

    public OperationTable(IEnumerable<IOperation> operations) => _operations = [.. operations];

    public IReadOnlyList<IOperation> Operations => _operations;

    public OperationMatch Find(string method, string path)
    {
        List<string>? otherMethods = null;
        foreach (IOperation operation in _operations)
        {
            if (operation.Path.Match(path) is not { } values)
            {
                continue;
            }

            if (operation.Method == method)
            {
                return new OperationMatch(operation, values, []);
            }

            (otherMethods ??= []).Add(operation.Method);
        }

        return new OperationMatch(null, null, otherMethods ?? []);
    }
}
