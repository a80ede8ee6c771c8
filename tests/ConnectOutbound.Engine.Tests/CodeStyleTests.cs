namespace ConnectOutbound.Engine.Tests;

public class CodeStyleTests
{
    private const int MaxLength = 160;

    private static readonly string[] NotSource = [".git", "output", "bin", "obj"];

    [Fact]
    public void No_line_of_code_is_longer_than_160_characters()
    {
        DirectoryInfo root = Root();
        FileInfo[] files = [.. Sources(root)];
        string[] tooLong =
        [
            .. files.SelectMany(file => File.ReadLines(file.FullName)
                .Select((line, i) => (line.Length, Place: $"{Path.GetRelativePath(root.FullName, file.FullName)}:{i + 1}"))
                .Where(line => line.Length > MaxLength)
                .Select(line => line.Place)),
        ];

        Assert.NotEmpty(files);
        Assert.Empty(tooLong);
    }

    private static DirectoryInfo Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(folder.FullName, "ConnectOutbound.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run within the repository.");
        return folder;
    }

    private static IEnumerable<FileInfo> Sources(DirectoryInfo folder) => folder.EnumerateFiles("*.cs").Concat(
        folder.EnumerateDirectories().Where(inner => !NotSource.Contains(inner.Name)).SelectMany(Sources));
}
