using ConnectOutbound.Engine.Contacts;

namespace ConnectOutbound.Commands.Contacts;

/// <summary>A cmdlet that makes one request for each contact, several at a time.</summary>
/// <typeparam name="T">What a request gives.</typeparam>
public abstract class ContactCallCmdlet<T> : ContactLookupCmdlet
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    private ContactCalls<T>? _calls;
    private long _answers;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _calls = new ContactCalls<T>(Call, ThrottleLimit);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        while (_calls!.Outstanding > 0)
            WaitForOne();
        base.EndProcessing();
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        _calls?.Stop();
        base.StopProcessing();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _calls is ContactCalls<T> calls)
        {
            _calls = null;
            // PowerShell gives no asynchronous end; what is under way was cancelled.
            calls.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
        }

        base.Dispose(disposing);
    }

    private protected abstract string Activity { get; }

    /// <summary>Makes the request.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The answer.</returns>
    private protected abstract Task<T> Call(ContactReference contact, CancellationToken cancellationToken);

    /// <summary>Writes what came of it.</summary>
    /// <param name="answer">The answer.</param>
    private protected abstract void Emit(ContactAnswer<T> answer);

    private protected override void Process(ContactReference contact)
    {
        while (!_calls!.HasRoom)
            WaitForOne();
        _calls.Submit(contact);
        while (Take(TimeSpan.Zero))
        {
        }
    }

    private void WaitForOne()
    {
        while (!Take(s_look))
        {
        }
    }

    private bool Take(TimeSpan wait)
    {
        ContactAnswer<T>? answer = Guarded(() => _calls!.TryTake(wait, Stopped, out ContactAnswer<T>? taken) ? taken : null);
        if (answer is not null)
            Took(answer);
        Show(Activity, () => $"{_answers} contacts; {_calls!.Outstanding} under way");
        return answer is not null;
    }

    private void Took(ContactAnswer<T> answer)
    {
        _answers++;
        if (answer.Error is null)
            Answered();
        Emit(answer);
    }
}
