namespace ConnectOutbound.Engine.Validation;

/// <summary>An Amazon Resource Name, in its parts: <c>arn:partition:service:region:account:resource</c>.</summary>
/// <param name="Service">Such as <c>connect</c>.</param>
/// <param name="Region">Such as <c>us-east-1</c>.</param>
/// <param name="Account">The twelve digits of the account.</param>
/// <param name="Resource">Such as <c>instance/ID/contact-flow/ID</c>.</param>
internal readonly record struct ConnectArn(string Service, string Region, string Account, string Resource)
{
    /// <summary>Splits an ARN.</summary>
    /// <param name="text">The text.</param>
    /// <param name="arn">Its parts.</param>
    /// <returns>False for text that is none.</returns>
    public static bool TryParse(string text, out ConnectArn arn)
    {
        string[] parts = text.Split(':', 6);
        bool whole = parts.Length == 6 && parts[0] == "arn" && parts[1].StartsWith("aws", StringComparison.Ordinal) && parts[2].Length > 0 && parts[5].Length > 0;
        arn = whole ? new ConnectArn(parts[2], parts[3], parts[4], parts[5]) : default;
        return whole;
    }

    /// <summary>The id behind a kind of resource: of <c>instance/a/contact-flow/b</c>, <c>b</c> for <c>contact-flow</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The id, or null where the ARN names no such resource.</returns>
    public string? IdOf(string kind)
    {
        string[] parts = Resource.Split('/');
        for (int i = 0; i + 1 < parts.Length; i += 2)
        {
            if (parts[i] == kind && parts[i + 1].Length > 0)
                return parts[i + 1];
        }

        return null;
    }
}
