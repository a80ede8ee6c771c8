using System.Globalization;
using System.Management.Automation;
using ConnectOutbound.Commands.Rows;

namespace ConnectOutbound.Commands.Parameters;

/// <summary>
/// Lets a parameter of a TimeSpan take a number of minutes too, or of seconds; PowerShell by itself takes a number for ticks of 100 nanoseconds.
/// </summary>
public sealed class WaitTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether a number is one of seconds.</summary>
    public bool InSeconds { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = ShellValues.Convert(inputData);
        TimeSpan? wait = value switch
        {
            TimeSpan span => span,
            string text when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number < 1e6 =>
                Units(number),
            string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) => span,
            IConvertible number and not (string or DateTime or bool or char)
                when Convert.ToDouble(number, CultureInfo.InvariantCulture) is double count and > -1e6 and < 1e6 =>
                Units(count),
            _ => null,
        };
        if (wait is { } read && read >= TimeSpan.Zero)
            return read;
        throw wait is not null || (value is string signed && signed.TrimStart().StartsWith('-'))
            ? new ArgumentTransformationMetadataException(
                $"'{inputData}' is less than zero. 0 does not wait; else give a TimeSpan such as 00:30:00, "
                + $"or a number of {(InSeconds ? "seconds" : "minutes")}.")
            : new ArgumentTransformationMetadataException(
                $"'{inputData}' is neither a TimeSpan such as 00:30:00 nor a number of {(InSeconds ? "seconds" : "minutes")}.");
    }

    private TimeSpan Units(double number) => InSeconds ? TimeSpan.FromSeconds(number) : TimeSpan.FromMinutes(number);
}
