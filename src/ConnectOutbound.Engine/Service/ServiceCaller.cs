using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;

namespace ConnectOutbound.Engine.Service;

/// <summary>
/// Asks a service: at its rate, with credentials, and again where it had no time. For requests that can be repeated: those that read, or that do the
/// same when they come twice.
/// </summary>
/// <param name="lease">The rate.</param>
/// <param name="checkCredentials">Sees to it that there are credentials; null where the client has them.</param>
/// <param name="retry">How often a request is tried; throttling counts.</param>
/// <param name="time">The clock.</param>
internal sealed class ServiceCaller(PacerLease lease, Func<CancellationToken, Task>? checkCredentials, RetryPolicy retry, TimeProvider time) : IDisposable
{
    // Somebody waits at a prompt: where nobody answers, that is said soon.
    private const int UnreachableAttempts = 3;

    // A service may filter what it lists, and answer a page without an item now and then.
    private const int MostEmptyPages = 100;

    /// <summary>Asks.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="call">Sends the request.</param>
    /// <param name="fail">Makes the exception that is thrown of what the error means.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The answer.</returns>
    public async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, Func<ServiceFault, Exception, Exception> fail, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            await lease.AcquireAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (checkCredentials is not null)
                    await checkCredentials(cancellationToken).ConfigureAwait(false);
                T answer = await call(cancellationToken).ConfigureAwait(false);
                lease.Answered(throttled: false);
                return answer;
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                lease.Answered(throttled: false);
                throw new OperationCanceledException(cancellationToken);
            }
#pragma warning disable CA1031 // The classifier knows them all.
            catch (Exception e)
#pragma warning restore CA1031
            {
                ServiceFault fault = FaultClassifier.Classify(e);
                lease.Answered(fault.Kind == FaultKind.Throttled, fault.RetryAfter);
                int attempts = fault.Kind == FaultKind.Unreachable ? Math.Min(UnreachableAttempts, retry.MaxAttempts) : retry.MaxAttempts;
                if (attempt >= attempts
                    || HasUnreadableValue(e)
                    || fault.Kind is not (FaultKind.Throttled or FaultKind.ServerError or FaultKind.Unreachable or FaultKind.OutcomeUnknown))
                {
                    throw fail(fault, e);
                }
            }

            await Task.Delay(TimerWait.RoundUp(retry.Delay(attempt, Random.Shared)), time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks for page after page, to the end. However long a list is, it ends: tokens do not repeat, and there is an item now and then.</summary>
    /// <typeparam name="TAnswer">A page.</typeparam>
    /// <typeparam name="TItem">What stands on it.</typeparam>
    /// <param name="ask">Asks for the page that a token stands for; null for the first.</param>
    /// <param name="read">Reads a page: its items, and the token of the next.</param>
    /// <param name="fail">Makes the exception that is thrown of what an error means.</param>
    /// <param name="endless">Makes the exception for a list that does not end, with the reason.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The items, as the pages come.</returns>
    public async IAsyncEnumerable<TItem> PagesAsync<TAnswer, TItem>(
        Func<string?, CancellationToken, Task<TAnswer>> ask,
        Func<TAnswer, (List<TItem>? Items, string? Next)> read,
        Func<ServiceFault, Exception, Exception> fail,
        Func<string, Exception> endless,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        // Hashes, because tokens may be long and lists, too.
        var seen = new HashSet<ulong>();
        int empty = 0;
        do
        {
            string? here = token;
            TAnswer answer = await CallAsync(cancel => ask(here, cancel), fail, cancellationToken).ConfigureAwait(false);
            (List<TItem>? items, token) = read(answer);
            foreach (TItem item in items ?? [])
                yield return item;
            empty = items is { Count: > 0 } ? 0 : empty + 1;
            if (string.IsNullOrEmpty(token))
                yield break;
            if (!seen.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(token.AsSpan()))))
                throw endless("the service answered the same NextToken twice.");
            if (empty == MostEmptyPages)
                throw endless($"the service answered {MostEmptyPages} pages in a row without an item.");
        }
        while (true);
    }

    // The same answer would be no better the next time. The packages of the SDK throw so at a timestamp that they cannot read; the Subset does at one
    // in a list.
    private static bool HasUnreadableValue(Exception exception)
    {
        for (Exception? e = exception is Amazon.Runtime.AmazonUnmarshallingException ? exception.InnerException : null; e is not null; e = e.InnerException)
        {
            if (e is FormatException or OverflowException or ArgumentOutOfRangeException)
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => lease.Dispose();
}
