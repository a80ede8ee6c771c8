using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Engine.Tests.Support;

/// <summary>A test of what holds where nothing on the machine names a proxy.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DirectFactAttribute : FactAttribute
{
    public DirectFactAttribute()
    {
        if (NoProxy.IsNeededFor(new Uri("http://127.0.0.1")))
            Skip = "A proxy is named on this machine, with which connections to it are not kept.";
    }
}
