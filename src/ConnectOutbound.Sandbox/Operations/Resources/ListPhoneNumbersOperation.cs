using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Operations.StartOutboundChat;
using ConnectOutbound.Sandbox.Resources;
using ConnectOutbound.Sandbox.Shapes;
using ConnectOutbound.Sandbox.State;

namespace ConnectOutbound.Sandbox.Operations.Resources;

/// <summary>ListPhoneNumbersV2: answers the phone numbers of an instance, or of all, oldest first. The sandbox has no traffic distribution groups.</summary>
internal sealed partial class ListPhoneNumbersOperation(ResourceStore directory, TokenBucket quota)
    : ConnectOperation("ListPhoneNumbersV2", "POST", "/phone-number/list", ServiceTraits.ConnectParameters, quota)
{
    private static readonly StructureShape s_request = new(
        "ListPhoneNumbersV2",
        new Member("TargetArn", new StringShape()),
        new Member("InstanceId", new StringShape(1, 100)),
        new Member("MaxResults", new IntegerShape(1, 1000)),
        new Member("NextToken", new StringShape(1, 100_000)),
        new Member("PhoneNumberCountryCodes", new ListShape(new StringShape(2, 2), 0, 10)),
        new Member("PhoneNumberTypes", new ListShape(new EnumShape(ResourceModel.PhoneNumberTypes), 0, 6)),
        new Member("PhoneNumberPrefix", new StringShape()));

    protected override void Check(OperationCall call, ValidationFaults faults)
    {
        s_request.Check(call.Body, "", faults);
        PageRequest.Read(call.Body, PageLimits.Resources, faults);
        if (Json.Text(call.Body, "PhoneNumberPrefix") is { } prefix && !Prefix().IsMatch(prefix))
        {
            faults.Add("PhoneNumberPrefix", prefix, "Member must satisfy regular expression pattern: \\+?[0-9]{1,11}");
        }
    }

    protected override HttpResponse Answer(OperationCall call)
    {
        string? target = Json.Text(call.Body, "TargetArn");
        string? instanceId = Json.Text(call.Body, "InstanceId") is { } given ? Arns.LastOf(given) : null;
        if (target is not null && !directory.Instances.Any(instance => instance.Arn.Equals(target, StringComparison.OrdinalIgnoreCase)))
        {
            return ServiceResponse.Error(SandboxError.NotFound($"The target {ShortText.Shorten(target, 100)} was not found."));
        }

        if (instanceId is not null && !directory.HasInstance(instanceId))
        {
            return NoInstance(instanceId);
        }

        SandboxPhoneNumber[] numbers =
        [
            .. directory.PhoneNumbers.Where(number =>
                Agrees(instanceId, number.InstanceId)
                && Agrees(target, Arns.Instance(number.InstanceId))
                && Lists(call.Body, "PhoneNumberCountryCodes", number.CountryCode)
                && Lists(call.Body, "PhoneNumberTypes", number.Type)
                && HasPrefix(number.PhoneNumber, Json.Text(call.Body, "PhoneNumberPrefix"))),
        ];
        PageRequest page = PageRequest.Read(call.Body, PageLimits.Resources, new ValidationFaults());
        return ServiceResponse.Ok(writer => page.Write(writer, "ListPhoneNumbersSummaryList", numbers, Write, "NextToken"));
    }

    private static bool Agrees(string? wanted, string value) => wanted is null || wanted.Equals(value, StringComparison.OrdinalIgnoreCase);

    // An empty list asks for nothing in particular.
    private static bool Lists(JsonElement body, string member, string? value) =>
        Json.List(body, member) is not { } list || list.GetArrayLength() == 0 || list.EnumerateArray().Any(element => element.GetString() == value);

    private static bool HasPrefix(string number, string? prefix) =>
        prefix is null || number.AsSpan(1).StartsWith(prefix.AsSpan().TrimStart('+'), StringComparison.Ordinal);

    private static void Write(Utf8JsonWriter item, SandboxPhoneNumber number)
    {
        item.WriteString("PhoneNumberId", number.PhoneNumberId);
        item.WriteString("PhoneNumberArn", number.Arn);
        item.WriteString("PhoneNumber", number.PhoneNumber);
        if (number.CountryCode is { } country)
        {
            item.WriteString("PhoneNumberCountryCode", country);
        }

        item.WriteString("PhoneNumberType", number.Type);
        item.WriteString("TargetArn", Arns.Instance(number.InstanceId));
        item.WriteString("InstanceId", number.InstanceId);
        if (number.SourcePhoneNumberArn is { } source)
        {
            item.WriteString("SourcePhoneNumberArn", source);
        }
    }

    [GeneratedRegex(@"^\+?[0-9]{1,11}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
