namespace ConnectOutbound.Sandbox.Tests.Support;

internal sealed record ProcessOutcome(int ExitCode, string Output, string Error);
