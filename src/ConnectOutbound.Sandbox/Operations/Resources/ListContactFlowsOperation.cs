using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Resources;
using ConnectOutbound.Sandbox.Shapes;
using ConnectOutbound.Sandbox.State;

namespace ConnectOutbound.Sandbox.Operations.Resources;

/// <summary>ListContactFlows: answers the flows of an instance, archived ones and drafts included, oldest first.</summary>
internal sealed class ListContactFlowsOperation(ResourceStore directory, TokenBucket quota)
    : ConnectOperation("ListContactFlows", "GET", "/contact-flows-summary/{InstanceId}", ServiceTraits.ConnectPlain, quota)
{
    private const string TypesParameter = "contactFlowTypes";
    private const int MostTypes = 10;

    protected override void Check(OperationCall call, ValidationFaults faults)
    {
        IReadOnlyList<string> types = QueryString.Values(call.Query, TypesParameter);
        if (types.Count > MostTypes)
        {
            faults.Add(TypesParameter, $"Member must have length less than or equal to {MostTypes}");
        }

        foreach (string type in types.Where(type => !ResourceModel.FlowTypes.Contains(type)))
        {
            faults.Add(TypesParameter, type, $"Member must satisfy enum value set: [{string.Join(", ", ResourceModel.FlowTypes)}]");
        }

        PageRequest.Read(call.Query, PageLimits.Resources, faults);
    }

    protected override HttpResponse Answer(OperationCall call)
    {
        string instanceId = Arns.LastOf(call.PathValues["InstanceId"]);
        if (!directory.HasInstance(instanceId))
        {
            return NoInstance(instanceId);
        }

        IReadOnlyList<string> types = QueryString.Values(call.Query, TypesParameter);
        SandboxFlow[] flows =
        [
            .. directory.Flows.Where(
                flow => flow.InstanceId.Equals(instanceId, StringComparison.OrdinalIgnoreCase) && (types.Count == 0 || types.Contains(flow.Type))),
        ];
        PageRequest page = PageRequest.Read(call.Query, PageLimits.Resources, new ValidationFaults());
        return ServiceResponse.Ok(writer => page.Write(
            writer,
            "ContactFlowSummaryList",
            flows,
            (item, flow) =>
            {
                item.WriteString("Id", flow.ContactFlowId);
                item.WriteString("Arn", flow.Arn);
                item.WriteString("Name", flow.Name);
                item.WriteString("ContactFlowType", flow.Type);
                item.WriteString("ContactFlowState", flow.State);
                item.WriteString("ContactFlowStatus", flow.Status);
            },
            "NextToken"));
    }
}
