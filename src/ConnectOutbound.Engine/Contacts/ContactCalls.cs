using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Contacts;

/// <summary>Asks for contact after contact, a bounded number at the same time, and gives answers as they come.</summary>
/// <remarks>One thread gives contacts and takes answers.</remarks>
/// <typeparam name="T">What a request gives.</typeparam>
/// <param name="call">The request.</param>
/// <param name="limit">How many contacts may be under way or waiting to be taken; from 1.</param>
public sealed class ContactCalls<T>(Func<ContactReference, CancellationToken, Task<T>> call, int limit) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, Task> _underWay = new();
    private readonly ConcurrentQueue<(ContactAnswer<T>? Answer, ExceptionDispatchInfo? Defect)> _done = new();
    private readonly SemaphoreSlim _ready = new(0);
    private readonly CancellationTokenSource _stop = new();
    private long _submitted;

    /// <summary>How many contacts have gone in and not come out.</summary>
    public int Outstanding { get; private set; }

    /// <summary>Whether another may go in.</summary>
    public bool HasRoom => Outstanding < limit;

    /// <summary>Gives a contact in.</summary>
    /// <param name="contact">The contact.</param>
    /// <exception cref="InvalidOperationException">There is no room: take an answer first.</exception>
    public void Submit(ContactReference contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        if (!HasRoom)
            throw new InvalidOperationException($"{Outstanding} contacts are under way already; take an answer first.");
        Outstanding++;
        long key = _submitted++;
        // Entered before it runs, so that its end never comes before its beginning.
        var task = new Task<Task>(() => AskAsync(contact, key));
        _underWay[key] = task.Unwrap();
        task.Start(TaskScheduler.Default);
    }

    /// <summary>Waits for an answer, blocking the thread: for callers that have a thread of their own, as a pipeline has.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>False where none came in time.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public bool TryTake(TimeSpan timeout, CancellationToken cancellationToken, [NotNullWhen(true)] out ContactAnswer<T>? answer)
    {
        answer = null;
        if (!_ready.Wait(timeout, cancellationToken) || !_done.TryDequeue(out (ContactAnswer<T>? Answer, ExceptionDispatchInfo? Defect) done))
            return false;
        Outstanding--;
        done.Defect?.Throw();
        answer = done.Answer!;
        return true;
    }

    /// <summary>Gives up what is under way.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Gives up what is under way, and waits until it has ended.</summary>
    /// <returns>When nothing is under way any more.</returns>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_underWay.Values).ConfigureAwait(false);
        _stop.Dispose();
        _ready.Dispose();
    }

    private async Task AskAsync(ContactReference contact, long key)
    {
        try
        {
            _done.Enqueue((new ContactAnswer<T>(contact, await call(contact, _stop.Token).ConfigureAwait(false), null), null));
        }
        catch (OutboundException e)
        {
            _done.Enqueue((new ContactAnswer<T>(contact, default, e), null));
        }
#pragma warning disable CA1031 // Thrown again on the thread that takes answers.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _done.Enqueue((null, ExceptionDispatchInfo.Capture(e)));
        }

        _underWay.TryRemove(key, out _);
        _ready.Release();
    }
}
