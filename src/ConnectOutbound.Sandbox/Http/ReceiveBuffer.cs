using System.Net.Sockets;

namespace ConnectOutbound.Sandbox.Http;

/// <summary>Bytes that came from a socket and were not read yet. Grows as asked; its owner sets the bounds.</summary>
internal sealed class ReceiveBuffer
{
    private const int InitialSize = 8 * 1024;
    private const int KeptSize = 64 * 1024;

    private readonly Socket _socket;
    private byte[] _bytes = new byte[InitialSize];
    private int _start;
    private int _end;

    public ReceiveBuffer(Socket socket) => _socket = socket;

    public int Length => _end - _start;

    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, Length);

    /// <summary>Takes bytes out; they stay valid until the next <see cref="FillAsync"/>.</summary>
    public ReadOnlyMemory<byte> Take(int count)
    {
        ReadOnlyMemory<byte> taken = _bytes.AsMemory(_start, count);
        _start += count;
        return taken;
    }

    /// <summary>Receives what comes next, with room for at least <paramref name="total"/> unread bytes.</summary>
    /// <returns>False when the client has ended its side.</returns>
    public async ValueTask<bool> FillAsync(int total, CancellationToken cancellationToken)
    {
        MakeRoom(Math.Max(total, Length + 1));
        int count = await _socket.ReceiveAsync(_bytes.AsMemory(_end), SocketFlags.None, cancellationToken).ConfigureAwait(false);
        _end += count;
        return count > 0;
    }

    private void MakeRoom(int total)
    {
        int length = Length;
        if (length == 0 && _bytes.Length > KeptSize && total <= InitialSize)
        {
            _bytes = new byte[InitialSize];
            _start = _end = 0;
        }
        else if (total > _bytes.Length)
        {
            byte[] larger = new byte[Math.Max(total, _bytes.Length * 2)];
            Unread.CopyTo(larger);
            _bytes = larger;
            (_start, _end) = (0, length);
        }
        else if (_start + total > _bytes.Length || length == 0)
        {
            Unread.CopyTo(_bytes);
            (_start, _end) = (0, length);
        }
    }
}
