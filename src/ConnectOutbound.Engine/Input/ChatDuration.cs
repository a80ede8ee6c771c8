using System.Globalization;

namespace ConnectOutbound.Engine.Input;

/// <summary>Reads how long a chat lives: a number of minutes, or a TimeSpan.</summary>
public static class ChatDuration
{
    /// <summary>Reads a duration.</summary>
    /// <param name="value">A whole number of minutes, a TimeSpan, or the text of either (<c>90</c>, <c>1.06:00:00</c>).</param>
    /// <param name="minutes">The minutes.</param>
    /// <returns>False where it is neither, or is no whole number of minutes.</returns>
    public static bool TryRead(object value, out int minutes)
    {
        switch (value)
        {
            case int whole:
                minutes = whole;
                return true;
            case TimeSpan span:
                return TryRead(span, out minutes);
            case string text when int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out minutes):
                return true;
            // Only with a colon: TimeSpan takes a bare number for days.
            case string text when text.Contains(':', StringComparison.Ordinal)
                && TimeSpan.TryParse(text.Trim(), CultureInfo.InvariantCulture, out TimeSpan span):
                return TryRead(span, out minutes);
            case string:
                minutes = 0;
                return false;
            case IConvertible number when number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal:
                decimal exact;
                try
                {
                    exact = number.ToDecimal(CultureInfo.InvariantCulture);
                }
                catch (OverflowException)
                {
                    exact = 0.5m;
                }

                minutes = decimal.Truncate(exact) == exact && exact is >= int.MinValue and <= int.MaxValue ? (int)exact : 0;
                return minutes == exact;
            default:
                minutes = 0;
                return false;
        }
    }

    private static bool TryRead(TimeSpan span, out int minutes)
    {
        minutes = (int)Math.Clamp(span.Ticks / TimeSpan.TicksPerMinute, int.MinValue, int.MaxValue);
        return span.Ticks % TimeSpan.TicksPerMinute == 0;
    }
}
