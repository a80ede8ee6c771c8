using System.Diagnostics;
using System.Globalization;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>The program JournalWriter, in a process of its own.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process;

    public WriterProcess(string file, string runName, int areaCode, int contacts)
    {
        _process = DotnetProgram.Start("JournalWriter.dll", file, runName, $"{areaCode}", $"{contacts}");
    }

    /// <summary>The next line, "begun N" or "started N"; null at its end.</summary>
    public async Task<(string What, int Number)?> ReadAsync()
    {
        string? line = await _process.StandardOutput.ReadLineAsync();
        return line?.Split(' ') is [string what, string number] ? (what, int.Parse(number, CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>Ends it at once (SIGKILL), whatever it is doing.</summary>
    public void Kill() => _process.Kill();

    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
