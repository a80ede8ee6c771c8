using System.Reflection;
using Amazon.Connect;

namespace Amazon.Tests;

/// <summary>
/// The public surface is a part of AWSSDK.Connect 4's and AWSSDK.QConnect 4's, so that the packages can take this library's place. A name that they lack, or
/// another type, breaks that promise: compare with the packages before a line of the list is changed or added.
/// </summary>
public sealed class PublicSurfaceTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_public_types_and_members_are_those_listed()
    {
        using var stream = typeof(PublicSurfaceTests).Assembly.GetManifestResourceStream("PublicSurface.txt")!;
        using var reader = new StreamReader(stream);
        string[] listed = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.Equal(
            listed,
            typeof(AmazonConnectClient).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Describe));
    }

    private static IEnumerable<string> Describe(Type type)
    {
        var bases = (type.BaseType is { } parent && parent != typeof(object) ? [parent] : Type.EmptyTypes)
            .Concat(type.GetInterfaces().Where(contract => type.IsInterface || contract.Namespace == type.Namespace));
        string kind = type.IsInterface ? "interface" : "class";
        yield return $"{kind} {type.FullName} : {string.Join(", ", bases.Select(Name).Order(StringComparer.Ordinal))}".TrimEnd(' ', ':');
        foreach (string member in type.GetMembers(Declared).Select(Describe).OfType<string>().Order(StringComparer.Ordinal))
            yield return $"{type.Name}.{member}";
    }

    private static string? Describe(MemberInfo member) => member switch
    {
        ConstructorInfo { IsPublic: true } made => $"({Parameters(made)})",
        FieldInfo { IsPublic: true } field => $"{field.Name} : {Name(field.FieldType)}",
        PropertyInfo property when Visible(property.GetMethod) =>
            $"{property.Name} : {Name(property.PropertyType)}{(Visible(property.SetMethod) ? " get set" : " get")}",
        MethodInfo method when Visible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            $"{method.Name}({Parameters(method)}) : {Name(method.ReturnType)}",
        _ => null,
    };

    private static bool Visible(MethodInfo? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = default" : "")}"));

    private static string Name(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? $"{Name(value)}?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
