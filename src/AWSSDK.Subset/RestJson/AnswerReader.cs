using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.RestJson;

/// <summary>
/// Reads the body of every answer and has it unmarshalled, instead of the SDK's handler. That one reads it blocking, where neither the configured timeout nor the
/// cancellation token holds: an answer that stalls after its headers would keep the call, and a thread, for ever.
/// </summary>
internal sealed class AnswerReader : PipelineHandler
{
    /// <summary>What the HTTP client takes when no timeout is configured.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

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
        using var context = request.Unmarshaller.CreateContext(answer, readEntireResponse: false, answer.OpenResponse(), request.Metrics, isException: false, request);
        return request.Unmarshaller.UnmarshallResponse(context);
    }

    private static async Task<ReadAnswer> ReadAsync(IWebResponseData answer, IRequestContext request)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(request.CancellationToken);
        using var body = answer.ResponseBody;
        using var copy = new MemoryStream(answer.ContentLength is > 0 and < 1 << 16 ? (int)answer.ContentLength : 256);
        IOException? cut = null;
        try
        {
            var stream = await body.OpenResponseAsync().ConfigureAwait(false);
            var copying = stream.CopyToAsync(copy, limit.Token);
            // Most bodies came with their headers and are there at once.
            if (!copying.IsCompleted)
                limit.CancelAfter(request.ClientConfig.Timeout ?? DefaultTimeout);
            await copying.ConfigureAwait(false);
        }
        catch (IOException e)
        {
            cut = e;
        }
        catch (OperationCanceledException e) when (!request.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The answer, HTTP {(int)answer.StatusCode}, stalled and was not complete within the timeout.", e);
        }

        return new ReadAnswer(answer, copy.GetBuffer().AsMemory(0, (int)copy.Length), cut);
    }
}
