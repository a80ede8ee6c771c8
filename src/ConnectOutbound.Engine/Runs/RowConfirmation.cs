namespace ConnectOutbound.Engine.Runs;

/// <summary>What somebody who was asked says about a row that can be sent.</summary>
public enum RowConfirmation
{
    /// <summary>It is sent.</summary>
    Send,

    /// <summary>It is planned only: a dry run.</summary>
    Plan,

    /// <summary>It is not sent.</summary>
    Decline,
}
