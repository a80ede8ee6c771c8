using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Tells what rows bring themselves from what arguments and defaults give all of them.</summary>
internal static class RowFields
{
    /// <summary>Whether rows have a column for a field, and no argument takes its place.</summary>
    /// <param name="field">The field.</param>
    /// <param name="columns">The columns of a row.</param>
    /// <param name="options">What holds for every row.</param>
    /// <returns>True also where the cell is empty: the next row may have a value.</returns>
    public static bool IsFromRows(ContactField field, ColumnSet columns, MappingOptions options)
    {
        if (options.Arguments.ContainsKey(field))
            return false;
        string[] names = [.. FieldColumns.Aliases[field].Prepend(field.ToString()).Select(ColumnName.Normalize)];
        return options.ColumnMap.Keys.Any(target => names.Contains(ColumnName.Normalize(target))) || Array.Exists(names, name => columns.IndexOf(name) >= 0);
    }
}
