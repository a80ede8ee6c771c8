using System.Management.Automation;
using Amazon.QConnect.Model;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Sandboxes;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Templates;

namespace ConnectOutbound.Commands.Templates;

/// <summary>Gives the message templates for SMS and WhatsApp, with the values that each needs.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectOutboundTemplate", DefaultParameterSetName = "Name")]
[OutputType(typeof(OutboundTemplate))]
public sealed class GetConnectOutboundTemplateCommand : ConnectionCmdlet
{
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private TemplateDirectory? _directory;

    /// <summary>Names, with wildcards; all templates by default.</summary>
    [Parameter(Position = 0, ParameterSetName = "Name")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The knowledge bases, by id or ARN; by default all that hold message templates.</summary>
    [Parameter(ParameterSetName = "Name")]
    [Parameter(ParameterSetName = "Id", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? KnowledgeBaseId { get; set; }

    /// <summary>One template, by id or ARN, with its version where another than the latest is meant.</summary>
    [Parameter(ParameterSetName = "Id", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? MessageTemplateId { get; set; }

    /// <summary>Only the templates for this channel.</summary>
    [Parameter(ParameterSetName = "Name")]
    public OutboundChannel Channel { get; set; }

    /// <summary>How long one answer may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 30;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Guarded(() =>
        {
            _directory = TemplateDirectory.Open(SandboxRegistry.WithCredentials(ConnectionSettings()), TimeSpan.FromSeconds(TimeoutSec));
            SayDefaults();
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guarded(() =>
    {
        try
        {
            if (MessageTemplateId is null)
            {
                WriteNamed();
                return;
            }

            foreach (string knowledgeBase in KnowledgeBaseId!)
                WriteOne(knowledgeBase, MessageTemplateId);
        }
        catch (OutboundException e) when (e.Scope == ErrorScope.One)
        {
            WriteError(ErrorRecords.From(e, MessageTemplateId));
        }
    });

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _directory?.Dispose();
        base.Dispose(disposing);
    }

    private void WriteOne(string knowledgeBase, string id)
    {
        ExtendedMessageTemplateData found = Wait(_directory!.GetAsync(knowledgeBase, id, Stopped));
        if (FoundTemplate.ChannelOf(found.ChannelSubtype) is OutboundChannel channel)
            WriteObject(FoundTemplate.Of(found, channel));
        else
            WriteError(ErrorRecords.TemplateForOtherChannel(found.Name ?? id, found.ChannelSubtype?.Value));
    }

    private void WriteNamed()
    {
        string[] knowledgeBases = KnowledgeBaseId ?? [.. All(_directory!.KnowledgeBasesAsync(Stopped)).Select(found => found.KnowledgeBaseId!)];
        if (Name is null)
        {
            WriteMatching(knowledgeBases, null);
            return;
        }

        foreach (string name in Name)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            bool any = WriteMatching(
                knowledgeBases,
                WildcardPattern.ContainsWildcardCharacters(name) ? pattern.IsMatch : other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase));
            if (!any && !WildcardPattern.ContainsWildcardCharacters(name))
                WriteError(ErrorRecords.TemplateNameNotFound(name));
        }
    }

    private bool WriteMatching(string[] knowledgeBases, Func<string, bool>? matches)
    {
        bool filtered = MyInvocation.BoundParameters.ContainsKey(nameof(Channel));
        bool any = false;
        foreach (string knowledgeBase in knowledgeBases)
        {
            foreach (MessageTemplateSummary found in All(_directory!.ListAsync(knowledgeBase, Stopped)))
            {
                if (FoundTemplate.ChannelOf(found.ChannelSubtype) is not OutboundChannel channel
                    || (filtered && channel != Channel)
                    || (matches is not null && !matches(found.Name ?? "")))
                {
                    continue;
                }

                any = true;
                if (_given.Add($"{found.KnowledgeBaseId}/{found.MessageTemplateId}"))
                    WriteListed(found, channel);
            }
        }

        return any;
    }

    // The list has no contents. A template that was deleted since is left out, with an error that says so.
    private void WriteListed(MessageTemplateSummary found, OutboundChannel channel)
    {
        try
        {
            WriteObject(FoundTemplate.Of(Wait(_directory!.GetAsync(found.KnowledgeBaseId!, found.MessageTemplateId!, Stopped)), channel));
        }
        catch (OutboundException e) when (e.Scope == ErrorScope.One)
        {
            WriteError(ErrorRecords.From(e, found.Name));
        }
    }
}
