namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>The time zone of a country with one local time: a line of CountryZones.tsv.</summary>
/// <param name="Zone">Its IANA name.</param>
/// <param name="Clock">The same for all countries of a calling code that have the same local time.</param>
internal sealed record CountryZone(string Zone, string Clock);
