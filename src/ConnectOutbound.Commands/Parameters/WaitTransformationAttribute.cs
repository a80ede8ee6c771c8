using System.Globalization;
using System.Management.Automation;
using ConnectOutbound.Commands.Rows;

namespace ConnectOutbound.Commands.Parameters;

/// <summary>Lets a parameter of a TimeSpan take a number of minutes too; PowerShell by itself takes a number for ticks of 100 nanoseconds.</summary>
public sealed class WaitTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = PlainValue.Of(inputData);
        TimeSpan? wait = value switch
        {
            TimeSpan span => span,
            string text when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double minutes) && minutes < 1e6 => TimeSpan.FromMinutes(minutes),
            string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) => span,
            IConvertible number and not string when Convert.ToDouble(number, CultureInfo.InvariantCulture) is double minutes and >= 0 and < 1e6 => TimeSpan.FromMinutes(minutes),
            _ => null,
        };
        return wait is { } read && read >= TimeSpan.Zero
            ? read
            : throw new ArgumentTransformationMetadataException($"'{inputData}' is neither a TimeSpan such as 00:30:00 nor a number of minutes.");
    }
}
