using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Operations;

namespace ConnectOutbound.Sandbox.Signing;

/// <summary>
/// Checks the signature of a request (Signature Version 4, in the Authorization header): its form always, the rest where credentials are known.
/// </summary>
internal sealed class RequestAuthenticator
{
    private const string TimestampFormat = "yyyyMMdd'T'HHmmss'Z'";

    private readonly TimeProvider _time;
    private readonly string? _accessKey;
    private readonly string? _sessionToken;
    private readonly SigningKeys? _keys;
    private readonly TimeSpan _allowedSkew;

    public RequestAuthenticator(SandboxOptions options, TimeProvider time)
    {
        _time = time;
        _allowedSkew = options.AllowedClockSkew;
        _accessKey = string.IsNullOrEmpty(options.AccessKey) ? null : options.AccessKey;
        _sessionToken = string.IsNullOrEmpty(options.SessionToken) ? null : options.SessionToken;
        _keys = string.IsNullOrEmpty(options.SecretKey) ? null : new SigningKeys(options.SecretKey);
    }

    public AuthenticationResult Check(HttpRequest request, string service)
    {
        HttpHeaders headers = request.Head.Headers;
        if (headers.Find("Authorization") is not { } text)
        {
            return Refuse("MissingAuthenticationTokenException", "Missing Authentication Token");
        }

        string? fault = AuthorizationHeader.Parse(text, out AuthorizationHeader? header);
        if (header is null)
        {
            return Incomplete(fault ?? "it cannot be read");
        }

        if (headers.Find("X-Amz-Date") is not { } timestamp
            || !DateTimeOffset.TryParseExact(
                timestamp, TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset signedAt))
        {
            return Incomplete("an X-Amz-Date header of the form YYYYMMDDTHHMMSSZ is required");
        }

        return CheckSignedHeaders(header, headers)
            ?? CheckScope(header, service, timestamp, signedAt)
            ?? CheckCredentials(header, headers, request, timestamp)
            ?? AuthenticationResult.Accept(header.AccessKeyId);
    }

    private static AuthenticationResult? CheckSignedHeaders(AuthorizationHeader header, HttpHeaders headers)
    {
        if (!header.SignedHeaders.Contains("host") || !header.SignedHeaders.Contains("x-amz-date"))
        {
            return Incomplete("SignedHeaders must contain host and x-amz-date");
        }

        if (headers.Find("X-Amz-Security-Token") is not null && !header.SignedHeaders.Contains("x-amz-security-token"))
        {
            return Incomplete("SignedHeaders must contain x-amz-security-token where that header is sent");
        }

        string? absent = Array.Find(header.SignedHeaders, name => headers.Find(name) is null);
        return absent is null ? null : Incomplete($"SignedHeaders names {absent}, which the request does not have");
    }

    private AuthenticationResult? CheckScope(AuthorizationHeader header, string service, string timestamp, DateTimeOffset signedAt)
    {
        if (header.Service != service)
        {
            return Invalid($"Credential should be scoped to correct service: '{service}'.");
        }

        if (!timestamp.StartsWith(header.Date, StringComparison.Ordinal))
        {
            return Invalid($"Date in Credential scope does not match the date of X-Amz-Date: '{header.Date}' and '{timestamp}'.");
        }

        DateTimeOffset now = _time.GetUtcNow();
        if (now - signedAt > _allowedSkew)
        {
            return Invalid($"Signature expired: {timestamp} is now earlier than {Format(now - _allowedSkew)} ({Format(now)} - {Minutes()} min.)");
        }

        return signedAt - now > _allowedSkew
            ? Invalid($"Signature not yet current: {timestamp} is still later than {Format(now + _allowedSkew)} ({Format(now)} + {Minutes()} min.)")
            : null;
    }

    private AuthenticationResult? CheckCredentials(AuthorizationHeader header, HttpHeaders headers, HttpRequest request, string timestamp)
    {
        if (_keys is null)
        {
            return null;
        }

        if (header.AccessKeyId != _accessKey || headers.Find("X-Amz-Security-Token") != _sessionToken)
        {
            return Refuse("UnrecognizedClientException", "The security token included in the request is invalid.");
        }

        string expected = _keys.Sign(header, timestamp, CanonicalRequest.Hash(request, header.SignedHeaders));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(header.Signature))
            ? null
            : Invalid(
                "The request signature we calculated does not match the signature you provided. "
                + "Check the secret access key and how the request is signed.");
    }

    private static string Format(DateTimeOffset time) => time.ToString(TimestampFormat, CultureInfo.InvariantCulture);

    private string Minutes() => _allowedSkew.TotalMinutes.ToString(CultureInfo.InvariantCulture);

    private static AuthenticationResult Incomplete(string fault) =>
        Refuse("IncompleteSignatureException", $"The Authorization header is not well formed: {fault}.");

    private static AuthenticationResult Invalid(string message) => Refuse("InvalidSignatureException", message);

    private static AuthenticationResult Refuse(string code, string message) => AuthenticationResult.Refuse(new SandboxError(403, code, message));
}
