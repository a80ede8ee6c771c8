using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Amazon.Tests.Support;

/// <summary>Runs Python programs that use botocore, an implementation of the same API by other hands.</summary>
internal static class Python
{
    private static readonly Lazy<string?> Interpreter = new(() => new[] { "python3", "python" }.FirstOrDefault(HasBotocore));

    public static bool IsAvailable => Interpreter.Value is not null;

    /// <summary>Runs a program with a JSON document as its input, and gives the JSON that it writes.</summary>
    public static JsonNode Run(string program, JsonNode input)
    {
        var (exitCode, output, errors) = Start(Interpreter.Value!, program, input.ToJsonString());
        Assert.True(exitCode == 0, errors);
        return JsonNode.Parse(output)!;
    }

    private static bool HasBotocore(string interpreter)
    {
        try
        {
            return Start(interpreter, "import botocore.endpoint_provider", "").ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static (int ExitCode, string Output, string Errors) Start(string interpreter, string program, string input)
    {
        var start = new ProcessStartInfo(interpreter, ["-c", program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
