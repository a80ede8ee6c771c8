using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Contacts;

/// <summary>A contact that is asked for, and what it was given by.</summary>
public sealed record ContactReference
{
    private const int MostContactId = 256;

    private ContactReference(string contactId, string instanceId, object? input)
    {
        ContactId = contactId;
        InstanceId = instanceId;
        Input = input;
    }

    /// <summary>The contact's id.</summary>
    public string ContactId { get; }

    /// <summary>The instance's id.</summary>
    public string InstanceId { get; }

    /// <summary>The object that it was given by; null for an id.</summary>
    public object? Input { get; }

    /// <summary>Whether a contact's instance has to be said beside it.</summary>
    /// <param name="contactId">The contact's id or ARN.</param>
    /// <returns>False for an ARN, which says it.</returns>
    /// <exception cref="OutboundException">ContactIdInvalid: it is no contact's id.</exception>
    public static bool WantsInstance(string contactId)
    {
        Checked(contactId);
        return InstanceOf(contactId) is null;
    }

    /// <summary>Makes a reference.</summary>
    /// <param name="contactId">The contact's id or ARN.</param>
    /// <param name="instanceId">The instance's id or ARN; null where the contact's ARN has it.</param>
    /// <param name="input">The object that it was given by.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="OutboundException">ContactIdInvalid, InstanceIdMissing, InstanceIdInvalid: no request can be made of it.</exception>
    public static ContactReference Create(string contactId, string? instanceId, object? input = null)
    {
        string contact = Checked(contactId);
        // The contact's ARN says where it is.
        string instance = InstanceOf(contactId) ?? IdOf(instanceId ?? "", "instance");
        if (instance.Length == 0)
        {
            throw OutboundException.ForOne(ErrorIds.InstanceIdMissing, $"The instance of the contact {PhoneMask.MaskAll(contact)} is not known.",
                "Give -InstanceId, or a column InstanceId, or set it once: Set-ConnectOutboundDefault -InstanceId ID.");
        }

        return IsId(instance, ApiLimits.InstanceId)
            ? new ContactReference(contact, instance, input)
            : throw OutboundException.ForOne(
                ErrorIds.InstanceIdInvalid,
                $"{PhoneMask.MaskAll(DisplayText.Quoted(instanceId ?? instance))} is no id of an instance.",
                "Give the instance's id, the last part of its ARN, or the ARN.");
    }

    private static string Checked(string contactId)
    {
        ArgumentNullException.ThrowIfNull(contactId);
        string contact = IdOf(contactId, "contact");
        return IsId(contact, MostContactId)
            ? contact
            : throw OutboundException.ForOne(ErrorIds.ContactIdInvalid, $"{PhoneMask.MaskAll(DisplayText.Quoted(contactId))} is no id of a contact.",
                "A contact's id is written like 9f8e7d6c-1234-4321-8765-0123456789ab; results have it as ContactId.");
    }

    private static string? InstanceOf(string contactId) =>
        ConnectArn.TryParse(contactId.Trim(), out ConnectArn arn) && arn.IdOf("instance") is { IsEmpty: false } id ? id.ToString() : null;

    private static string IdOf(string text, string kind)
    {
        string trimmed = text.Trim();
        return ConnectArn.TryParse(trimmed, out ConnectArn arn) ? arn.IdOf(kind).ToString() : trimmed;
    }

    // Both become parts of a path.
    private static bool IsId(string text, int most) =>
        text.Length > 0 && text.Length <= most && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
