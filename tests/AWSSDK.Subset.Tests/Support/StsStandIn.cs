using System.Globalization;

namespace Amazon.Tests.Support;

/// <summary>Answers AssumeRole and AssumeRoleWithWebIdentity with temporary credentials, as AWS STS does.</summary>
internal static class StsStandIn
{
    public static HostileEndpoint Start() => new(request =>
        request.Text.Contains("Action=AssumeRoleWithWebIdentity", StringComparison.Ordinal)
            ? Credentials("AssumeRoleWithWebIdentity", "ASIAWEB")
            : Credentials("AssumeRole", "ASIAASSUMED"));

    private static RawAnswer Credentials(string action, string accessKey) => RawAnswer.Xml(
        $"""
        <{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <{action}Result>
            <AssumedRoleUser><AssumedRoleId>AROA:outbound</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/sender/outbound</Arn></AssumedRoleUser>
            <Credentials>
              <AccessKeyId>{accessKey}</AccessKeyId>
              <SecretAccessKey>temporary-secret</SecretAccessKey>
              <SessionToken>temporary-token</SessionToken>
              <Expiration>{DateTimeOffset.UtcNow.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}</Expiration>
            </Credentials>
          </{action}Result>
          <ResponseMetadata><RequestId>sts-1</RequestId></ResponseMetadata>
        </{action}Response>
        """);
}
