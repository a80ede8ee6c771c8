using System.Globalization;
using System.Management.Automation;
using ConnectOutbound.Engine.Defaults;

namespace ConnectOutbound.Commands.Chat;

/// <summary>How fast a run goes: by argument, else by default.</summary>
public abstract class RateCmdlet : GateCmdlet
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

    /// <summary>Takes the defaults of what no argument says.</summary>
    private protected void TakeDefaultRate()
    {
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(RequestsPerSecond)) && DefaultOf(DefaultName.RequestsPerSecond) is string rate)
            RequestsPerSecond = double.Parse(rate, CultureInfo.InvariantCulture);
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(Burst)) && DefaultOf(DefaultName.Burst) is string burst)
            Burst = int.Parse(burst, CultureInfo.InvariantCulture);
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(ThrottleLimit)) && DefaultOf(DefaultName.ThrottleLimit) is string limit)
            ThrottleLimit = int.Parse(limit, CultureInfo.InvariantCulture);
    }
}
