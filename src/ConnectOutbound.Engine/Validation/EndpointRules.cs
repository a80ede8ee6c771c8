using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Validation;

/// <summary>Who sends to whom: destination, source number, instance and flow.</summary>
internal static class EndpointRules
{
    public static string? Destination(ContactDraft draft, FaultList faults)
    {
        if (draft.Destination is null)
        {
            bool isSaid = faults.Has(ErrorIds.CellUnreadable) || faults.Has(ErrorIds.DestinationInvalid) || faults.Has(ErrorIds.DestinationAmbiguous);
            if (!isSaid && MissingDestination(draft) is string missing)
                faults.Add(ErrorIds.DestinationMissing, $"Destination is missing: {missing}");
            return null;
        }

        string? problem = draft.DestinationProblem;
        if (problem is null && PhoneNumber.TryNormalize(draft.Destination, draft.Country, out string e164, out problem))
            return e164;
        // Of several columns the row may be read from another than its reader thinks.
        string where = draft.Plan?.Destinations.Count > 1 ? $" (column {DisplayText.Quoted(draft.Row.Columns.Names[draft.DestinationColumn])})" : "";
        faults.Add(ErrorIds.DestinationInvalid, $"Destination {DisplayText.Quoted(draft.Destination)}{where} {problem}.");
        return null;
    }

    public static string? Source(ContactDraft draft, FaultList faults)
    {
        const string Example = "arn:aws:connect:REGION:ACCOUNT:phone-number/ID";
        string? source = draft.Source;
        if (source is null)
        {
            if (!faults.Has(ErrorIds.SourceInvalid))
            {
                faults.Add(
                    ErrorIds.SourceMissing,
                    $"Source is missing{Held(draft, ContactField.Source)}: the ARN of the Connect phone number that the message comes from ({Example}).");
            }

            return null;
        }

        if (source.Length > ApiLimits.EndpointAddress)
            return Refuse($"has {source.Length} characters; it takes at most {ApiLimits.EndpointAddress}");
        if (!ConnectArn.TryParse(source, out ConnectArn arn))
        {
            return Refuse(PhoneNumber.TryNormalize(source, null, out _, out _)
                ? $"is a phone number; it takes the ARN that Amazon Connect gave the number ({Example})"
                : $"is no ARN; it takes the ARN of a Connect phone number ({Example})");
        }

        if (arn.Service is "sms-voice" or "social-messaging")
        {
            string where = arn.Service is "sms-voice" ? "AWS End User Messaging SMS" : "AWS End User Messaging Social";
            return Refuse($"is the ARN that the number has in {where}; it takes the ARN that it has in Amazon Connect after its import ({Example})");
        }

        return arn.Service is "connect" && !arn.IdOf("phone-number").IsEmpty
            ? source
            : Refuse($"is the ARN of something else; it takes the ARN of a Connect phone number ({Example})");

        string? Refuse(string problem)
        {
            faults.Add(ErrorIds.SourceInvalid, $"Source {DisplayText.Quoted(source)} {problem}.");
            return null;
        }
    }

    public static string? Instance(ContactDraft draft, FaultList faults)
    {
        string? id = IdOrArn(draft.InstanceId, nameof(draft.InstanceId), "instance", ApiLimits.InstanceId, faults, out _);
        if (id is null && draft.InstanceId is null && !faults.Has(ErrorIds.InstanceIdInvalid))
        {
            faults.Add(
                ErrorIds.InstanceIdMissing,
                $"InstanceId is missing{Held(draft, ContactField.InstanceId)}: the id or the ARN of the Amazon Connect instance.");
        }

        return id;
    }

