using System.Collections.Frozen;
using Amazon.Connect.Model;
using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>Amazon Connect as the operations see it.</summary>
internal static class ConnectService
{
    internal const string ApiVersion = "2017-08-08";

    private static readonly Dictionary<string, ServiceErrorFactory> s_errors = new(StringComparer.Ordinal)
    {
        [nameof(AccessDeniedException)] = (m, e, t, c, r, s) => new AccessDeniedException(m, e, t, c, r, s),
        [nameof(ConflictException)] = (m, e, t, c, r, s) => new ConflictException(m, e, t, c, r, s),
        [nameof(ContactNotFoundException)] = (m, e, t, c, r, s) => new ContactNotFoundException(m, e, t, c, r, s),
        [nameof(InternalServiceException)] = (m, e, t, c, r, s) => new InternalServiceException(m, e, t, c, r, s),
        [nameof(InvalidActiveRegionException)] = (m, e, t, c, r, s) => new InvalidActiveRegionException(m, e, t, c, r, s),
        [nameof(InvalidParameterException)] = (m, e, t, c, r, s) => new InvalidParameterException(m, e, t, c, r, s),
        [nameof(InvalidRequestException)] = (m, e, t, c, r, s) => new InvalidRequestException(m, e, t, c, r, s),
        [nameof(LimitExceededException)] = (m, e, t, c, r, s) => new LimitExceededException(m, e, t, c, r, s),
        [nameof(ResourceNotFoundException)] = (m, e, t, c, r, s) => new ResourceNotFoundException(m, e, t, c, r, s),
        [nameof(ThrottlingException)] = (m, e, t, c, r, s) => new ThrottlingException(m, e, t, c, r, s),
    };

    internal static readonly RestJsonService Description = new(
        "Amazon.Connect",
        ApiVersion,
        ConnectJsonContext.Default,
        s_errors.ToFrozenDictionary(StringComparer.Ordinal),
        (m, e, t, c, r, s) => new AmazonConnectException(m, e, t, c, r, s));
}
