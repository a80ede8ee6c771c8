using System.Management.Automation;
using ConnectOutbound.Commands.Completion;
using ConnectOutbound.Engine.Defaults;

namespace ConnectOutbound.Commands.Defaults;

/// <summary>Takes defaults back.</summary>
[Cmdlet(VerbsCommon.Clear, "ConnectOutboundDefault", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(void))]
public sealed class ClearConnectOutboundDefaultCommand : OutboundCmdlet
{
    /// <summary>Which of them, with wildcards; all by default.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DefaultNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Those of the session, or those that are kept for the user.</summary>
    [Parameter]
    public OutboundDefaultScope Scope { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Guarded(() =>
        {
            if (Scope == OutboundDefaultScope.Session)
            {
                DefaultName[] names = Chosen(SessionDefaults.Current.Keys);
                if (names.Length > 0 && ShouldProcess(string.Join(", ", names), "Clear defaults (Session)"))
                    SessionDefaults.Current = SessionDefaults.Current.RemoveRange(names);
                return;
            }

            var file = new DefaultsFile();
            Dictionary<DefaultName, string> kept = file.Read().ToDictionary();
            DefaultName[] chosen = Chosen(kept.Keys);
            if (chosen.Length == 0 || !ShouldProcess(string.Join(", ", chosen), "Clear defaults (User)"))
                return;
            foreach (DefaultName name in chosen)
                kept.Remove(name);
            file.Write(kept);
        });
    }

    private DefaultName[] Chosen(IEnumerable<DefaultName> names) =>
        [.. names.Where(name => Array.Exists(Name, pattern => new WildcardPattern(pattern, WildcardOptions.IgnoreCase).IsMatch(name.ToString())))];
}
