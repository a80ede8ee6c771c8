namespace ConnectOutbound.Engine.Validation;

/// <summary>How an SMS carries its characters (3GPP TS 23.038).</summary>
public enum SmsEncoding
{
    /// <summary>GSM-7: the default alphabet and its extension table, 7 bits a septet.</summary>
    Gsm7,

    /// <summary>UCS-2: 16 bits a code unit, as soon as one character is in neither table.</summary>
    Ucs2,
}
