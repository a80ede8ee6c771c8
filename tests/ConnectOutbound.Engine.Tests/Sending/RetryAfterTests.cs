using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Sending;

/// <summary>The header that the SDK ignores.</summary>
public sealed class RetryAfterTests
{
    [Theory]
    [InlineData(7, 7)]
    [InlineData(86400, 300)]
    public async Task Reads_how_long_the_service_asks_to_wait_up_to_a_limit(int asked, int seconds)
    {
        using SandboxServer sandbox = SandboxServer.Start(
            SandboxRun.Free with { FaultHook = _ => SandboxFaultKind.RetryAfter, RetryAfter = TimeSpan.FromSeconds(asked) });
        ServiceFault fault = await FailAsync(sandbox.EndpointUrl);
        Assert.Equal((FaultKind.Throttled, TimeSpan.FromSeconds(seconds)), (fault.Kind, fault.RetryAfter));
    }

    [Theory]
    [InlineData(503, "ServiceUnavailable", "2", 2, FaultKind.ServerError)]
    [InlineData(429, "ThrottlingException", "soon", null, FaultKind.Throttled)]
    [InlineData(429, "ThrottlingException", "-1", null, FaultKind.Throttled)]
    public async Task Reads_the_header_of_any_error_and_ignores_a_value_that_is_no_time(int status, string code, string header, int? seconds, object kind)
    {
        await using var server = new HostileEndpoint(
            RawAnswer.Json(status, """{"message":"slow down"}""", ("x-amzn-ErrorType", code), ("Retry-After", header)));
        ServiceFault fault = await FailAsync(server.Url);
        Assert.Equal(((FaultKind)kind, seconds), (fault.Kind, (int?)fault.RetryAfter?.TotalSeconds));
    }

    private static async Task<ServiceFault> FailAsync(string url)
    {
        using ContactConnection connection = SandboxRun.Connect(url);
        return FaultClassifier.Classify(await Assert.ThrowsAnyAsync<Exception>(() => connection.StartAsync(Given.Valid().Request!, CancellationToken.None)));
    }
}
