using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.RestJson;

/// <summary>
/// Reads the body of every answer and has it unmarshalled, instead of the SDK's handler. That one reads it blocking, where the cancellation token
/// does not hold: an answer that stalls after its headers would keep the call, and a thread, for ever.
/// </summary>
internal sealed class AnswerReader : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        try
        {
            await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        }
        catch (HttpErrorResponseException e)
        {
            var answer = await ReadAsync(e.Response, executionContext.RequestContext).ConfigureAwait(false);
            throw new HttpErrorResponseException(e.Message, e.InnerException, answer);
        }

        var response = executionContext.ResponseContext;
        var read = await ReadAsync(response.HttpResponse, executionContext.RequestContext).ConfigureAwait(false);
        if (!read.IsSuccessStatusCode) throw new HttpErrorResponseException(read); // A redirect that is not to be followed.
        response.HttpResponse = read;
        return (T)(response.Response = Unmarshall(read, executionContext.RequestContext));
    }

    private static AmazonWebServiceResponse Unmarshall(ReadAnswer answer, IRequestContext request)
    {
        using var context = request.Unmarshaller.CreateContext(
            answer,
            readEntireResponse: false,
            answer.OpenResponse(),
            request.Metrics,
            isException: false,
            request);
        return request.Unmarshaller.UnmarshallResponse(context);
    }

    private static async Task<ReadAnswer> ReadAsync(IWebResponseData answer, IRequestContext request)
    {
        using var body = answer.ResponseBody;
        using var copy = new MemoryStream(answer.ContentLength is > 0 and < 1 << 16 ? (int)answer.ContentLength : 256);
        Exception? cut = null;
        try
        {
            var stream = await body.OpenResponseAsync().ConfigureAwait(false);
            await stream.CopyToAsync(copy, request.CancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            cut = e;
        }

        return new ReadAnswer(answer, copy.GetBuffer().AsMemory(0, (int)copy.Length), cut);
    }
}
