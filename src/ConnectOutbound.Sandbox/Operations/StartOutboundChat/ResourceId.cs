using System.Text.Json;
using ConnectOutbound.Sandbox.Resources;
using ConnectOutbound.Sandbox.Shapes;

namespace ConnectOutbound.Sandbox.Operations.StartOutboundChat;

/// <summary>The ids of instance and flow; each may be given as an ARN, which ends with the id.</summary>
internal static class ResourceId
{
    public static void Check(JsonElement body, ValidationFaults faults)
    {
        foreach (string name in (ReadOnlySpan<string>)["InstanceId", "ContactFlowId"])
        {
            if (Json.Text(body, name) is { Length: > 0 } id && string.IsNullOrWhiteSpace(Of(id)))
            {
                faults.Add(name, id, "Member must be an id, or an ARN that ends with the id");
            }
        }
    }

    public static string Of(string idOrArn) => Arns.LastOf(idOrArn);
}
