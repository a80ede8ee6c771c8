using System.Diagnostics;
using System.Globalization;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>The program RunProcess: a named run in a process of its own.</summary>
internal sealed class RunChild : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;

    public RunChild(OutboundSandbox sandbox, RunFiles files)
    {
        string own = Environment.ProcessPath!;
        string dotnet = Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "RunProcess.dll"), sandbox.EndpointUrl, files.Journal, RunFiles.RunName, files.Csv];
        var start = new ProcessStartInfo(dotnet, arguments) { RedirectStandardOutput = true };
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        _process = Process.Start(start)!;
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
