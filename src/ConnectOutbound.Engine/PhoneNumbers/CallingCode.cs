namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>A calling code with the countries that share it.</summary>
internal sealed class CallingCode
{
    private readonly NumberingPlan[] _plans;
    private readonly uint _lengthsOfAll;
    private readonly uint _lengthsOfAny;

    /// <param name="plans">At least one; the main country first, whose rules hold for numbers that none of them owns.</param>
    public CallingCode(List<NumberingPlan> plans)
    {
        _plans = [.. plans];
        _lengthsOfAll = uint.MaxValue;
        foreach (NumberingPlan plan in _plans)
        {
            _lengthsOfAll &= plan.LengthBits;
            _lengthsOfAny |= plan.LengthBits;
        }
    }

    public NumberingPlan Main => _plans[0];

    public string Digits => Main.CallingCode;

    public IReadOnlyList<NumberingPlan> Plans => _plans;

    /// <summary>The country that a number belongs to; null where that cannot be told.</summary>
    public NumberingPlan? CountryOf(ReadOnlySpan<char> national)
    {
        if (_plans.Length == 1)
            return Main.IsCountry ? Main : null;
        foreach (NumberingPlan plan in _plans)
        {
            if (plan.Owns(national))
                return plan;
        }

        return null;
    }

    /// <summary>Whether the length is possible in the number's country.</summary>
    /// <param name="national">The number without calling code and prefixes.</param>
    /// <param name="otherwise">Whose rules hold where the country cannot be told.</param>
    public bool IsPossible(ReadOnlySpan<char> national, NumberingPlan otherwise)
    {
        uint length = national.Length < 32 ? 1u << national.Length : 0;
        // Looking for the country takes longer than all else; mostly the countries agree.
        return (_lengthsOfAll & length) != 0 || ((_lengthsOfAny & length) != 0 && (CountryOf(national) ?? otherwise).IsPossible(national.Length));
    }

    /// <summary>Whether the number has the form of numbers of any of the countries; more than a possible length.</summary>
    public bool Matches(ReadOnlySpan<char> national)
    {
        if (national.Length >= 32 || (_lengthsOfAny & (1u << national.Length)) == 0)
            return false;
        foreach (NumberingPlan plan in _plans)
        {
            if (plan.IsPossible(national.Length) && plan.Matches(national))
                return true;
        }

        return false;
    }

    /// <summary>Whether the number has a possible length, or more digits than any.</summary>
    public bool IsPossibleOrLonger(ReadOnlySpan<char> national, NumberingPlan otherwise) =>
        IsPossible(national, otherwise) || national.Length > (CountryOf(national) ?? otherwise).Lengths[^1];
}
