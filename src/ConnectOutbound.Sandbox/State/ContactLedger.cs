namespace ConnectOutbound.Sandbox.State;

/// <summary>
/// Decides whether a request starts a contact, repeats one, or meets the quota of active chats; all in one step, so that a token starts one contact only.
/// Keeps the contacts, and knows which have ended.
/// </summary>
internal sealed class ContactLedger
{
    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly TokenMemory _tokens = new();
    private readonly ChatRegister _chats = new();
    private readonly List<SandboxContact> _contacts = [];
    private readonly Dictionary<Guid, ContactState> _states = [];
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

            if (!_chats.TryOpen(start.InstanceId, start.ContactId, now, start.ChatDuration, ConcurrentChats))
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
                _states[start.ContactId] = new ContactState
                {
                    Record = record,
                    InstanceId = start.InstanceId,
                    Attributes = record.Attributes,
                    StartedAt = now,
                    ExpiresAt = now + start.ChatDuration.Ticks,
                    UpdatedAt = now,
                };
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

    /// <summary>Whether a contact was ever asked for in the instance.</summary>
    public bool KnowsInstance(string instanceId)
    {
        lock (_gate)
        {
            return _chats.Knows(instanceId);
        }
    }

    /// <summary>Finds a contact that is kept.</summary>
    /// <param name="contactId">Its id, as a client gave it.</param>
    /// <param name="instanceId">The instance that it has to be in; null for any.</param>
    public ContactState? Find(string contactId, string? instanceId)
    {
        lock (_gate)
        {
            return Locate(contactId, instanceId);
        }
    }

    /// <summary>Ends a contact that is kept.</summary>
    /// <returns>Whether it ended now: false where it had ended, or there is none.</returns>
    public bool End(string contactId, string? instanceId, string? reason)
    {
        lock (_gate)
        {
            if (Locate(contactId, instanceId) is not { EndedAt: null } contact)
            {
                return false;
            }

            var id = Guid.Parse(contactId);
            _chats.End(contact.InstanceId, id);
            _states[id] = contact.End(Now(), reason);
            return true;
        }
    }

    public void EndChats()
    {
        lock (_gate)
        {
            long now = Now();
            _chats.EndAll();
            foreach ((Guid id, ContactState contact) in _states.ToArray())
            {
                ContactState current = contact.At(now);
                _states[id] = current.EndedAt is null ? current.End(now, ContactState.EndedByFlow) : current;
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _chats.Clear();
            _tokens.Clear();
            _contacts.Clear();
            _states.Clear();
            _count = 0;
        }
    }

    private ContactState? Locate(string contactId, string? instanceId) =>
        Guid.TryParse(contactId, out Guid id) && _states.TryGetValue(id, out ContactState? contact)
            && (instanceId is null || instanceId.Equals(contact.InstanceId, StringComparison.OrdinalIgnoreCase))
                ? contact.At(Now())
                : null;

    private long Now() => _time.GetUtcNow().UtcTicks;
}
