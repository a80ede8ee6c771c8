using System.Globalization;
using System.Management.Automation;
using ConnectOutbound.Commands.Parameters;
using ConnectOutbound.Engine.Defaults;
using ConnectOutbound.Engine.Sending.Pacing;

namespace ConnectOutbound.Commands;

/// <content>How fast rows are sent, how often, and when the command gives up.</content>
public abstract partial class ChatCmdlet
{
    /// <summary>How many rows may be under way.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>The steady rate.</summary>
    [Parameter]
    [ValidateRange(0.001, 1_000_000.0)]
    public double RequestsPerSecond { get; set; } = 2;

    /// <summary>How many requests may go at once after a pause.</summary>
    [Parameter]
    [ValidateRange(1, 1_000_000)]
    public int Burst { get; set; } = 5;

    /// <summary>How many attempts a row has.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>How long a full quota of concurrent chats is waited for: a TimeSpan, or minutes.</summary>
    [Parameter]
    [WaitTransformation]
    public TimeSpan QuotaWait { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>After how many rows that could not be sent the run stops; 0 for never.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxErrors { get; set; }

    /// <summary>The rate that the arguments and defaults ask for.</summary>
    private protected PaceLimit Pace => new(RequestsPerSecond, Burst);

    /// <summary>Takes the defaults of what no argument says.</summary>
    private void TakeDefaultRate()
    {
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(RequestsPerSecond)) && DefaultOf(DefaultName.RequestsPerSecond) is string rate)
            RequestsPerSecond = double.Parse(rate, CultureInfo.InvariantCulture);
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(Burst)) && DefaultOf(DefaultName.Burst) is string burst)
            Burst = int.Parse(burst, CultureInfo.InvariantCulture);
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(ThrottleLimit)) && DefaultOf(DefaultName.ThrottleLimit) is string limit)
            ThrottleLimit = int.Parse(limit, CultureInfo.InvariantCulture);
    }
}
