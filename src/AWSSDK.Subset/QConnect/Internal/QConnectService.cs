using System.Collections.Frozen;
using Amazon.QConnect.Model;
using Amazon.RestJson;

namespace Amazon.QConnect.Internal;

/// <summary>Amazon Q in Connect as the operations see it.</summary>
internal static class QConnectService
{
    internal const string ApiVersion = "2020-10-19";

    private static readonly Dictionary<string, ServiceErrorFactory> s_errors = new(StringComparer.Ordinal)
    {
        [nameof(AccessDeniedException)] = (m, e, t, c, r, s) => new AccessDeniedException(m, e, t, c, r, s),
        [nameof(ResourceNotFoundException)] = (m, e, t, c, r, s) => new ResourceNotFoundException(m, e, t, c, r, s),
        [nameof(ThrottlingException)] = (m, e, t, c, r, s) => new ThrottlingException(m, e, t, c, r, s),
        [nameof(UnauthorizedException)] = (m, e, t, c, r, s) => new UnauthorizedException(m, e, t, c, r, s),
        [nameof(ValidationException)] = (m, e, t, c, r, s) => new ValidationException(m, e, t, c, r, s),
    };

    internal static readonly RestJsonService Description = new(
        "Amazon.QConnect",
        ApiVersion,
        QConnectJsonContext.Default,
        s_errors.ToFrozenDictionary(StringComparer.Ordinal),
        (m, e, t, c, r, s) => new AmazonQConnectException(m, e, t, c, r, s));
}
