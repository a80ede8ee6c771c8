namespace ConnectOutbound.Sandbox.Operations;

/// <summary>An error as the service answers it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The name of the error, which travels in the header x-amzn-ErrorType.</param>
/// <param name="Message">What a person reads.</param>
internal sealed record ServiceError(int Status, string Code, string Message)
{
    public static ServiceError ChatsFull { get; } = new(
        429, "LimitExceededException", "The quota of concurrent active chats of this instance (L-D4BA6F6E) is reached.");

    public static ServiceError NotFound(string message) => new(404, "ResourceNotFoundException", message);

    public static ServiceError Unreadable(string message) => new(400, "SerializationException", message);
}
