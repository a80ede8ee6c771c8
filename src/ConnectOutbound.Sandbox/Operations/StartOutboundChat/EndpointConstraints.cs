using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectOutbound.Sandbox.Shapes;

namespace ConnectOutbound.Sandbox.Operations.StartOutboundChat;

/// <summary>Where a contact comes from and goes to: the ARN of a Connect phone number, and a number in E.164.</summary>
internal static partial class EndpointConstraints
{
    public static void Check(JsonElement body, ValidationFaults faults)
    {
        CheckType(body, "SourceEndpoint", "CONNECT_PHONENUMBER_ARN", faults);
        CheckType(body, "DestinationEndpoint", "TELEPHONE_NUMBER", faults);
        if (Json.Text(body, "SourceEndpoint", "Address") is { Length: > 0 } source && !ConnectPhoneNumberArn().IsMatch(source))
        {
            faults.Add("SourceEndpoint.Address", source, SourceConstraint(source));
        }

        if (Json.Text(body, "DestinationEndpoint", "Address") is { Length: > 0 } destination && !E164().IsMatch(destination))
        {
            faults.Add("DestinationEndpoint.Address", destination,
                "Member must be a phone number in E.164 format: +, then up to 15 digits, the first of them not 0");
        }
    }

    private static void CheckType(JsonElement body, string endpoint, string type, ValidationFaults faults)
    {
        if (Json.Text(body, endpoint, "Type") is { } given && given != type)
        {
            faults.Add($"{endpoint}.Type", given, $"Member must be {type}");
        }
    }

    private static string SourceConstraint(string source)
    {
        const string Wanted = "Member must be the ARN of an Amazon Connect phone number, arn:aws:connect:REGION:ACCOUNT:phone-number/ID";
        string service = source.StartsWith("arn:", StringComparison.Ordinal) ? source.Split(':').ElementAtOrDefault(2) ?? "" : "";
        return service switch
        {
            "sms-voice" => $"{Wanted}. This one is of AWS End User Messaging SMS: give the ARN that the number got when it was imported to Amazon Connect",
            "social-messaging" =>
                $"{Wanted}. This one is of AWS End User Messaging Social: give the ARN that the WhatsApp number got when it was imported to Amazon Connect",
            _ => Wanted,
        };
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{1,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex E164();

    [GeneratedRegex(@"^arn:aws[a-z-]*:connect:[a-z0-9-]+:[0-9]{12}:phone-number/[A-Za-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ConnectPhoneNumberArn();
}
