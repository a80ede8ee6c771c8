namespace ConnectOutbound.Engine.Errors;

/// <summary>The errors of a run as a whole: limits of the user or of the service that it has met.</summary>
internal static class RunErrors
{
    /// <summary>Creates the error for a run that has had as many errors as the user allows.</summary>
    /// <param name="count">How many.</param>
    /// <returns>What stops the run.</returns>
    public static OutboundException MaxErrors(int count) => new(
        ErrorIds.MaxErrorsReached,
        $"{DisplayText.Count(count, "row")} could not be sent: the run stops, as -MaxErrors asks.",
        "Look at the errors before this one; Test-ConnectOutboundChat shows what is wrong with rows without sending any.");

    /// <summary>Creates the error for a run whose rows have to be valid, all of them.</summary>
    /// <param name="count">How many are not.</param>
    /// <param name="total">How many rows there are.</param>
    /// <param name="first">The number of the first that is not.</param>
    /// <returns>What stops the run.</returns>
    public static OutboundException InvalidRows(long count, long total, long first) => new(
        ErrorIds.InvalidRows,
        $"{count} of {DisplayText.Count(total, "row")} cannot be sent, the first of them row {first}: nothing was sent, as -RequireAllValid asks.",
        "Correct the rows that came out as Invalid, or take them out, and send the whole again.");

    /// <summary>Creates the error for a quota of chats that stayed full.</summary>
    /// <param name="fault">What the service said.</param>
    /// <param name="waited">For how long.</param>
    /// <param name="wait">How long the user waits.</param>
    /// <returns>What stops the run.</returns>
    public static OutboundException QuotaFull(ServiceFault fault, TimeSpan waited, TimeSpan wait) => new(
        ErrorIds.QuotaFull,
        wait == TimeSpan.Zero
            ? $"The instance's quota of concurrent chats (L-D4BA6F6E) is full, and -QuotaWait 0 waits for no room: {fault.Message}"
            : $"The instance's quota of concurrent chats (L-D4BA6F6E) has been full for {Said(waited)}: {fault.Message}",
        "Let chats end (shorter -ChatDurationInMinutes, a flow that disconnects), or have the quota raised in Service Quotas; "
            + "then send the rows that came out as NotSent.")
    {
        Kind = fault.Kind,
        Code = fault.Code,
    };

    /// <summary>Creates the error for a service that throttled a row without a break.</summary>
    /// <param name="fault">What the service said.</param>
    /// <param name="waited">For how long.</param>
    /// <returns>What stops the run.</returns>
    public static OutboundException Throttled(ServiceFault fault, TimeSpan waited) => new(
        ErrorIds.Throttled,
        $"The service has throttled every request for {waited.TotalMinutes:0.#} minutes: {fault.Message}",
        "Somebody else uses the account's rate (quota L-408DD6C6, 2 requests a second by default). "
            + "Lower -RequestsPerSecond or send later; the rows that came out as NotSent can be sent again.")
    {
        Kind = fault.Kind,
        Code = fault.Code,
    };

    private static string Said(TimeSpan time) => time < TimeSpan.FromMinutes(1) ? $"{time.TotalSeconds:0} seconds" : $"{time.TotalMinutes:0.#} minutes";
}
