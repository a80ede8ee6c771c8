using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace ConnectOutbound.StandIn;

/// <summary>Writes answers: everything but the ids is the same in each.</summary>
internal static class Answer
{
    private const string Zero = "00000000-0000-4000-8000-000000000000";
    private static readonly byte[] s_template = Encoding.ASCII.GetBytes(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nx-amzn-RequestId: " + Zero + "\r\nContent-Length: 52\r\n\r\n{\"ContactId\":\"" + Zero + "\"}");

    private static readonly int s_requestId = s_template.AsSpan().IndexOf("0000"u8);
    private static readonly int s_contactId = s_template.AsSpan().LastIndexOf("00000000-0000-4000"u8);
    private static long s_contacts;

    /// <summary>How many contacts were answered with.</summary>
    public static long Contacts => Interlocked.Read(ref s_contacts);

    /// <summary>Writes the next contact's answer.</summary>
    /// <param name="buffer">Where to.</param>
    /// <returns>Its length.</returns>
    public static int WriteContact(byte[] buffer)
    {
        long number = Interlocked.Increment(ref s_contacts);
        s_template.CopyTo(buffer, 0);
        WriteId(buffer.AsSpan(s_requestId), number);
        WriteId(buffer.AsSpan(s_contactId), number);
        return s_template.Length;
    }

    /// <summary>Writes how many contacts there are.</summary>
    /// <param name="buffer">Where to.</param>
    /// <returns>Its length.</returns>
    public static int WriteCount(byte[] buffer)
    {
        string body = Contacts.ToString(CultureInfo.InvariantCulture);
        return Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}", buffer);
    }

    // The number in hexadecimal, as the first eight digits of the id.
    private static void WriteId(Span<byte> id, long number)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, (uint)number);
        for (int i = 0; i < 4; i++)
        {
            id[2 * i] = "0123456789abcdef"u8[four[i] >> 4];
            id[(2 * i) + 1] = "0123456789abcdef"u8[four[i] & 15];
        }
    }
}
