using System.Diagnostics;
using System.Globalization;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>The program RunProcess: a named run in a process of its own.</summary>
internal sealed class RunChild : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;

    public RunChild(OutboundSandbox sandbox, RunFiles files)
    {
        _process = DotnetProgram.Start("RunProcess.dll", sandbox.EndpointUrl, files.Journal, RunFiles.RunName, files.Csv);
        _output = _process.StandardOutput.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Ends it at once (SIGKILL), whatever it is doing.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for its end: the exit code and the results it wrote.</summary>
    public async Task<(int ExitCode, IReadOnlyList<(int Row, string Status, string ContactId)> Results)> EndAsync()
    {
        await _process.WaitForExitAsync();
        string[] lines = (await _output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (_process.ExitCode, [.. lines.Select(line => line.Split(' ')).Where(parts => parts.Length == 3)
            .Select(parts => (int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2]))]);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
