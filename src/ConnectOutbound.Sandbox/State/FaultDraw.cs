namespace ConnectOutbound.Sandbox.State;

/// <summary>Draws a fault for the n-th request. It depends on the seed and on n alone, so that concurrency does not change how many are drawn.</summary>
internal sealed class FaultDraw
{
    private readonly ulong _seed;
    private readonly double _rate;
    private readonly SandboxFaultKind[] _kinds;

    public FaultDraw(SandboxOptions options)
    {
        _seed = Mix(unchecked((ulong)options.FaultSeed) + 0x9E3779B97F4A7C15);
        _rate = options.FaultRate;
        _kinds = [.. options.FaultKinds];
    }

    public SandboxFaultKind? At(long sequenceNumber)
    {
        if (_rate <= 0)
        {
            return null;
        }

        ulong first = Mix(_seed ^ unchecked((ulong)sequenceNumber * 0xD1342543DE82EF95));
        return Fraction(first) < _rate ? _kinds[(int)(Fraction(Mix(first)) * _kinds.Length)] : null;
    }

    // The 53 bits that a double holds exactly: a number from 0, below 1.
    private static double Fraction(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    // A mixing function after the finalizer of SplitMix64 (Steele, Lea and Flood, 2014): every bit of the input moves every bit of the output.
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
