namespace ConnectOutbound.Engine.Tests.Support;

/// <summary>For tests that change the environment of the process.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
