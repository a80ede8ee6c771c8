using System.Management.Automation;
using ConnectOutbound.Commands.Defaults;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Parameters;
using ConnectOutbound.Commands.Sandboxes;
using ConnectOutbound.Engine.Connection;
using ConnectOutbound.Engine.Defaults;

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
            catch (DefaultsException e)
            {
                ThrowTerminatingError(ErrorRecords.BadDefaults(e));
                return [];
            }
        }
    }

    /// <summary>A default.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its value; null where there is none.</returns>
    private protected string? DefaultOf(DefaultName name) => Defaults.FirstOrDefault(found => found.Name == name.ToString())?.Value;

    /// <summary>Where requests go, by the arguments, and by the defaults where they say nothing.</summary>
    /// <returns>The settings.</returns>
    protected ConnectionSettings ConnectionSettings() => new()
    {
        Region = Region ?? DefaultOf(DefaultName.Region),
        // Keys that were given are whole by themselves, and a sandbox has no use for a profile.
        ProfileName = ProfileName ?? (AccessKey is null && !SandboxRegistry.IsSandbox(EndpointUrl) ? DefaultOf(DefaultName.ProfileName) : null),
        ProfileLocation = ProfileLocation is null ? null : GetUnresolvedProviderPathFromPSPath(ProfileLocation),
        AccessKey = AccessKey,
        SecretKey = SecretKey,
        SessionToken = SessionToken,
        EndpointUrl = EndpointUrl,
    };
}
