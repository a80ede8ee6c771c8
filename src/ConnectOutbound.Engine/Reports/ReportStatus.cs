namespace ConnectOutbound.Engine.Reports;

/// <summary>What a page says about each status.</summary>
internal static class ReportStatus
{
    /// <summary>The statuses whose rows need someone, the most pressing first.</summary>
    public static IReadOnlyList<OutboundStatus> Needing { get; } =
        [OutboundStatus.Unknown, OutboundStatus.Failed, OutboundStatus.Invalid, OutboundStatus.NotSent];

    /// <summary>All statuses, in the order in which a page has them.</summary>
    public static IReadOnlyList<OutboundStatus> All { get; } =
        [
            OutboundStatus.Started,
            .. Needing,
            OutboundStatus.AlreadyStarted,
            OutboundStatus.Duplicate,
            OutboundStatus.Suppressed,
            OutboundStatus.Deferred,
            OutboundStatus.Planned,
        ];

    /// <summary>Whether somebody has to do something about a row.</summary>
    /// <param name="status">Its status.</param>
    /// <returns>True for Unknown, Failed, Invalid and NotSent.</returns>
    public static bool NeedsSomeone(OutboundStatus status) => Needing.Contains(status);

    /// <summary>What a status means.</summary>
    /// <param name="status">The status.</param>
    /// <returns>A sentence.</returns>
    public static string Meaning(OutboundStatus status) => status switch
    {
        OutboundStatus.Started => "Amazon Connect created the contact. That is not delivery.",
        OutboundStatus.AlreadyStarted => "The contact was started before. Nothing was sent.",
        OutboundStatus.Duplicate => "Another row has the same destination. Nothing was sent.",
        OutboundStatus.Suppressed => "The destination is on a suppression list. Nothing was sent.",
        OutboundStatus.Deferred => "Held back by quiet hours. Nothing was sent.",
        OutboundStatus.Invalid => "The row cannot be sent. Nothing was sent.",
        OutboundStatus.Failed => "The service refused it. No contact was started.",
        OutboundStatus.Unknown => "It was sent and no answer could be read. The contact may exist.",
        OutboundStatus.NotSent => "The run stopped before it, or it was declined. Nothing was sent.",
        OutboundStatus.Planned => "A dry run: it would have been sent.",
        _ => "",
    };

    /// <summary>What to do about rows of a status.</summary>
    /// <param name="status">One of <see cref="Needing"/>.</param>
    /// <returns>A sentence.</returns>
    public static string Remedy(OutboundStatus status) => status switch
    {
        OutboundStatus.Invalid => "Correct the rows by their reasons and send them again; Test-ConnectOutboundChat shows every fault without sending.",
        OutboundStatus.Failed => "No contact was started: correct what the reason names, then send the row again.",
        OutboundStatus.Unknown =>
            "Within seven days repeat the run under the same name, or pipe the result in again: both send the same token, "
                + "and a contact that exists is not started again; "
                + "with the code TokenExpired look in Amazon Connect first.",
        OutboundStatus.NotSent => "Mend what stopped the run, then repeat it under the same name; rows that somebody declined need nothing.",
        _ => "",
    };
}
