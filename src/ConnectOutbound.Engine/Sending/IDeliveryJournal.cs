using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Sending;

/// <summary>What a sender writes down of a contact, so that no later run starts it a second time.</summary>
internal interface IDeliveryJournal
{
    /// <summary>Writes that a contact is about to be sent, and looks whether another process started it meanwhile.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>Whether it is sent; in doubt if another process is sending it.</returns>
    /// <exception cref="OutboundException">It cannot be written: nothing may be sent.</exception>
    Task<RowDecision> BeginAsync(CheckedRow row);

    /// <summary>Writes what became of a contact.</summary>
    /// <param name="row">The row.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="hasBegun">Whether <see cref="BeginAsync"/> wrote the contact.</param>
    /// <returns>When it is written.</returns>
    /// <exception cref="OutboundException">It cannot be written; a repeated run asks the service again, with the same token.</exception>
    Task EndAsync(CheckedRow row, SendOutcome outcome, bool hasBegun);
}
