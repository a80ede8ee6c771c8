using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.RestJson;

/// <summary>Turns a request of any operation into the HTTP request that its description asks for.</summary>
internal sealed class RestJsonMarshaller<TRequest, TResponse>(RestJsonOperation<TRequest, TResponse> operation)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, operation.Service.Name) { HttpMethod = operation.Method, ResourcePath = operation.Path };
        request.Headers[HeaderKeys.XAmzApiVersion] = operation.Service.ApiVersion;
        foreach (var member in operation.PathMembers) AddToPath(request, member, input);
        foreach (var (name, member, constant) in operation.QueryMembers) AddToQuery(request, name, member is null ? constant : member.Get(input));
        if (operation.Body is { } body)
        {
            request.Headers[HeaderKeys.ContentTypeHeader] = "application/json";
            request.Content = Write((TRequest)input, body);
        }

        return request;
    }

    private byte[] Write(TRequest input, JsonTypeInfo<TRequest> body)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(input, body);
        }
        catch (JsonException e)
        {
            throw new AmazonClientException($"The request of {operation.Name} cannot be written as JSON: {e.Message}", e);
        }
    }

    private void AddToPath(DefaultRequest request, RequestMember member, AmazonWebServiceRequest input)
    {
        // A segment that is empty or made of dots would address another resource.
        string? value = RequestMember.Format(member.Get(input));
        if (string.IsNullOrEmpty(value) || value is "." or "..")
            throw new AmazonClientException($"{operation.Name} needs {member.Name}; it is '{value}'.");
        request.AddPathResource($"{{{member.Name}}}", value);
    }

    private static void AddToQuery(DefaultRequest request, string name, object? value)
    {
        if (value is null or List<string> { Count: 0 }) return;
        request.UseQueryString = true;
        if (value is List<string> values) request.ParameterCollection.Add(name, values);
        else request.ParameterCollection.Add(name, RequestMember.Format(value));
    }
}
