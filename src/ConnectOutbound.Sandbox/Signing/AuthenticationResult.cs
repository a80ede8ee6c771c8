using ConnectOutbound.Sandbox.Operations;

namespace ConnectOutbound.Sandbox.Signing;

/// <summary>Who sent a request, or why it is refused.</summary>
internal readonly record struct AuthenticationResult
{
    public string? AccessKeyId { get; private init; }

    public SandboxError? Error { get; private init; }

    public static AuthenticationResult Accept(string accessKeyId) => new() { AccessKeyId = accessKeyId };

    public static AuthenticationResult Refuse(SandboxError error) => new() { Error = error };
}
