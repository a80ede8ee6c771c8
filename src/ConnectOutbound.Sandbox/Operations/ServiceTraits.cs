namespace ConnectOutbound.Sandbox.Operations;

/// <summary>In what the services differ whose operations are served.</summary>
/// <param name="SigningName">The service's name in signatures and in IAM actions.</param>
/// <param name="Throttled">What a request above the rate quota answers.</param>
/// <param name="InvalidCode">The name of the error for a request that breaks a constraint.</param>
/// <param name="Changes">Whether its operations change something, and so can conflict or meet a quota of things.</param>
internal sealed record ServiceTraits(string SigningName, SandboxError Throttled, string InvalidCode, bool Changes)
{
    /// <summary>Amazon Connect.</summary>
    public static ServiceTraits Connect { get; } = new("connect", new(429, "ThrottlingException", "Rate exceeded"), "InvalidRequestException", Changes: true);

    /// <summary>Amazon Connect, for operations that cannot conflict.</summary>
    public static ServiceTraits ConnectPlain { get; } = Connect with { Changes = false };

    /// <summary>Amazon Connect, for operations whose model has InvalidParameterException and no InvalidRequestException.</summary>
    public static ServiceTraits ConnectParameters { get; } = ConnectPlain with { InvalidCode = "InvalidParameterException" };

    /// <summary>Amazon Q in Connect, whose model gives throttling the status 400.</summary>
    public static ServiceTraits Wisdom { get; } = new("wisdom", new(400, "ThrottlingException", "Rate exceeded"), "ValidationException", Changes: false);

    public SandboxError Invalid(string message) => new(400, InvalidCode, message);
}
