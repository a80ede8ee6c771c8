using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>A run and a sandbox on one clock, which only this class moves: a minute of pacing takes a moment, and takes the same course each time.</summary>
internal sealed class PacedRun : IDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly RowReader _reader = new(Given.Options());
    private readonly ContactConnection _connection;
    private readonly OutboundRun _run;
    private readonly int _rows;
    private int _next = 1;

    public PacedRun(SandboxOptions options, int rows, RunOptions runOptions)
    {
        _rows = rows;
        Sandbox = SandboxServer.Start(options, _time);
        _connection = SandboxRun.Connect(Sandbox);
        // Each request is answered before the clock moves on.
        var client = new ScriptedClient((request, _) => Task.FromResult(_connection.StartAsync(request, CancellationToken.None).GetAwaiter().GetResult()));
        var pacer = new Pacer(_time, inline: true);
        _run = new OutboundRun(client, _ => pacer, runOptions with { IsInline = true }, _time);
    }

    public SandboxServer Sandbox { get; }

    public List<OutboundContact> Results { get; } = [];

    public OutboundException? Fault => _run.Fault;

    public int this[OutboundStatus status] => Results.Count(result => result.Status == status);

    /// <summary>Lets time pass until each row has its result, or until it is over. Returns the time that passed.</summary>
    public async Task<TimeSpan> PassAsync(TimeSpan limit)
    {
        DateTimeOffset began = _time.GetUtcNow();
        // On a thread of the pool: the test's own would hand continuations to others.
        await Task.Run(() =>
        {
            Take(TimeSpan.Zero);
            while (Results.Count < _rows && _time.GetUtcNow() - began < limit)
            {
                // A run that stops ends its waits on other threads, by no clock.
                if (Fault is null)
                    _time.Advance(TimeSpan.FromMilliseconds(10));
                Take(Fault is null ? TimeSpan.Zero : TimeSpan.FromSeconds(60));
            }
        });
        return _time.GetUtcNow() - began;
    }

    public void Dispose()
    {
        _run.Stop();
        _connection.Dispose();
        Sandbox.Dispose();
    }

    private void Take(TimeSpan wait)
    {
        do
        {
            while (_next <= _rows && _run.HasRoom)
                _run.Submit(_reader.Read(Given.Row(_next, ("Phone", NamedRun.Number(_next++)))));
            while (Results.Count < _rows && _run.TryTake(wait, CancellationToken.None, out OutboundContact? result))
                Results.Add(result);
        }
        while (_next <= _rows && _run.HasRoom);
    }
}
