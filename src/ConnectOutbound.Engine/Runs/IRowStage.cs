using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>The second half of a row's way: sends prepared rows, or plans them.</summary>
public interface IRowStage
{
    /// <summary>Whether rows come out without a request from now on, so that nothing needs to be looked up for them.</summary>
    bool IsStopped { get; }

    /// <summary>Takes a prepared row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    /// <returns>When it has gone in.</returns>
    ValueTask AddAsync(CheckedRow row, CancellationToken cancellationToken);

    /// <summary>Ends the input.</summary>
    /// <param name="cancellationToken">Ends the wait for results.</param>
    /// <returns>When every row has come out.</returns>
    ValueTask CompleteAsync(CancellationToken cancellationToken);

    /// <summary>Stops because rows cannot be prepared any more.</summary>
    /// <param name="fault">Why.</param>
    /// <exception cref="OutboundException">The fault itself, if nothing is to be settled first.</exception>
    void Refuse(OutboundException fault);
}
