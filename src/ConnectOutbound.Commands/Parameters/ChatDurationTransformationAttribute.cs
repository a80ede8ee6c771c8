using System.Management.Automation;
using ConnectOutbound.Commands.Rows;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Commands.Parameters;

/// <summary>Lets a parameter of minutes take a TimeSpan too.</summary>
public sealed class ChatDurationTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        ShellValues.Convert(inputData) is object value && ChatDuration.TryRead(value, out int minutes)
            ? minutes
            : throw new ArgumentTransformationMetadataException($"'{inputData}' is no whole number of minutes and no TimeSpan such as 1.06:00:00.");
}
