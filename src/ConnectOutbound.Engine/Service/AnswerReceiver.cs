namespace ConnectOutbound.Engine.Service;

/// <summary>Receives the body of each answer before the SDK sees it: no more than a limit, and within the timeout of the HTTP client.</summary>
/// <remarks>
/// The SDK reads a body blocking and without a timeout, and keeps all of it. Here the timeout covers the whole exchange, also an answer that trickles.
/// A body that is cut fails where it ends; one that is refused fails at its first byte, with an <see cref="InvalidDataException"/>.
/// </remarks>
/// <param name="inner">Sends the request.</param>
/// <param name="mostBytes">The limit.</param>
internal sealed class AnswerReceiver(HttpMessageHandler inner, int mostBytes) : DelegatingHandler(inner)
{
    /// <summary>The limit for an answer about one contact.</summary>
    public const int MostOfContact = 1 << 20;

    /// <summary>The limit for an answer with a list or a template.</summary>
    public const int MostOfList = 16 << 20;

    // Most bodies are smaller. A Content-Length alone must not cost more memory.
    private const int FirstBuffer = 16 << 10;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            using HttpContent body = answer.Content;
            answer.Content = await ReceiveAsync(body, cancellationToken).ConfigureAwait(false);
            answer.Content.Headers.ContentType = body.Headers.ContentType;
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private async Task<ReceivedBody> ReceiveAsync(HttpContent body, CancellationToken cancellationToken)
    {
        long? length = body.Headers.ContentLength;
        if (length > mostBytes)
            return Refused($"The answer has {length} bytes, more than {mostBytes}.");
        if (length is null && body.Headers.NonValidated.Contains("Content-Length"))
            return Refused($"The answer has the Content-Length '{body.Headers.NonValidated["Content-Length"]}', which is no length.");

        int end = (int?)length ?? mostBytes + 1;
        byte[] bytes = new byte[Math.Min(end, FirstBuffer)];
        int count = 0;
        try
        {
            Stream stream = await body.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (count < end)
            {
                if (count == bytes.Length)
                    Array.Resize(ref bytes, Math.Min(2 * count, end));
                int read = await stream.ReadAsync(bytes.AsMemory(count), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    break;
                count += read;
            }
        }
        catch (IOException e)
        {
            return new ReceivedBody(bytes, count, e);
        }

        return count > mostBytes ? Refused($"The answer has more than {mostBytes} bytes.") : new ReceivedBody(bytes, count, null);
    }

    private static ReceivedBody Refused(string reason) => new([], 0, new InvalidDataException(reason));
}
