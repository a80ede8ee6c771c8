namespace ConnectOutbound;

/// <summary>What happens to a row whose destination (and key) an earlier row of the same input has.</summary>
public enum OutboundDuplicateAction
{
    /// <summary>It comes out as Duplicate; nothing is sent.</summary>
    Skip,

    /// <summary>It is sent like any other.</summary>
    Send,

    /// <summary>It comes out as Invalid, which is an error.</summary>
    Fail,
}
