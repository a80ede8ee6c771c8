namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>Tells landlines from other numbers, where the numbering plan of the country does.</summary>
internal static class Landline
{
    /// <param name="e164">A number in E.164, as <see cref="PhoneNumber.TryNormalize"/> gives it.</param>
    /// <returns>True for a landline; false for all others, and where mobile numbers look like landlines, as in the United States and Canada.</returns>
    public static bool Is(string e164) => NumberLibrary.Shared.Parse(e164, null) is { } number && NumberLibrary.Shared.IsLandline(number);
}
