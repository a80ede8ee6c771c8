namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>A folder with a CSV of phone numbers and the place of a journal.</summary>
internal sealed class RunFiles : IDisposable
{
    public const string RunName = "spring";

    private readonly string _folder = Directory.CreateTempSubdirectory("connect-outbound-runs-").FullName;

    public RunFiles(int rows) => File.WriteAllLines(Csv, ["PhoneNumber", .. Enumerable.Range(1, rows).Select(i => $"+1206{5_000_000 + i}")]);

    public string Csv => Path.Combine(_folder, "contacts.csv");

    public string Journal => Path.Combine(_folder, "journal.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
