namespace ConnectOutbound.Engine.Input;

/// <summary>The values given for all rows, by field: each row asks for every field.</summary>
internal sealed class ArgumentValues
{
    private readonly object?[] _values = new object?[FieldColumns.Count];

    /// <summary>Takes the values over.</summary>
    /// <param name="arguments">Values by field.</param>
    public ArgumentValues(IReadOnlyDictionary<ContactField, object> arguments)
    {
        foreach ((ContactField field, object value) in arguments)
            _values[(int)field] = value;
    }

    /// <summary>The value of a field.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The value; null where none was given.</returns>
    public object? this[ContactField field] => _values[(int)field];
}
