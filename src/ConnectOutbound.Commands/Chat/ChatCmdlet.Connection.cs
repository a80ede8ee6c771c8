using System.Management.Automation;
using ConnectOutbound.Commands.Sandboxes;
using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Defaults;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Templates;

namespace ConnectOutbound.Commands;

/// <content>The connections: to send, and to look up names and templates.</content>
public abstract partial class ChatCmdlet
{
    private TemplateDirectory? _templates;

    /// <summary>How long one answer may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>How long one answer may take.</summary>
    private protected TimeSpan AnswerTimeout => TimeSpan.FromSeconds(TimeoutSec);

    /// <summary>Opens the connection that rows are sent by.</summary>
    /// <returns>The connection; nothing is sent yet.</returns>
    /// <exception cref="OutboundException">The settings are wrong.</exception>
    private protected ContactConnection Connect()
    {
        ConnectionSettings settings = ConnectionSettings();
        ContactConnection connection = ContactConnection.Open(SandboxRegistry.WithCredentials(settings), ThrottleLimit, AnswerTimeout);
        if (IsVerbose)
            WriteVerbose($"{settings}; signing for {connection.Region}, sending to {connection.Endpoint}.");
        return connection;
    }

    /// <summary>Opens the templates of the account, once; nothing is asked for yet.</summary>
    /// <returns>The directory.</returns>
    /// <exception cref="OutboundException">The settings are wrong.</exception>
    private protected TemplateDirectory Templates() =>
        _templates ??= TemplateDirectory.Open(SandboxRegistry.WithCredentials(ConnectionSettings()), AnswerTimeout);

    private protected override bool Uses(DefaultName name) => name is not (DefaultName.Region or DefaultName.ProfileName) || base.Uses(name);

    private ResourceDirectory OpenCatalog() => ResourceDirectory.Open(SandboxRegistry.WithCredentials(ConnectionSettings()), AnswerTimeout);
}
