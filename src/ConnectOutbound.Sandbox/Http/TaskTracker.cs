namespace ConnectOutbound.Sandbox.Http;

/// <summary>Knows which of the tasks that it started still run, so that stopping can wait for them.</summary>
internal sealed class TaskTracker
{
    private readonly object _gate = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private bool _closed;

    /// <summary>Starts a task, unless closed.</summary>
    public bool TryRun(Func<Task> work)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            _running++;
        }

        _ = TrackAsync(work);
        return true;
    }

    /// <summary>Lets no further task start.</summary>
    /// <returns>Completes when the last one has ended.</returns>
    public Task Close()
    {
        lock (_gate)
        {
            _closed = true;
            CompleteIfEnded();
        }

        return _ended.Task;
    }

    /// <summary>Waits, for a while, until all have ended.</summary>
    public bool WaitForEnd(TimeSpan patience)
    {
        long end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        lock (_gate)
        {
            while (_running > 0)
            {
                long left = end - Environment.TickCount64;
                if (left <= 0 || !Monitor.Wait(_gate, (int)left))
                {
                    return _running == 0;
                }
            }

            return true;
        }
    }

    private async Task TrackAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _running--;
                CompleteIfEnded();
            }
        }
    }

    private void CompleteIfEnded()
    {
        if (_running == 0)
        {
            Monitor.PulseAll(_gate);
            if (_closed)
            {
                _ended.TrySetResult();
            }
        }
    }
}
