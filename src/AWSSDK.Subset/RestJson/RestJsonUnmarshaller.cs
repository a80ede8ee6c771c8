using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.RestJson;

/// <summary>Reads the answer of any operation: its response, or the exception that its error code stands for.</summary>
/// <remarks>It needs an <see cref="AnswerReader"/> before it in the pipeline.</remarks>
internal sealed class RestJsonUnmarshaller<TResponse>(RestJsonService service, JsonTypeInfo<TResponse> body) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    // The pipeline turns what this throws into an AmazonUnmarshallingException with the answer's status.
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        var content = ((ReadAnswer)context.ResponseData).WholeContent;
        if (content.IsEmpty) return new TResponse();
        return JsonSerializer.Deserialize(content, body) ?? throw new JsonException("The answer is null instead of an object.");
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var answer = (ReadAnswer)context.ResponseData;
        var error = ServiceError.Read(answer);
        var factory = error.Code is not null && service.Errors.TryGetValue(error.Code, out var known) ? known : service.OtherError;
        return factory(error.Message, innerException, ErrorType.Unknown, error.Code, RequestId(answer), statusCode);
    }

    private static string? RequestId(ReadAnswer answer) =>
        answer.Header(HeaderKeys.RequestIdHeader) ?? answer.Header(HeaderKeys.XAmzRequestIdHeader);
}
