namespace Amazon.Tests.Support;

/// <summary>A fact that compares with botocore, where Python and botocore are installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BotocoreFactAttribute : FactAttribute
{
    public BotocoreFactAttribute()
    {
        if (!Python.IsAvailable) Skip = "Needs Python with botocore to compare with.";
    }
}
