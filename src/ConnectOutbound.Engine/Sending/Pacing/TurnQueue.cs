namespace ConnectOutbound.Engine.Sending.Pacing;

/// <summary>Lets one in at a time, in the order of asking.</summary>
/// <param name="inline">
/// Whether the next one goes on inside the call that lets it in. False for ordinary use, for a long queue would take a deep stack; true for a
/// simulation, which runs on one thread so that it repeats itself.
/// </param>
internal sealed class TurnQueue(bool inline)
{
    private readonly object _gate = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = new();
    private bool _taken;

    /// <summary>Whether nobody has the turn, and so nobody waits for it.</summary>
    public bool IsFree
    {
        get
        {
            lock (_gate)
                return !_taken;
        }
    }

    /// <summary>Waits for one's turn.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>When it is one's turn; <see cref="Release"/> ends it.</returns>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource> place;
        lock (_gate)
        {
            if (!_taken)
            {
                _taken = true;
                return;
            }

            place = _waiting.AddLast(new TaskCompletionSource(inline ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously));
        }

        using CancellationTokenRegistration leave = cancellationToken.UnsafeRegister(_ => Leave(place, cancellationToken), null);
        await place.Value.Task.ConfigureAwait(false);
    }

    /// <summary>Ends one's turn.</summary>
    public void Release()
    {
        TaskCompletionSource? next;
        lock (_gate)
        {
            next = _waiting.First?.Value;
            if (next is null)
                _taken = false;
            else
                _waiting.RemoveFirst();
        }

        next?.SetResult();
    }

    private void Leave(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            // Whose turn has come has it.
            if (place.List is null)
                return;
            _waiting.Remove(place);
        }

        place.Value.SetCanceled(cancellationToken);
    }
}
