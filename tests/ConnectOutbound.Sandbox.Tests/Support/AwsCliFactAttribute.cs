namespace ConnectOutbound.Sandbox.Tests.Support;

/// <summary>A test that needs the AWS command line with the operation in its model.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AwsCliFactAttribute : FactAttribute
{
    public AwsCliFactAttribute()
    {
        if (!RealClients.HasAwsCli.Value)
        {
            Skip = "The AWS command line is not installed, or does not know start-outbound-chat-contact.";
        }
    }
}
