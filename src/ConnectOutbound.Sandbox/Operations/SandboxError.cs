namespace ConnectOutbound.Sandbox.Operations;

/// <summary>An error as the service answers it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The name of the error, which travels in the header x-amzn-ErrorType.</param>
/// <param name="Message">What a person reads.</param>
internal sealed record SandboxError(int Status, string Code, string Message)
{
    public static SandboxError ChatsFull { get; } = new(
        429, "LimitExceededException", "The quota of concurrent active chats of this instance (L-D4BA6F6E) is reached.");

    public static SandboxError NotFound(string message) => new(404, "ResourceNotFoundException", message);

    public static SandboxError Unreadable(string message) => new(400, "SerializationException", message);
}
