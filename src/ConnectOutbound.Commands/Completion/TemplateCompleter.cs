using Amazon.QConnect;
using Amazon.QConnect.Model;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Templates;

namespace ConnectOutbound.Commands.Completion;

/// <summary>Completes the ids of message templates, with their names beside them.</summary>
public sealed class TemplateCompleter : ResourceCompleter
{
    private protected override async Task<IReadOnlyList<(string Name, string Tip)>> ListAsync(
        ConnectionSettings settings,
        string instance,
        CancellationToken stop)
    {
        using TemplateDirectory directory = TemplateDirectory.Open(settings, TimeSpan.FromSeconds(15));
        var names = new List<(string Name, string Tip)>();
        await foreach (KnowledgeBaseSummary knowledgeBase in directory.KnowledgeBasesAsync(stop).ConfigureAwait(false))
        {
            await foreach (MessageTemplateSummary template in directory.ListAsync(knowledgeBase.KnowledgeBaseId!, stop).ConfigureAwait(false))
            {
                if (template.ChannelSubtype == ChannelSubtype.SMS || template.ChannelSubtype == ChannelSubtype.WHATSAPP)
                    names.Add((template.MessageTemplateId!, $"{template.Name} ({template.ChannelSubtype})"));
            }
        }

        return names;
    }
}
