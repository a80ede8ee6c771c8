using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>The values given for all rows, by field: each row asks for every field.</summary>
internal sealed class ArgumentValues
{
    private readonly object?[] _values = new object?[FieldColumns.Count];

    /// <summary>Takes the values over.</summary>
    /// <param name="arguments">Values by field.</param>
    /// <exception cref="OutboundException">A value cannot be read.</exception>
    public ArgumentValues(IReadOnlyDictionary<ContactField, object> arguments)
    {
        foreach ((ContactField field, object value) in arguments)
        {
            object? plain = CellConverter.Convert(value);
            if (plain is CellError error)
                throw OutboundException.Argument(field.ToString(), $"-{field} cannot be read: {DisplayText.Clause(error.Message)}");
            _values[(int)field] = plain;
        }
    }

    /// <summary>The value of a field.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The value; null where none was given.</returns>
    public object? this[ContactField field] => _values[(int)field];
}
