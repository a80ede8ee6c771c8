using System.Diagnostics;

namespace ConnectOutbound.Sandbox.Tests.Support;

/// <summary>Runs the AWS command line and boto3 of the machine, with nothing of the machine's configuration.</summary>
internal static class RealClients
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);

    public static Lazy<bool> HasAwsCli { get; } = new(() => Succeeds("aws", "connect", "start-outbound-chat-contact", "--generate-cli-skeleton"));

    public static Lazy<bool> HasBoto3 { get; } = new(() => Succeeds("python3", "-c", "import boto3, botocore"));

    public static async Task<ProcessOutcome> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        using var home = new TemporaryFolder();
        using var process = new Process { StartInfo = StartInfo(program, arguments, home.Path, variables) };
        process.Start();
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var guard = new CancellationTokenSource(Guard);
        try
        {
            await process.WaitForExitAsync(guard.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new ProcessOutcome(process.ExitCode, await output, await error);
    }

    private static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            using var home = new TemporaryFolder();
            using Process? process = Process.Start(StartInfo(program, arguments, home.Path, null));
            process!.StandardInput.Close();
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process.WaitForExit(Guard) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static ProcessStartInfo StartInfo(
        string program, IEnumerable<string> arguments, string home, IReadOnlyDictionary<string, string>? variables)
    {
        var info = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = home,
        };
        foreach (string argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        foreach (string name in info.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            info.Environment.Remove(name);
        }

        info.Environment["HOME"] = home;
        info.Environment["USERPROFILE"] = home;
        info.Environment["AWS_CONFIG_FILE"] = Path.Combine(home, "config");
        info.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(home, "credentials");
        info.Environment["AWS_ACCESS_KEY_ID"] = AccessKey;
        info.Environment["AWS_SECRET_ACCESS_KEY"] = SecretKey;
        info.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        info.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        info.Environment["AWS_MAX_ATTEMPTS"] = "1";
        info.Environment["PYTHONIOENCODING"] = "utf-8";
        foreach ((string name, string value) in variables ?? new Dictionary<string, string>())
        {
            info.Environment[name] = value;
        }

        return info;
    }
}
