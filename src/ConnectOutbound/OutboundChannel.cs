namespace ConnectOutbound;

/// <summary>
/// The channel a contact is started on. It travels as the segment attribute <c>connect:Subtype</c>.
/// </summary>
public enum OutboundChannel
{
    /// <summary>Text message: <c>connect:SMS</c>.</summary>
    SMS,

    /// <summary>WhatsApp Business: <c>connect:WhatsApp</c>.</summary>
    WhatsApp,
}
