using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Defaults;

/// <summary>The user's defaults: a small JSON file in the user's configuration folder, for its owner only.</summary>
public sealed class DefaultsFile
{
    private const string Remedy = "Correct the file, or remove it: Set-ConnectOutboundDefault -Scope User makes a new one.";

    private static readonly JsonSerializerOptions s_indented =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Names the file; nothing is read yet.</summary>
    /// <param name="path">The file; null for the user's own.</param>
    /// <exception cref="OutboundException">The user has no configuration folder.</exception>
    public DefaultsFile(string? path = null) => FilePath = path ?? DefaultPath();

    /// <summary>The file.</summary>
    public string FilePath { get; }

    /// <summary>Checks a value.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="value">The value as text, numbers in the invariant form.</param>
    /// <param name="problem">What is wrong with it, to be put behind "NAME 'value'".</param>
    /// <returns>False for one that cannot be used.</returns>
    public static bool IsUsable(DefaultName name, string value, out string problem)
    {
        ArgumentNullException.ThrowIfNull(value);
        problem = name switch
        {
            _ when string.IsNullOrWhiteSpace(value) => "is empty",
            DefaultName.Channel when !Enum.TryParse(value, ignoreCase: true, out OutboundChannel channel)
                || !Enum.IsDefined(channel)
                || char.IsAsciiDigit(value[0]) =>
                "is not known: it is SMS or WhatsApp",
            DefaultName.RequestsPerSecond when !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate)
                || !(rate is >= 0.001 and <= 1_000_000) =>
                "is no rate: it takes 0.001 to 1000000 requests a second",
            DefaultName.Burst when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int burst) || burst is < 1 or > 1_000_000 =>
                "is no count: it takes 1 to 1000000",
            DefaultName.ThrottleLimit when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) || limit is < 1 or > 1024 =>
                "is no count: it takes 1 to 1024",
            _ => "",
        };
        return problem.Length == 0;
    }

    /// <summary>Reads the file.</summary>
    /// <returns>The defaults; none where there is no file.</returns>
    /// <exception cref="OutboundException">It cannot be read, or holds something else.</exception>
    public IReadOnlyDictionary<DefaultName, string> Read()
    {
        var defaults = new SortedDictionary<DefaultName, string>();
        try
        {
            if (!File.Exists(FilePath))
                return defaults;
            using FileStream stream = File.OpenRead(FilePath);
            if (JsonNode.Parse(stream) is not JsonObject members)
                throw Unusable("it is no JSON object");
            foreach ((string key, JsonNode? node) in members)
            {
                if (!Enum.TryParse(key, ignoreCase: true, out DefaultName name) || !Enum.IsDefined(name) || char.IsAsciiDigit(key[0]))
                    throw Unusable($"{DisplayText.Quoted(key)} is no default; there are {string.Join(", ", Enum.GetNames<DefaultName>())}");
                string value = (node as JsonValue)?.ToString() ?? "";
                if (!IsUsable(name, value, out string problem))
                    throw Unusable($"{name} {DisplayText.Quoted(value)} {problem}");
                defaults[name] = value;
            }

            return defaults;
        }
        catch (JsonException e)
        {
            throw Unusable($"it is no JSON: {DisplayText.Clause(e.Message)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Unusable(e.Message.TrimEnd('.'), e);
        }
    }

    /// <summary>Writes the file anew, whole or not at all; with no defaults left it is removed.</summary>
    /// <param name="defaults">The defaults.</param>
    /// <exception cref="OutboundException">It cannot be written.</exception>
    public void Write(IReadOnlyDictionary<DefaultName, string> defaults)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        try
        {
            if (defaults.Count == 0)
            {
                File.Delete(FilePath);
                return;
            }

            var members = new JsonObject();
            foreach ((DefaultName name, string value) in defaults.OrderBy(entry => entry.Key))
                members[name.ToString()] = value;
            string folder = Path.GetDirectoryName(Path.GetFullPath(FilePath))!;
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            string temporary = $"{FilePath}.{Guid.NewGuid():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var writer = new StreamWriter(temporary, options))
                writer.WriteLine(members.ToJsonString(s_indented));
            File.Move(temporary, FilePath, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutboundException(
                ErrorIds.DefaultsInvalid,
                $"The defaults could not be written to '{FilePath}': {DisplayText.Clause(e.Message)}",
                "Make the folder writable, or keep the defaults for the session: leave -Scope out.",
                e);
        }
    }

    private static string DefaultPath()
    {
        string folder = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.IsPathFullyQualified(folder)
            ? Path.Combine(folder, "ConnectOutbound", "defaults.json")
            : throw new OutboundException(
                ErrorIds.DefaultsInvalid,
                "No folder for defaults is known: the user has no home folder.",
                "Keep the defaults for the session: leave -Scope out.");
    }

    private OutboundException Unusable(string why, Exception? cause = null) =>
        new(ErrorIds.DefaultsInvalid, $"The defaults in '{FilePath}' cannot be used: {why.TrimEnd('.')}.", Remedy, cause);
}
