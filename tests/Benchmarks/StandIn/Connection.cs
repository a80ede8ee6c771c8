using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ConnectOutbound.StandIn;

/// <summary>One connection: request, answer, request. Nothing is allocated for a request.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket;
    private readonly TimeSpan _latency;
    private readonly byte[] _received = new byte[64 * 1024];
    private readonly byte[] _answer = new byte[512];
    private readonly SocketAsyncEventArgs _receive = new();
    private readonly SocketAsyncEventArgs _send = new();
    private int _length;

    public Connection(Socket socket, TimeSpan latency)
    {
        _socket = socket;
        _latency = latency;
        _receive.Completed += (_, _) => { if (Received()) Run(); };
        _send.Completed += (_, _) => { if (_send.SocketError == SocketError.Success) Run(); else Dispose(); };
    }

    /// <summary>Begins to serve.</summary>
    public void Start() => Run();

    public void Dispose()
    {
        _socket.Dispose();
        _receive.Dispose();
        _send.Dispose();
    }

    // Goes on for as long as the operations complete at once; else their completion comes back here.
    private void Run()
    {
        while (true)
        {
            int request = RequestLength();
            if (request < 0)
            {
                _receive.SetBuffer(_received, _length, _received.Length - _length);
                if (_socket.ReceiveAsync(_receive) || !Received())
                    return;
                continue;
            }

            bool counts = _received[0] == (byte)'G';
            Buffer.BlockCopy(_received, request, _received, 0, _length - request);
            _length -= request;
            if (_latency > TimeSpan.Zero && !counts)
            {
                _ = AnswerLaterAsync();
                return;
            }

            if (Send(counts))
                return;
        }
    }

    private async Task AnswerLaterAsync()
    {
        await Task.Delay(_latency);
        if (!Send(counts: false))
            Run();
    }

    private bool Send(bool counts)
    {
        _send.SetBuffer(_answer, 0, counts ? Answer.WriteCount(_answer) : Answer.WriteContact(_answer));
        return _socket.SendAsync(_send);
    }

    private bool Received()
    {
        if (_receive.SocketError != SocketError.Success || _receive.BytesTransferred == 0)
        {
            Dispose();
            return false;
        }

        _length += _receive.BytesTransferred;
        return true;
    }

    // The length of the request at the beginning of what was received; -1 where it is not there as a whole.
    private int RequestLength()
    {
        ReadOnlySpan<byte> received = _received.AsSpan(0, _length);
        int end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return -1;
        ReadOnlySpan<byte> head = received[..end];
        int at = head.IndexOf("ontent-Length: "u8);
        if (at < 0)
            at = head.IndexOf("ontent-length: "u8);
        int body = 0;
        if (at >= 0)
        {
            ReadOnlySpan<byte> digits = head[(at + 15)..];
            int line = digits.IndexOf((byte)'\r');
            body = int.Parse(Encoding.ASCII.GetString(line < 0 ? digits : digits[..line]), CultureInfo.InvariantCulture);
        }

        int whole = end + 4 + body;
        return whole <= _length ? whole : -1;
    }
}
