namespace ConnectOutbound.Engine.Templates;

/// <summary>The ids of knowledge bases and templates. People copy ARNs, and "URLs cannot contain the ARN", says the API reference: so the id goes.</summary>
public static class TemplateIdentity
{
    /// <summary>The id in an ARN.</summary>
    /// <param name="idOrArn">An id or an ARN, with its qualifier where it has one.</param>
    /// <returns>The id, with the qualifier.</returns>
    public static string Of(string idOrArn)
    {
        ArgumentNullException.ThrowIfNull(idOrArn);
        string trimmed = idOrArn.Trim();
        return trimmed.StartsWith("arn:", StringComparison.Ordinal) ? trimmed[(trimmed.LastIndexOf('/') + 1)..] : trimmed;
    }
}
