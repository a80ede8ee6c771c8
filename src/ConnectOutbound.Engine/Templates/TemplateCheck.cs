using Amazon.Connect.Model;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Templates;

/// <summary>Holds rows against the templates that they name: what the service would not fill in makes a row invalid. Each template is read once.</summary>
/// <param name="directory">Reads the templates.</param>
public sealed class TemplateCheck(TemplateDirectory directory)
{
    private const int MaxRemembered = 1000;

    // The service is not asked again for what it does not have, however many rows name it.
    private readonly Dictionary<string, string> _missing = new(StringComparer.Ordinal);

    /// <summary>Checks a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cancellationToken">Ends the wait for the template.</param>
    /// <returns>The row; without a request and with faults where its template lacks something.</returns>
    /// <exception cref="OutboundException">Templates cannot be read at all: no rights, no credentials, no connection.</exception>
    public async ValueTask<CheckedRow> CheckAsync(CheckedRow row, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Request?.InitialTemplatedSystemMessage is not TemplatedMessageConfig message)
            return row;
        string key = $"{message.KnowledgeBaseId}/{message.MessageTemplateId}";
        if (_missing.TryGetValue(key, out string? known))
            return Invalid(row, [new RowFault(ErrorIds.TemplateNotFound, known)]);
        try
        {
            MessageTemplateText template = await directory.TextAsync(
                message.KnowledgeBaseId!,
                message.MessageTemplateId!,
                cancellationToken).ConfigureAwait(false);
            List<RowFault> faults = Faults(row, message, template);
            return faults.Count == 0 ? row : Invalid(row, faults);
        }
        catch (OutboundException e) when (e.Scope == ErrorScope.One)
        {
            string problem = $"{e.Message} {e.Remedy}";
            if (_missing.Count < MaxRemembered)
                _missing[key] = problem;
            return Invalid(row, [new RowFault(ErrorIds.TemplateNotFound, problem)]);
        }
    }

    private static List<RowFault> Faults(CheckedRow row, TemplatedMessageConfig message, MessageTemplateText template)
    {
        var faults = new List<RowFault>();
        string id = DisplayText.Quoted(message.MessageTemplateId!);
        if (row.Channel is OutboundChannel channel
            && template.ChannelName is string other
            && !other.Equals(channel.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(new RowFault(ErrorIds.TemplateChannel, $"MessageTemplateId {id} is a template for {other}, and Channel is {channel}."));
        }

        if (template.SourceStatus is string status && status != "VALID")
        {
            faults.Add(new RowFault(
                ErrorIds.TemplateNotApproved,
                $"MessageTemplateId {id} is {status} at WhatsApp"
                    + $"{(template.SourceStatusReason is string reason ? $": {DisplayText.Clause(reason)}" : ", which does not deliver it.")}"));
        }

        IReadOnlyList<TemplateVariable> missing = template.Missing(
            message.TemplateAttributes?.CustomAttributes,
            message.TemplateAttributes?.CustomerProfileAttributes);
        if (missing.Count > 0)
        {
            faults.Add(new RowFault(
                ErrorIds.TemplateAttributeMissing,
                $"MessageTemplateId {id} wants {string.Join(", ", missing.Select(variable => variable.Column))}, which the row does not give: "
                    + $"the customer would see {{{{{missing[0].Path}}}}} instead."));
        }

        return faults;
    }

    private static CheckedRow Invalid(CheckedRow row, List<RowFault> faults) => row with { Request = null, Faults = faults };
}
