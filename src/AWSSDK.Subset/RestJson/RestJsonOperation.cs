using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.RestJson;

/// <summary>
/// An operation of a rest-json service, described as data. A new operation is its request and response class, their names in
/// the service's <see cref="JsonSerializerContext"/>, and one of these.
/// </summary>
/// <remarks>
/// Members named in the URI are taken from the request and left out of the body. Everything that can be worked out once is worked out
/// here, so that a call costs no look-up and no reflection.
/// </remarks>
internal sealed class RestJsonOperation<TRequest, TResponse>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private static readonly HashSet<string> s_httpMembers = new(StringComparer.OrdinalIgnoreCase)
    {
        nameof(AmazonWebServiceResponse.ResponseMetadata), nameof(AmazonWebServiceResponse.ContentLength), nameof(AmazonWebServiceResponse.HttpStatusCode),
    };

    private readonly HashSet<string> _uriNames;
    private readonly string? _idempotencyToken;
    private readonly Dictionary<string, RequestMember> _uriMembers = new(StringComparer.Ordinal);

    /// <summary>Describes an operation.</summary>
    /// <param name="service">The service that has it.</param>
    /// <param name="name">Its name in the API.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="uri">Path and query; see <see cref="UriTemplate"/>.</param>
    /// <param name="idempotencyToken">The member of the body that gets a new GUID when a request comes without it.</param>
    /// <exception cref="ArgumentException">The URI names a member that the request does not have.</exception>
    internal RestJsonOperation(RestJsonService service, string name, string method, string uri, string? idempotencyToken = null)
    {
        var template = UriTemplate.Parse(uri);
        _uriNames = [.. template.PathMembers, .. template.Query.Select(part => part.Member).OfType<string>()];
        _idempotencyToken = idempotencyToken;

        var options = new JsonSerializerOptions(service.Json.Options)
        {
            TypeInfoResolver = ((IJsonTypeInfoResolver)service.Json).WithAddedModifier(Shape),
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.MakeReadOnly();
        var request = (JsonTypeInfo<TRequest>)options.GetTypeInfo(typeof(TRequest));
        var response = (JsonTypeInfo<TResponse>)options.GetTypeInfo(typeof(TResponse));
        if (_uriNames.FirstOrDefault(member => !_uriMembers.ContainsKey(member)) is { } missing)
            throw new ArgumentException($"{typeof(TRequest).Name} has no member {missing}.", nameof(uri));

        Service = service;
        Name = name;
        Method = method;
        Path = template.Path;
        PathMembers = [.. template.PathMembers.Select(member => _uriMembers[member])];
        QueryMembers = [.. template.Query.Select(part => (part.WireName, part.Member is null ? null : _uriMembers[part.Member], part.Constant))];
        Body = request.Properties.Count > 0 ? request : null;
        Options = new InvokeOptions
        {
            RequestMarshaller = new RestJsonMarshaller<TRequest, TResponse>(this),
            ResponseUnmarshaller = new RestJsonUnmarshaller<TResponse>(service, response),
        };
    }

    internal RestJsonService Service { get; }

    internal string Name { get; }

    internal string Method { get; }

    /// <summary>The path, member names in braces.</summary>
    internal string Path { get; }

    /// <summary>The members in the path.</summary>
    internal RequestMember[] PathMembers { get; }

    /// <summary>The query: each parameter's name on the wire with a member or a constant.</summary>
    internal (string WireName, RequestMember? Member, string? Constant)[] QueryMembers { get; }

    /// <summary>The members in the body, or null when the operation has no body.</summary>
    internal JsonTypeInfo<TRequest>? Body { get; }

    /// <summary>What the SDK's pipeline needs to run the operation. Nothing changes it, so all calls share it.</summary>
    internal InvokeOptions Options { get; }

    private void Shape(JsonTypeInfo type)
    {
        if (type.Type == typeof(TRequest)) ShapeRequest(type.Properties);
        else if (type.Type == typeof(TResponse)) ShapeResponse(type.Properties);
    }

    private void ShapeRequest(IList<JsonPropertyInfo> members)
    {
        for (int i = members.Count - 1; i >= 0; i--)
        {
            var member = members[i];
            if (member.Get is not { } get) continue;
            if (_uriNames.Contains(member.Name))
            {
                _uriMembers[member.Name] = new RequestMember(member.Name, get);
                members.RemoveAt(i);
            }
            else if (member.Name == _idempotencyToken)
            {
                // The token goes into the body only: the caller's request stays as it is.
                member.Get = request => get(request) ?? Guid.NewGuid().ToString();
            }
        }
    }

    private static void ShapeResponse(IList<JsonPropertyInfo> members)
    {
        // What the SDK's base class adds describes the HTTP answer and is no part of its body. Names have the case of the service's JSON.
        for (int i = members.Count - 1; i >= 0; i--)
        {
            if (s_httpMembers.Contains(members[i].Name))
            {
                members.RemoveAt(i);
            }
        }
    }
}
