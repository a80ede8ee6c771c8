using System.Reflection;
using System.Text.RegularExpressions;
using ConnectOutbound.Engine.Runs;

namespace ConnectOutbound.Engine.Tests;

/// <summary>The engine's folders have arrows in one direction: Runs may use every folder, no folder uses Runs, and there are no cycles.</summary>
public partial class FolderTests
{
    private const string Root = "ConnectOutbound.Engine";

    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly string[] s_folders =
    [
        "Input", "Validation", "PhoneNumbers", "Skipping", "Runs", "Sending", "Journal", "Service", "Catalog", "Contacts", "Templates",
        "Reports", "Defaults", "Errors",
    ];

    [Fact]
    public void The_folders_are_those_of_the_flow() =>
        Assert.Equal(s_folders.Order(), typeof(OutboundRun).Assembly.GetTypes().Select(FolderOf).OfType<string>().Distinct().Order());

    [Fact]
    public void No_folder_but_Runs_uses_Runs()
    {
        Dictionary<string, HashSet<string>> arrows = Arrows();
        Assert.Empty(arrows.Where(from => from.Key != "Runs" && from.Value.Contains("Runs")).Select(from => from.Key));
        Assert.NotEmpty(arrows["Runs"]);
    }

    [Fact]
    public void The_arrows_make_no_cycle()
    {
        Dictionary<string, HashSet<string>> arrows = Arrows();
        while (arrows.Count > 0)
        {
            string[] leaves = [.. arrows.Where(from => !from.Value.Any(arrows.ContainsKey)).Select(from => from.Key)];
            string left = string.Join("; ", arrows.Select(from => $"{from.Key} -> {string.Join(", ", from.Value.Where(arrows.ContainsKey))}"));
            Assert.True(leaves.Length > 0, $"A cycle is among: {left}");
            foreach (string leaf in leaves)
                arrows.Remove(leaf);
        }
    }

    // Members say most of it; the bodies of methods say the rest, by the tokens of what they call.
    private static Dictionary<string, HashSet<string>> Arrows()
    {
        var arrows = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (Type type in typeof(OutboundRun).Assembly.GetTypes())
        {
            if (FolderOf(type) is not string from)
                continue;
            if (!arrows.TryGetValue(from, out HashSet<string>? to))
                arrows[from] = to = new HashSet<string>(StringComparer.Ordinal);
            foreach (string folder in Used(type).SelectMany(Parts).Select(FolderOf).OfType<string>())
                to.Add(folder);
            to.Remove(from);
        }

        return arrows;
    }

    private static IEnumerable<Type> Used(Type type)
    {
        IEnumerable<Type?> used =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(Declared).Select(field => field.FieldType),
            .. type.GetProperties(Declared).Select(property => property.PropertyType),
        ];
        foreach (MethodBase method in type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)))
        {
            used = used.Concat(method.GetParameters().Select(parameter => parameter.ParameterType));
            if (method is MethodInfo returning)
                used = used.Append(returning.ReturnType);
            used = used.Concat(OfBody(method, type));
        }

        return used.OfType<Type>();
    }

    private static IEnumerable<Type> OfBody(MethodBase method, Type type)
    {
        if (method.GetMethodBody() is not MethodBody body)
            return [];
        IEnumerable<Type> used = body.LocalVariables.Select(local => local.LocalType);
        byte[] code = body.GetILAsByteArray()!;
        Type[]? ofType = type.IsGenericType ? type.GetGenericArguments() : null;
        Type[]? ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (int i = 0; i + 4 <= code.Length; i++)
        {
            int token = BitConverter.ToInt32(code, i);
            // Tables of types, fields, methods and members. A number that only looks like a token is one of another table most of the time.
            if ((token >> 24) is not (0x01 or 0x02 or 0x04 or 0x06 or 0x0A or 0x1B or 0x2B) || !IsTokenPlace(code, i))
                continue;
            MemberInfo? member = Resolve(method.Module, token, ofType, ofMethod);
            if (member is Type named)
                used = used.Append(named);
            else if (member?.DeclaringType is Type owner)
                used = used.Append(owner);
        }

        return used;
    }

    // call, callvirt, newobj, ldfld, ldsfld, stfld, castclass, isinst, ldtoken, newarr, ldftn (two bytes) come before a token.
    private static bool IsTokenPlace(byte[] code, int i) =>
        i > 0
            && (code[i - 1] is 0x28 or 0x6F or 0x73 or 0x7B or 0x7C or 0x7E or 0x7D or 0x80 or 0x74 or 0x75 or 0xD0 or 0x8D or 0xA5
                    || (i > 1 && code[i - 2] == 0xFE && code[i - 1] is 0x06 or 0x15));

    private static MemberInfo? Resolve(Module module, int token, Type[]? ofType, Type[]? ofMethod)
    {
        try
        {
            return module.ResolveMember(token, ofType, ofMethod);
        }
        catch (Exception e) when (e is ArgumentException or BadImageFormatException or FileNotFoundException)
        {
            return null;
        }
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type) : [type];
    }

    private static string? FolderOf(Type type)
    {
        string? name = type.DeclaringType is null ? type.Namespace : FolderNamespace(type);
        return name is not null && Folder().Match(name) is { Success: true } match ? match.Groups[1].Value : null;
    }

    private static string? FolderNamespace(Type type) => type.DeclaringType is Type outer ? FolderNamespace(outer) : type.Namespace;

    [GeneratedRegex($@"^{Root}\.(\w+)")]
    private static partial Regex Folder();
}
