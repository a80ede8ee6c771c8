using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Resources;
using ConnectOutbound.Sandbox.Shapes;
using ConnectOutbound.Sandbox.State;

namespace ConnectOutbound.Sandbox.Operations.Resources;

/// <summary>ListInstances: answers the instances, oldest first.</summary>
internal sealed class ListInstancesOperation(ResourceStore directory, TokenBucket quota)
    : ConnectOperation("ListInstances", "GET", "/instance", ServiceTraits.ConnectPlain, quota)
{
    protected override void Check(OperationCall call, ValidationFaults faults) => PageRequest.Read(call.Query, PageLimits.Instances, faults);

    protected override HttpResponse Answer(OperationCall call)
    {
        PageRequest page = PageRequest.Read(call.Query, PageLimits.Instances, new ValidationFaults());
        return ServiceResponse.Ok(writer => page.Write(
            writer,
            "InstanceSummaryList",
            directory.Instances,
            (item, instance) =>
            {
                item.WriteString("Id", instance.InstanceId);
                item.WriteString("Arn", instance.Arn);
                item.WriteString("IdentityManagementType", "CONNECT_MANAGED");
                item.WriteString("InstanceAlias", instance.Alias);
                item.WriteTime("CreatedTime", instance.CreatedAt.UtcTicks);
                item.WriteString("ServiceRole", Arns.ServiceRole(instance.InstanceId));
                item.WriteString("InstanceStatus", "ACTIVE");
                item.WriteBoolean("InboundCallsEnabled", true);
                item.WriteBoolean("OutboundCallsEnabled", true);
                item.WriteString("InstanceAccessUrl", $"https://{instance.Alias}.my.connect.aws");
            },
            "NextToken"));
    }
}
