using System.Collections.Frozen;
using System.Reflection;
using Amazon.QConnect.Model;

namespace ConnectOutbound.Engine.Templates;

/// <summary>The standard attributes of a customer profile, by name.</summary>
internal static class ProfileMembers
{
    // The names are the API's members, of which there are more than fifty; they are read from the type once.
    private static readonly FrozenDictionary<string, PropertyInfo> s_members = typeof(CustomerProfileAttributes)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(member => member.PropertyType == typeof(string))
        .ToFrozenDictionary(member => member.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads an attribute.</summary>
    /// <param name="profile">The attributes.</param>
    /// <param name="name">The name, without regard to case.</param>
    /// <returns>The value; null where there is none or no such attribute.</returns>
    public static string? Find(CustomerProfileAttributes profile, string name) =>
        s_members.TryGetValue(name, out PropertyInfo? member) ? (string?)member.GetValue(profile) : null;

    /// <summary>Sets an attribute.</summary>
    /// <param name="profile">The attributes.</param>
    /// <param name="name">The name, without regard to case.</param>
    /// <param name="value">The value.</param>
    /// <returns>False where there is no such attribute.</returns>
    public static bool TrySet(CustomerProfileAttributes profile, string name, string value)
    {
        if (!s_members.TryGetValue(name, out PropertyInfo? member))
            return false;
        member.SetValue(profile, value);
        return true;
    }
}
