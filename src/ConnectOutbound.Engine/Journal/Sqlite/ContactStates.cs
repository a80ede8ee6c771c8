using Microsoft.Data.Sqlite;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>What became of contacts after the send: reads and writes it. Their attributes are not kept: they hold what customers are known by.</summary>
internal static class ContactStates
{
    /// <summary>The columns, of contact_state s, in the order in which <see cref="Read"/> wants them.</summary>
    public const string Columns =
        "s.state, s.initiated_at, s.connected_at, s.agent_connected_at, s.disconnected_at, s.disconnect_reason, s.agent_id, s.queue_id, s.seen_at";

    /// <summary>Where among them the time stands at which it was asked for.</summary>
    public const int SeenAt = 8;

    /// <summary>Reads it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">The number of the first column.</param>
    /// <param name="entry">The contact.</param>
    /// <returns>Its state; null where nobody asked.</returns>
    /// <exception cref="FormatException">A value is nothing that is ever written.</exception>
    public static OutboundContactState? Read(Statement row, int first, JournalEntry entry) =>
        row.IsNull(first) || entry.ContactId is null ? null : new OutboundContactState(null)
        {
            ContactId = entry.ContactId,
            InstanceId = entry.Identity.InstanceId,
            State = StoredForm.Stage(row.Number(first)),
            Channel = entry.Channel.ToString(),
            Destination = entry.Identity.Destination,
            InitiatedAt = row.Time(first + 1),
            ConnectedAt = row.Time(first + 2),
            AgentConnectedAt = row.Time(first + 3),
            DisconnectedAt = row.Time(first + 4),
            DisconnectReason = row.Text(first + 5),
            AgentId = row.Packed(first + 6),
            QueueId = row.Packed(first + 7),
        };

    /// <summary>Writes states, all or none.</summary>
    /// <exception cref="SqliteException">None was written.</exception>
    public static void Write(SqliteConnection connection, string runKey, IEnumerable<(ContactIdentity Identity, OutboundContactState State)> states, long now)
    {
        using JournalTransaction transaction = new(connection);
        using Statement write = new(
            connection,
            """
            INSERT INTO contact_state (
                contact, state, seen_at, initiated_at, connected_at, agent_connected_at, disconnected_at, disconnect_reason, agent_id, queue_id)
            SELECT id, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14 FROM contact
            WHERE run = (SELECT id FROM run WHERE run_key = ?1) AND destination = ?2 AND contact_key = ?3
                AND instance = (SELECT id FROM instance WHERE name = ?4) AND contact_id = ?5
            ON CONFLICT (contact) DO UPDATE SET state = excluded.state, seen_at = excluded.seen_at, initiated_at = excluded.initiated_at,
                connected_at = excluded.connected_at, agent_connected_at = excluded.agent_connected_at, disconnected_at = excluded.disconnected_at,
                disconnect_reason = excluded.disconnect_reason, agent_id = excluded.agent_id, queue_id = excluded.queue_id
            """);
        write.Set(1, runKey);
        write.Set(7, now);
        foreach ((ContactIdentity identity, OutboundContactState state) in states)
        {
            write.Set(2, identity.Destination);
            write.Set(3, identity.Key);
            write.Set(4, identity.InstanceId);
            write.SetPacked(5, state.ContactId);
            write.Set(6, StoredForm.OfStage(state.State));
            write.Set(8, state.InitiatedAt);
            write.Set(9, state.ConnectedAt);
            write.Set(10, state.AgentConnectedAt);
            write.Set(11, state.DisconnectedAt);
            write.Set(12, state.DisconnectReason);
            write.SetPacked(13, state.AgentId);
            write.SetPacked(14, state.QueueId);
            write.Run();
        }

        transaction.Commit();
    }
}
