namespace Amazon.Tests.Support;

/// <summary>Tests that change environment variables run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentTestGroup
{
    public const string Name = "Environment";
}
