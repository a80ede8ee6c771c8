namespace ConnectOutbound.Engine.Skipping.Suppression;

/// <summary>A set of phone numbers and where each came from, in eight bytes a place: numbers of 15 digits take 50 bits, the source has the other 14.</summary>
internal sealed class SuppressedNumbers
{
    /// <summary>How many sources can be told apart.</summary>
    public const int MaxSources = 1 << (64 - NumberBits);

    private const int NumberBits = 50;
    private const ulong NumberMask = (1UL << NumberBits) - 1;

    // 0 is an empty place; no number is 0. The length is a power of two.
    private ulong[] _places = new ulong[1024];

    /// <summary>How many numbers there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a number; one that is there stays with its first source.</summary>
    /// <param name="number">1 to 999,999,999,999,999.</param>
    /// <param name="source">The index of its source.</param>
    public void Add(ulong number, int source)
    {
        int place = PlaceOf(_places, number);
        if (_places[place] != 0)
            return;
        _places[place] = number | ((ulong)source << NumberBits);
        Count++;
        if (Count > _places.Length / 4 * 3)
            Grow();
    }

    /// <summary>Looks for a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="source">The index of its source.</param>
    /// <returns>False where it is not there.</returns>
    public bool TryFind(ulong number, out int source)
    {
        ulong found = _places[PlaceOf(_places, number)];
        source = (int)(found >> NumberBits);
        return found != 0;
    }

    private void Grow()
    {
        ulong[] larger = new ulong[checked(_places.Length * 2)];
        foreach (ulong taken in _places)
        {
            if (taken != 0)
                larger[PlaceOf(larger, taken & NumberMask)] = taken;
        }

        _places = larger;
    }

    // The place that has the number, or the one where it belongs. Multiplying by 2^64 over the golden ratio spreads numbers that follow each other.
    private static int PlaceOf(ulong[] places, ulong number)
    {
        int mask = places.Length - 1;
        int place = (int)((number * 0x9E37_79B9_7F4A_7C15) >> 32) & mask;
        while (places[place] != 0 && (places[place] & NumberMask) != number)
            place = (place + 1) & mask;
        return place;
    }
}
