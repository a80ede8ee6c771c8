namespace ConnectOutbound.Sandbox.Tests.Support;

/// <summary>A test that needs Python with boto3.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class Boto3FactAttribute : FactAttribute
{
    public Boto3FactAttribute()
    {
        if (!RealClients.HasBoto3.Value)
        {
            Skip = "Python with boto3 is not installed.";
        }
    }
}
