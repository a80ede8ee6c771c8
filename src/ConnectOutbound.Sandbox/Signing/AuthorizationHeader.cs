namespace ConnectOutbound.Sandbox.Signing;

/// <summary>The parts of an Authorization header of AWS Signature Version 4.</summary>
internal sealed record AuthorizationHeader
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Terminator = "aws4_request";

    public required string AccessKeyId { get; init; }

    /// <summary>The day of the scope: yyyyMMdd.</summary>
    public required string Date { get; init; }

    public required string Region { get; init; }

    public required string Service { get; init; }

    /// <summary>The names of the headers that are signed, in lower case and in order.</summary>
    public required string[] SignedHeaders { get; init; }

    /// <summary>64 hexadecimal digits in lower case.</summary>
    public required string Signature { get; init; }

    public string Scope => $"{Date}/{Region}/{Service}/{Terminator}";

    /// <summary>Reads a header.</summary>
    /// <param name="text">The header's value.</param>
    /// <param name="header">What was read.</param>
    /// <returns>What is wrong with the form; null where nothing is.</returns>
    public static string? Parse(string text, out AuthorizationHeader? header)
    {
        header = null;
        if (!text.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            return $"the algorithm must be {Algorithm}";
        }

        string? credential = null, signedHeaders = null, signature = null;
        foreach (string part in text[Algorithm.Length..].Split(','))
        {
            string item = part.Trim();
            int equals = item.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? item : item[..equals];
            string value = equals < 0 ? "" : item[(equals + 1)..];
            switch (name)
            {
                case "Credential" when credential is null:
                    credential = value;
                    break;
                case "SignedHeaders" when signedHeaders is null:
                    signedHeaders = value;
                    break;
                case "Signature" when signature is null:
                    signature = value;
                    break;
                default:
                    return "it holds Credential, SignedHeaders and Signature, once each, separated by commas";
            }
        }

        if (credential is null || signedHeaders is null || signature is null)
        {
            return "it requires Credential, SignedHeaders and Signature";
        }

        string[] scope = credential.Split('/');
        if (scope.Length != 5 || scope.Any(string.IsNullOrEmpty) || scope[4] != Terminator
            || scope[1].Length != 8 || scope[1].AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return $"Credential must be KEY/YYYYMMDD/REGION/SERVICE/{Terminator}";
        }

        if (signature.Length != 64 || !signature.All(char.IsAsciiHexDigitLower))
        {
            return "Signature must be 64 hexadecimal digits in lower case";
        }

        string[] names = signedHeaders.Split(';');
        if (names.Any(name => name.Length == 0 || name.Any(char.IsAsciiLetterUpper))
            || !names.SequenceEqual(names.Distinct().Order(StringComparer.Ordinal)))
        {
            return "SignedHeaders must be names in lower case, in order, separated by semicolons";
        }

        header = new AuthorizationHeader
        {
            AccessKeyId = scope[0],
            Date = scope[1],
            Region = scope[2],
            Service = scope[3],
            SignedHeaders = names,
            Signature = signature,
        };
        return null;
    }
}
