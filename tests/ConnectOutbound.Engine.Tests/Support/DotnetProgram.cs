using System.Diagnostics;

namespace ConnectOutbound.Engine.Tests.Support;

/// <summary>A program that lies beside the tests, in a process of its own.</summary>
internal static class DotnetProgram
{
    public static Process Start(string assembly, params string[] arguments)
    {
        // Tests run in dotnet, or in a host that bears another name.
        string own = Environment.ProcessPath!;
        string dotnet = Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";
        var start = new ProcessStartInfo(dotnet, ["exec", Path.Combine(AppContext.BaseDirectory, assembly), .. arguments]) { RedirectStandardOutput = true };
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        return Process.Start(start)!;
    }
}
