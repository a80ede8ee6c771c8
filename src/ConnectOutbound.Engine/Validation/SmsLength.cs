namespace ConnectOutbound.Engine.Validation;

/// <summary>How long a text is as an SMS.</summary>
/// <param name="Parts">The parts that are sent and billed; 0 for no text.</param>
/// <param name="Encoding">How its characters are carried.</param>
/// <param name="Units">Its length in septets (GSM-7; a character of the extension table takes two) or in UTF-16 code units (UCS-2).</param>
public readonly record struct SmsLength(int Parts, SmsEncoding Encoding, int Units);
