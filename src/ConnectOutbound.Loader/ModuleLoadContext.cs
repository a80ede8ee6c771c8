using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace ConnectOutbound.Loader;

/// <summary>
/// Holds the module's cmdlets and all they depend on, apart from everything else in the process: another module may bring another version of the AWS SDK.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private const string CmdletAssembly = "ConnectOutbound.Commands";
    private const string VisibleAssembly = "ConnectOutbound,";

    private static readonly object s_gate = new();
    private static ModuleLoadContext? s_instance;

    private readonly string _folder;
    // Boxed: the runtime brings this one compiled, and with IntPtr it would be compiled anew at each import.
    private readonly ConcurrentDictionary<string, object> _native = new();
    private readonly Assembly _own = typeof(OutboundContact).Assembly;

    private ModuleLoadContext(string folder) : base(nameof(ConnectOutbound)) => _folder = folder;

    /// <summary>Loads the cmdlets, once in a process.</summary>
    /// <param name="folder">The folder of the private assemblies.</param>
    /// <returns>The assembly that has the cmdlets.</returns>
    /// <exception cref="InvalidOperationException">Another copy of the module is loaded already; assemblies cannot be exchanged.</exception>
    public static Assembly LoadCmdlets(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string beside = Path.GetDirectoryName(full)!;
        lock (s_gate)
        {
            // Before anything here touches a type of that assembly: another version of it would not be found.
            if (LoadedFrom() is string other
                && !string.Equals(other, beside, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            {
                throw new InvalidOperationException(
                    $"Another copy of ConnectOutbound is loaded in this session, from '{other}'. "
                        + $"Its assemblies stay until the session ends: restart PowerShell to use the one in '{beside}'.");
            }

            s_instance ??= new ModuleLoadContext(full);
            return s_instance.LoadFromAssemblyName(new AssemblyName(CmdletAssembly));
        }
    }

    // The folder of the assembly that scripts see; null where none was loaded yet.
    private static string? LoadedFrom()
    {
        foreach (Assembly assembly in Default.Assemblies)
        {
            if (assembly.FullName?.StartsWith(VisibleAssembly, StringComparison.Ordinal) == true)
                return Path.GetDirectoryName(assembly.Location);
        }

        return null;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        // What scripts see exists once, in the default context.
        if (assemblyName.Name == _own.GetName().Name)
            return _own;
        string path = Path.Combine(_folder, $"{assemblyName.Name}.dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        // Asked many times for the same one, under several names.
        return (IntPtr)_native.GetOrAdd(unmanagedDllName, Find);

        object Find(string name)
        {
            string file = OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";
            foreach (string rid in NativeFolders())
            {
                string path = Path.Combine(_folder, "runtimes", rid, "native", file);
                if (File.Exists(path))
                    return LoadUnmanagedDllFromPath(path);
            }

            return IntPtr.Zero;
        }
    }

    private static IEnumerable<string> NativeFolders()
    {
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        // musl first where it is: the identifier of the runtime says so.
        if (RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal))
            yield return $"linux-musl-{architecture}";
        yield return OperatingSystem.IsWindows() ? $"win-{architecture}" : OperatingSystem.IsMacOS() ? $"osx-{architecture}" : $"linux-{architecture}";
    }
}
