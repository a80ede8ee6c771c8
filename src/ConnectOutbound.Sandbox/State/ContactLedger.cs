namespace ConnectOutbound.Sandbox.State;

/// <summary>Decides whether a request starts a contact, repeats one, or meets the quota of active chats; all in one step, so that a token starts one contact only.</summary>
internal sealed class ContactLedger
{
    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly TokenMemory _tokens = new();
    private readonly ChatRegister _chats = new();
    private readonly List<SandboxContact> _contacts = [];
    private int _count;
    private int _concurrentChats;

    public ContactLedger(TimeProvider time, int concurrentChats)
    {
        _time = time;
        _concurrentChats = concurrentChats;
    }

    public int Count => Volatile.Read(ref _count);

    public int ConcurrentChats
    {
        get => Volatile.Read(ref _concurrentChats);
        set => Volatile.Write(ref _concurrentChats, value);
    }

    public int ActiveChatCount
    {
        get
        {
            lock (_gate)
            {
                return _chats.CountActive(Now());
            }
        }
    }

    /// <summary>Starts a contact, or finds the one that its token started.</summary>
    /// <returns>The contact's id; null when the instance has no room for another chat.</returns>
    public Guid? Start(ContactStart start)
    {
        UInt128? key = start.ClientToken is { Length: > 0 } token ? TokenMemory.KeyOf(start.InstanceId, token) : null;
        lock (_gate)
        {
            long now = Now();
            if (key is { } repeated && _tokens.Find(repeated, now) is { } known)
            {
                return known;
            }

            if (!_chats.TryOpen(start.InstanceId, now, start.ChatDuration, ConcurrentChats))
            {
                return null;
            }

            if (key is { } fresh)
            {
                _tokens.Add(fresh, start.ContactId, now);
            }

            if (start.Record is { } record)
            {
                _contacts.Add(record);
            }

            _count++;
            return start.ContactId;
        }
    }

    public IReadOnlyList<SandboxContact> Snapshot()
    {
        lock (_gate)
        {
            return _contacts.ToArray();
        }
    }

    public void EndChats()
    {
        lock (_gate)
        {
            _chats.EndAll();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _chats.EndAll();
            _tokens.Clear();
            _contacts.Clear();
            _count = 0;
        }
    }

    private long Now() => _time.GetUtcNow().UtcTicks;
}
