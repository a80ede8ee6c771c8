using System.Management.Automation;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Commands.Rows;

/// <summary>The cell of a property that runs code when it is read: a script property or a getter of .NET. Read it on the pipeline's thread.</summary>
/// <param name="property">The property.</param>
internal sealed class PropertyCell(PSPropertyInfo property)
{
    /// <summary>Reads the property.</summary>
    /// <returns>The value, still wrapped, or a <see cref="CellError"/>.</returns>
    public object? Read()
    {
        using PipelineThread.Scope outside = PipelineThread.Leave();
        try
        {
            return property.Value;
        }
        catch (Exception e) when (ShellValues.IsData(e))
        {
            return CellError.Of(e.InnerException ?? e);
        }
    }
}