    public static string? Flow(ContactDraft draft, string? instance, FaultList faults)
    {
        string? id = IdOrArn(draft.ContactFlowId, nameof(draft.ContactFlowId), "contact-flow", ApiLimits.ContactFlowId, faults, out string? ofInstance);
        if (id is null && draft.ContactFlowId is null && !faults.Has(ErrorIds.ContactFlowIdInvalid))
        {
            faults.Add(
                ErrorIds.ContactFlowIdMissing,
                $"ContactFlowId is missing{Held(draft, ContactField.ContactFlowId)}: the id or the ARN of the flow that handles the contact.");
        }

        if (instance is not null && ofInstance is not null && !string.Equals(instance, ofInstance, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(
                ErrorIds.ContactFlowIdInvalid,
                $"ContactFlowId {DisplayText.Quoted(id!)} belongs to the instance {ofInstance} by its ARN; InstanceId says {DisplayText.Quoted(instance)}.");
        }

        return id;
    }

    private static string? IdOrArn(string? value, string name, string kind, int most, FaultList faults, out string? instance)
    {
        instance = null;
        if (value is null)
            return null;
        string? id = value;
        if (value.StartsWith("arn:", StringComparison.OrdinalIgnoreCase))
        {
            bool isConnect = ConnectArn.TryParse(value, out ConnectArn arn) && arn.Service is "connect";
            id = isConnect ? TextOf(arn.IdOf(kind)) : null;
            instance = id is null ? null : TextOf(arn.IdOf("instance"));
        }
        else if (value.AsSpan().ContainsAny("/ \t\r\n"))
        {
            id = null;
        }

        if (id is null)
        {
            faults.Add(
                ErrorIds.Invalid(name),
                $"{name} {DisplayText.Quoted(value)} is neither an id nor the ARN of {(kind == "instance" ? "an instance" : "a flow")}.");
        }
        else
        {
            faults.CheckText(name, id, most);
        }

        return id;
    }

    private static string? TextOf(ReadOnlySpan<char> id) => id.IsEmpty ? null : id.ToString();

    /// <summary>Says what the column holds that a missing value is read from.</summary>
    /// <param name="draft">The row as it was read.</param>
    /// <param name="field">The field that is missing.</param>
    /// <returns>A clause in brackets; empty where no column stands for the field.</returns>
    public static string Held(ContactDraft draft, ContactField field)
    {
        if (draft.Plan is not { } plan || plan.ColumnOf(field) is not (>= 0 and int column))
            return "";
        string name = DisplayText.Quoted(draft.Row.Columns.Names[column]);
        return CellText.IsEmpty(draft.Row[column])
            ? $" (the column {name} is empty in this row)"
            : field == ContactField.Source && plan.ReadsSourceFromFrom
                ? $" (the column {name} holds {SourceReader.Held(draft.Row, plan)}, which is neither an ARN nor a phone number)"
                : "";
    }

    private static string? MissingDestination(ContactDraft draft)
    {
        Row row = draft.Row;
        if (row.Columns.Count == 0)
            return "give -Destination, or pipe rows that have it.";
        string only = row.Columns.Names[0];
        if (row.Columns.Count == 1 && only.IndexOfAny([';', '\t', '|']) is int at and >= 0)
        {
            string delimiter = only[at] == '\t' ? "`t" : only[at].ToString();
            return $"the row's only column is {DisplayText.Quoted(only)}; the file seems to separate columns otherwise: "
                + $"Import-Csv -Delimiter \"{delimiter}\".";
        }

        switch (draft.Plan)
        {
            case { LacksMappedDestination: true }:
                return null;
            case { Destinations: [int one] }:
                return $"the column {DisplayText.Quoted(row.Columns.Names[one])} is empty in this row.";
            case { Destinations: [_, ..] several }:
                return $"the columns {string.Join(", ", several.Select(i => DisplayText.Quoted(row.Columns.Names[i])))} are empty in this row.";
        }

        string columns = string.Join(", ", row.Columns.Names.Take(10).Select(DisplayText.Quoted)) + (row.Columns.Count > 10 ? ", …" : "");
        return $"none of the columns {columns} is taken for it. Call one PhoneNumber, or say which: -ColumnMap @{{ Destination = 'NAME' }}.";
    }
}
