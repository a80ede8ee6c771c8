using System.Text.Json;

namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>Members, each with a name and a shape of its own. A member that is null counts as absent.</summary>
internal sealed class StructureShape : Shape
{
    private readonly string _name;
    private readonly Dictionary<string, Member> _members;

    public StructureShape(string name, params Member[] members)
    {
        _name = name;
        _members = members.ToDictionary(member => member.Name, StringComparer.Ordinal);
    }

    public override void Check(JsonElement value, string path, ValidationFaults faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add(path, "Member must be a structure");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty property in value.EnumerateObject())
        {
            string memberPath = MemberPath.Join(path, property.Name);
            if (!_members.TryGetValue(property.Name, out Member? member))
            {
                faults.Add(memberPath, $"{_name} has no such member");
            }
            else if (!seen.Add(property.Name))
            {
                faults.Add(memberPath, "A member must not appear twice");
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                member.Shape.Check(property.Value, memberPath, faults);
            }
            else if (member.IsRequired)
            {
                faults.Add(memberPath, "Member must not be null");
            }
        }

        foreach (Member member in _members.Values)
        {
            if (member.IsRequired && !seen.Contains(member.Name))
            {
                faults.Add(MemberPath.Join(path, member.Name), "Member must not be null");
            }
        }
    }
}
