using System.Management.Automation;
using ConnectOutbound.Commands.Completion;
using ConnectOutbound.Commands.Defaults;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Sandboxes;
using ConnectOutbound.Engine.Defaults;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Commands;

/// <summary>A cmdlet that speaks with Amazon Connect: where, and as whom. The names are those of AWS.Tools.</summary>
public abstract class ConnectionCmdlet : OutboundCmdlet
{
    /// <summary>The Region.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>A named profile.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>Where the shared credentials file is.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>An access key id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>Its secret.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>The session token of temporary credentials.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SessionToken { get; set; }

    /// <summary>Another endpoint than the Region's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EndpointUrl { get; set; }

    private IReadOnlyList<OutboundDefault>? _defaults;

    /// <summary>What holds where neither an argument nor a column says something. Read once a call.</summary>
    private protected IReadOnlyList<OutboundDefault> Defaults
    {
        get
        {
            try
            {
                return _defaults ??= SessionDefaults.Effective();
            }
            catch (OutboundException e)
            {
                ThrowTerminatingError(ErrorRecords.From(e));
                return [];
            }
        }
    }

    /// <summary>A default.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its value; null where there is none.</returns>
    private protected string? DefaultOf(DefaultName name) => Defaults.FirstOrDefault(found => found.Name == name.ToString())?.Value;

    /// <summary>Whether a default matters to this command as it was called, unless an argument is given.</summary>
    /// <param name="name">The default.</param>
    /// <returns>False for those that it has no use for.</returns>
    private protected virtual bool Uses(DefaultName name) => name switch
    {
        DefaultName.Region => true,
        DefaultName.ProfileName => UsesProfile,
        _ => false,
    };

    // Keys that were given are whole by themselves, and a sandbox has no use for a profile.
    private bool UsesProfile => AccessKey is null && !SandboxRegistry.IsSandbox(EndpointUrl);

    /// <summary>Says under -Verbose which defaults are in force.</summary>
    private protected void SayDefaults()
    {
        OutboundDefault[] used =
        [
            .. Defaults.Where(found => Enum.TryParse(found.Name, out DefaultName name)
                && Uses(name)
                && !MyInvocation.BoundParameters.ContainsKey(found.Name)),
        ];
        if (used.Length > 0)
            WriteVerbose(PhoneMask.MaskAll($"Defaults, where neither an argument nor a column says something: {string.Join(", ", used.AsEnumerable())}."));
    }

    /// <summary>Where requests go, by the arguments, and by the defaults where they say nothing.</summary>
    /// <returns>The settings.</returns>
    protected ConnectionSettings ConnectionSettings() => new()
    {
        Region = Region ?? DefaultOf(DefaultName.Region),
        ProfileName = ProfileName ?? (UsesProfile ? DefaultOf(DefaultName.ProfileName) : null),
        ProfileLocation = ProfileLocation is null ? null : GetUnresolvedProviderPathFromPSPath(ProfileLocation),
        AccessKey = AccessKey,
        SecretKey = SecretKey,
        SessionToken = SessionToken,
        EndpointUrl = EndpointUrl,
    };
}
