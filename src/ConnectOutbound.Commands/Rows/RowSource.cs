namespace ConnectOutbound.Commands.Rows;

/// <summary>What emits the rows, where that is known.</summary>
internal enum RowSource
{
    /// <summary>Anything else, or nobody knows.</summary>
    Other,

    /// <summary>Import-Csv: rows have one header for each file, and come without a pause.</summary>
    ImportCsv,

    /// <summary>ConvertFrom-Csv: rows have one header, and come when the text does.</summary>
    ConvertFromCsv,
}
