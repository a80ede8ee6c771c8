using System.Globalization;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>Times, channels and invocations as the file holds them.</summary>
internal static class StoredForm
{
    /// <summary>Milliseconds since 1970, rounded towards the past: a token's protection never seems to last longer than it does.</summary>
    public static long OfTime(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static DateTimeOffset Time(long stored) => DateTimeOffset.FromUnixTimeMilliseconds(stored);

    // Numbers of the file's own: those of the enumeration may change.
    public static long OfChannel(OutboundChannel channel) => channel switch
    {
        OutboundChannel.SMS => 1,
        OutboundChannel.WhatsApp => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "The journal knows SMS and WhatsApp."),
    };

    public static OutboundChannel Channel(long stored) => stored switch
    {
        1 => OutboundChannel.SMS,
        2 => OutboundChannel.WhatsApp,
        _ => throw new FormatException("A channel is neither SMS nor WhatsApp."),
    };

    public static JournalStatus Status(long stored) =>
        stored is >= (long)JournalStatus.Sending and <= (long)JournalStatus.NotSent
            ? (JournalStatus)stored
            : throw new FormatException("A status is none.");

    public static long OfStage(OutboundContactStage stage) => stage switch
    {
        OutboundContactStage.Active => 1,
        OutboundContactStage.Disconnected => 2,
        OutboundContactStage.NotFound => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "The journal knows Active, Disconnected and NotFound."),
    };

    public static OutboundContactStage Stage(long stored) => stored switch
    {
        1 => OutboundContactStage.Active,
        2 => OutboundContactStage.Disconnected,
        3 => OutboundContactStage.NotFound,
        _ => throw new FormatException("A contact's state is none."),
    };

    public static string Invocation(long stored) => stored.ToString("x16", CultureInfo.InvariantCulture);
}
