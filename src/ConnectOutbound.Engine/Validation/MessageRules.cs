using System.Text.RegularExpressions;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Validation;

/// <summary>The initial message: a text of one's own, or a template.</summary>
internal static partial class MessageRules
{
    public static void Check(ContactDraft draft, FaultList faults)
    {
        Text(draft, faults);
        Template(draft, faults);
        if (draft.Message is not null && draft.MessageTemplateId is not null)
            faults.Add(ErrorIds.MessageAndTemplate, "Message and MessageTemplateId are both given; a contact begins with one of them.");
    }

    /// <summary>
    /// WhatsApp delivers a text of one's own only within 24 hours after the customer's last message; a refusal comes later, when nobody looks.
    /// </summary>
    public static void NoFreeText(ContactDraft draft, FaultList faults)
    {
        if (draft.Message is not null && draft.MessageTemplateId is null)
        {
            faults.Add(
                ErrorIds.WhatsAppFreeText,
                "Message is a text of your own: WhatsApp delivers one only within 24 hours after the customer's last message. "
                + "Take an approved template (-KnowledgeBaseId, -MessageTemplateId), or say with -AllowFreeText that these customers wrote within 24 hours.");
        }
    }

    private static void Text(ContactDraft draft, FaultList faults)
    {
        string type = draft.MessageContentType ?? ApiLimits.PlainText;
        bool known = ApiLimits.MessageLengths.TryGetValue(type, out int most);
        if (!known)
        {
            faults.Add(
                ErrorIds.MessageContentTypeInvalid,
                $"MessageContentType {DisplayText.Quoted(type)} is not known: it is one of {string.Join(", ", ApiLimits.MessageLengths.Keys)}.");
        }
        else if (type != ApiLimits.PlainText)
        {
            faults.Add(ErrorIds.MessageContentTypeInvalid, $"MessageContentType is {type}; SMS and WhatsApp contacts carry {ApiLimits.PlainText} only.");
        }

        if (draft.Message is null)
            return;

        if (known)
            faults.CheckText("Message", draft.Message, most);
        else if (!TextRules.IsWellFormed(draft.Message))
            faults.Add(ErrorIds.TextBroken, "Message holds half a character (a lone surrogate), which cannot be sent.");
        if (string.IsNullOrWhiteSpace(draft.Message) && draft.Faults.Count == 0)
            faults.Add(ErrorIds.MessageEmpty, "Message is empty.");
    }

    private static void Template(ContactDraft draft, FaultList faults)
    {
        faults.CheckText("KnowledgeBaseId", draft.KnowledgeBaseId, ApiLimits.KnowledgeBaseId);
        faults.CheckText("MessageTemplateId", draft.MessageTemplateId, ApiLimits.MessageTemplateId);
        if (draft.MessageTemplateId is string id && id.Length <= ApiLimits.MessageTemplateId && !TemplateId().IsMatch(id))
        {
            faults.Add(
                ErrorIds.MessageTemplateIdInvalid,
                $"MessageTemplateId {DisplayText.Quoted(id)} is neither an id nor an ARN; behind it may stand :VERSION (a number), "
                    + ":$ACTIVE_VERSION or :$LATEST "
                + "(in PowerShell in single quotes, or the $ is taken for a variable's).");
        }

        if (draft.MessageTemplateId is not null && draft.KnowledgeBaseId is null)
            faults.Add(ErrorIds.KnowledgeBaseIdMissing, "KnowledgeBaseId is missing: MessageTemplateId needs the knowledge base that holds the template.");
        if (draft.MessageTemplateId is not null)
            return;
        if (draft.KnowledgeBaseId is not null)
        {
            faults.Add(ErrorIds.MessageTemplateIdMissing, "MessageTemplateId is missing: KnowledgeBaseId alone names no template.");
        }
        else if (draft.TemplateAttributes is not null || draft.CustomerProfileAttributes is not null)
        {
            faults.Add(
                ErrorIds.MessageTemplateIdMissing,
                "MessageTemplateId is missing: TemplateAttribute and CustomerProfileAttribute are values for a template.");
        }
    }

    [GeneratedRegex(
        @"\A(arn:aws[a-z-]*:[a-z-]+:[a-z0-9-]+:[0-9]{12}:message-template/)?[A-Za-z0-9/_-]+(:([0-9]+|\$ACTIVE_VERSION|\$LATEST))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex TemplateId();
}
