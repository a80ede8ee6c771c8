namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>Reads a contact of the file.</summary>
internal static class JournalEntryReader
{
    /// <summary>The columns, of contact c and its input_row r, in the order in which <see cref="Read"/> wants them; more may follow.</summary>
    public const string Columns =
        "c.status, c.token, c.row_number, c.invocation, c.channel, c.fingerprint, r.json, c.first_sent_at, c.last_at, c.contact_id, c.reason, c.error_code, "
            + "c.attempts, c.request_id";

    /// <summary>How many they are.</summary>
    public const int Count = 14;

    /// <exception cref="FormatException">A value is nothing that is ever written.</exception>
    /// <exception cref="ArgumentException">A time is none.</exception>
    public static JournalEntry Read(Statement row, ContactIdentity identity) => new()
    {
        Identity = identity,
        Status = StoredForm.Status(row.Number(0)),
        ClientToken = row.Packed(1) ?? throw Missing("token"),
        RowNumber = row.Number(2),
        Invocation = StoredForm.Invocation(row.Number(3)),
        Channel = StoredForm.Channel(row.Number(4)),
        Fingerprint = row.Packed(5) ?? throw Missing("fingerprint"),
        RowJson = row.Text(6),
        FirstSentAt = StoredForm.Time(row.Number(7)),
        LastAt = StoredForm.Time(row.Number(8)),
        ContactId = row.Packed(9),
        Reason = row.Text(10),
        ErrorCode = row.Text(11),
        Attempts = (int)Math.Min(row.Number(12), int.MaxValue),
        RequestId = row.Packed(13),
    };

    private static FormatException Missing(string what) => new($"A contact has no {what}.");
}
