using System.Text;

namespace ConnectOutbound.Commands.Reports;

/// <summary>The file of a report. What is written goes to a file beside it that takes its place at the end, so there is never half a report.</summary>
internal sealed class ReportFile : IDisposable
{
    private readonly string _path;
    private readonly bool _force;
    private readonly FileStream _stream;
    private bool _done;

    private ReportFile(string path, bool force, FileStream stream)
    {
        _path = path;
        _force = force;
        _stream = stream;
    }

    /// <summary>Makes sure, before anything is done, that the file can be written at the end.</summary>
    /// <param name="path">A full path in a folder that there is.</param>
    /// <param name="force">Whether a file that is read-only is replaced.</param>
    /// <returns>The file, not yet in its place.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static ReportFile Create(string path, bool force)
    {
        if (Directory.Exists(path))
            throw new UnauthorizedAccessException("It is a folder.");
        if (!force && File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
            throw new UnauthorizedAccessException("The file is read-only; -Force replaces it.");
        string beside = Path.Combine(Path.GetDirectoryName(path) ?? "", $".{Guid.NewGuid():N}.tmp");
        var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 65536, FileOptions.None);
        return new ReportFile(path, force, stream);
    }

    /// <summary>Writes the file and puts it into its place.</summary>
    /// <param name="write">Writes its text.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Complete(Action<TextWriter> write)
    {
        using (var writer = new StreamWriter(_stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            write(writer);
        if (_force && File.Exists(_path))
            File.SetAttributes(_path, File.GetAttributes(_path) & ~FileAttributes.ReadOnly);
        File.Move(_stream.Name, _path, overwrite: true);
        _done = true;
    }

    /// <summary>Removes what did not come to its place.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (_done)
            return;
        _done = true;
        try
        {
            File.Delete(_stream.Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Something else has it open now. It is empty or half a report, under a name that nobody looks for.
        }
    }
}
