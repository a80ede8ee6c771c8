using System.Text;
using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Journal;

/// <summary>
/// Who is written to in a run: one instance, one destination and, where one person is written to more than once, one key. Never twice for the same
/// identity.
/// </summary>
public readonly record struct ContactIdentity
{
    // Part of every hash: a later way of deriving says another word here and does not meet this one.
    private const string Domain = "ConnectOutbound token v1";

    private ContactIdentity(string instanceId, string destination, string key)
    {
        InstanceId = instanceId;
        Destination = destination;
        Key = key;
    }

    /// <summary>The instance's id, in lower case.</summary>
    public string InstanceId { get; }

    /// <summary>The destination in E.164.</summary>
    public string Destination { get; private init; }

    /// <summary>What tells several contacts with one destination apart; empty where there is one.</summary>
    public string Key { get; }

    /// <summary>Makes an identity.</summary>
    /// <param name="instanceId">The instance's id.</param>
    /// <param name="destination">The destination in E.164.</param>
    /// <param name="key">The row's key, or null.</param>
    /// <returns>The identity; keys are compared in Unicode normalization form C, without blanks around them, with regard to case.</returns>
    public static ContactIdentity Create(string instanceId, string destination, string? key)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        ArgumentNullException.ThrowIfNull(destination);
        return new ContactIdentity(instanceId.ToLowerInvariant(), destination, key is null ? "" : Normalized(key));
    }

    /// <summary>Returns the identity by which contacts are compared: two ways of writing one destination are one person.</summary>
    /// <returns>This identity, with <see cref="PhoneNumber.SameDestinationKey"/> as its destination.</returns>
    public ContactIdentity ForComparison() => this with { Destination = PhoneNumber.SameDestinationKey(Destination) };

    /// <summary>Returns the identity of the same person with the destination written in the other way.</summary>
    /// <returns>The identity; null for a destination that is written in one way only.</returns>
    public ContactIdentity? OtherForm() => PhoneNumber.OtherForm(Destination) is { } other ? this with { Destination = other } : null;

    /// <summary>Makes the identity that all contacts share whose keys differ only in case or blanks.</summary>
    /// <returns>An identity that is no contact's, to compare by.</returns>
    internal ContactIdentity WithSimilarKey() => new(InstanceId, Destination, SimilarText.Fold(Key));

    /// <summary>Run names and keys are compared in this form.</summary>
    /// <param name="text">A name or a key as written.</param>
    /// <returns>Without blanks around it, in Unicode normalization form C.</returns>
    public static string Normalized(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Trim().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// The idempotency token of this contact in a run: the same on every machine and in every later version, so that the service itself refuses a
    /// second contact for seven days. docs/tokens.md says how it is derived.
    /// </summary>
    /// <param name="runName">The run's name.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public string Token(string runName)
    {
        var hash = new PartsHash(stackalloc byte[512]);
        foreach (string part in (ReadOnlySpan<string>)[Domain, Normalized(runName), InstanceId, Destination, Key])
            hash.Add(part);
        Span<byte> bytes = stackalloc byte[PartsHash.Sha256Length];
        hash.Sha256(bytes);
        return PackedText.Unpack(bytes);
    }
}
