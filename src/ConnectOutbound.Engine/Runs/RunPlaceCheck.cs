using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Holds rows to the account of their run. The connection does not know the account; the ARN of each source number does.</summary>
/// <param name="runName">The run's name.</param>
/// <param name="binding">What holds for this use of the run; null if nothing is to be compared.</param>
/// <remarks>Rows are checked one after the other; <see cref="Binding"/> may be read by any thread.</remarks>
internal sealed class RunPlaceCheck(string runName, RunBinding? binding)
{
    private RunBinding? _binding = binding;
    private string? _lastSource;

    /// <summary>What holds for this use of the run, with the account once a row has named it.</summary>
    public RunBinding? Binding => Volatile.Read(ref _binding);

    /// <summary>Compares a row's account with the run's, and learns it from the first row.</summary>
    /// <param name="row">A valid row.</param>
    /// <exception cref="OutboundException">RunElsewhere.</exception>
    public void Check(CheckedRow row)
    {
        // The Region is that of the connection: the ARN of a number may name another one.
        string source = row.Request!.SourceEndpoint!.Address!;
        if (ReferenceEquals(source, _lastSource) || _binding?.Place is not { IsLoopback: false } place || !ConnectArn.TryParse(source, out ConnectArn arn))
            return;
        var ofRow = RunPlace.Aws(arn.Partition.ToString(), null, arn.Account.ToString());
        if (!place.Fits(ofRow))
            throw RunBinding.Elsewhere(runName, place, ofRow.With(place));
        RunPlace joined = place.With(ofRow);
        if (joined != place)
            Volatile.Write(ref _binding, _binding with { Place = joined });
        _lastSource = source;
    }
}
