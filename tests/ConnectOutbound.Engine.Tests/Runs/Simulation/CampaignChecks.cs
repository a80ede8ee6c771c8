using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>What must be true after a command, by what the documents promise.</summary>
/// <param name="service">What was sent, and to whom.</param>
internal sealed class CampaignChecks(CampaignService service)
{
    // In which campaigns the run of a contact knew of it: an old one may be reported as new only while it was in doubt.
    private readonly HashSet<(string Contact, string Epoch)> _reported = [];

    public static void Check(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }

    /// <summary>Checks what a command did, and what it said.</summary>
    /// <param name="command">The command.</param>
    /// <param name="pairs">Each row with its result.</param>
    /// <param name="warnings">What the user heard at the end.</param>
    /// <param name="existing">How many contacts there were before.</param>
    public void CheckCommand(
        CampaignCommand command,
        IReadOnlyList<(CampaignRow Row, OutboundContact Result)> pairs,
        IReadOnlyList<string> warnings,
        int existing)
    {
        foreach ((CampaignRow row, OutboundContact result) in pairs)
        {
            CheckWritten(command, row, result, existing);
            CheckResult(command, row, result, existing);
        }

        foreach ((CampaignRow row, OutboundContact result) in pairs)
        {
            // What is said by the saved result alone, the run does not know.
            if (result.Status == OutboundStatus.Started || (result.Status == OutboundStatus.AlreadyStarted && !row.IsStarted))
                _reported.Add((result.ContactId!, command.Epoch));
        }

        CheckWorld();
        CheckWarnings(command, pairs, warnings);
    }

    /// <summary>Makes copies of the rows that know what became of them.</summary>
    /// <param name="command">The command.</param>
    /// <param name="pairs">Each row with its result.</param>
    /// <param name="existing">How many contacts there were before.</param>
    /// <returns>The copies with their results.</returns>
    public (CampaignRow Row, OutboundContact Result)[] Remember(
        CampaignCommand command,
        IReadOnlyList<(CampaignRow Row, OutboundContact Result)> pairs,
        int existing)
    {
        return [.. pairs.Select(pair => (pair.Row.After(pair.Result, command.SendStarted, ContactsOf(pair), TwinsOf(pair.Result)), pair.Result))];

        IEnumerable<string> ContactsOf((CampaignRow Row, OutboundContact Result) pair) => service.Contacts
            .Where((contact, i) => contact.Id == pair.Result.ContactId
                || (pair.Result.Status == OutboundStatus.Unknown && contact.Token == pair.Result.ClientToken
                    && contact.Epoch == command.Epoch)
                || (i >= existing && contact.Line == pair.Row.Line))
            .Select(contact => contact.Id);

        IEnumerable<string> TwinsOf(OutboundContact duplicate) => service.Contacts
            .Where((contact, i) => contact.Destination == duplicate.Destination
                && (i >= existing || pairs.Any(pair => pair.Result.ContactId == contact.Id)))
            .Select(contact => contact.Id);
    }

    // By the results alone, whatever run they come from and go to. Only -SendStarted allows a second contact.
    private void CheckWritten(CampaignCommand command, CampaignRow row, OutboundContact result, int existing)
    {
        CampaignContact[] written = [.. service.Contacts.Skip(existing).Where(contact => contact.Line == row.Line)];
        Check(written.Length <= 1, $"row {result.RowNumber} was written to twice by one command");
        Check(written.All(contact => contact.Destination == row.Number), $"row {result.RowNumber} was written to at another number");
        if (written.Length == 0 || !row.IsSaved || (command.SendStarted && row.IsStarted))
            return;
        // Without a name a saved token is used where the command sends, and another place does not know it.
        CampaignContact[] before =
        [
            .. service.Contacts.Take(existing).Where(contact => row.Contacts.Contains(contact.Id)
                && (contact.Place == command.Place || command.Name is not null || !row.IsInDoubt)),
        ];
        Check(before.Length == 0, $"row {result.RowNumber} was written to again, by {string.Join(", ", written.Concat(before))}");
        bool isTwin = !command.SendStarted && !row.HasChanged && !row.IsInDoubt && written[0].Key.Length == 0
            && service.Contacts.Any(contact => row.Twins.Contains(contact.Id) && contact.Destination == row.Number);
        Check(!isTwin, $"row {result.RowNumber} was a duplicate and was written to, too");
    }

    private void CheckResult(CampaignCommand command, CampaignRow row, OutboundContact result, int existing)
    {
        string what = $"row {result.RowNumber} is {result.Status} {result.ErrorCode} {result.ContactId}";
        int at = service.Contacts.FindIndex(contact => contact.Id == result.ContactId);
        CampaignContact? contact = at < 0 ? null : service.Contacts[at];
        bool isOfRun = contact is not null && contact.Token == command.TokenOf(row) && contact.Place == command.Place;
        switch (result.Status)
        {
            case OutboundStatus.Started:
                Check(contact?.Place == command.Place, $"{what}, which does not exist there");
                Check(contact!.Destination == result.Destination || row.IsChangeHidden, $"{what}, which is somebody else's");
                // An old contact: of this run, in doubt or from before the run was removed; or that of the saved result in doubt.
                Check(
                    at >= existing
                        ? contact.Line == row.Line
                        : (isOfRun && !_reported.Contains((contact.Id, command.Epoch)))
                            || (command.Name is null && row.IsInDoubt && contact.Token == row.Token),
                    $"{what}, and nothing was sent");
                break;
            case OutboundStatus.AlreadyStarted:
                Check(contact is not null, $"{what}, which does not exist");
                Check(contact!.Destination == result.Destination || row.IsChangeHidden, $"{what}, which is somebody else's");
                Check(isOfRun || (row.IsStarted && !command.SendStarted && row.Contacts.Contains(contact.Id)), $"{what}, which is no contact of the row");
                break;
            case OutboundStatus.Failed or OutboundStatus.NotSent:
                Check(
                    !service.Contacts.Any(other => other.Place == command.Place && other.Destination == result.Destination
                        && other.Epoch == command.Epoch && other.Key == command.KeyOf(row.Order, row.Ticket)),
                    $"{what}, and its contact exists");
                Check(row.Contacts.Count == 0 || (command.SendStarted && row.IsStarted), $"{what}, and a contact of it exists");
                break;
            case OutboundStatus.Unknown:
                break;
            case OutboundStatus.Duplicate:
                break;
            case OutboundStatus.Invalid when result.ErrorCode == ErrorIds.DestinationChanged:
                Check(row.HasChanged && (row.IsInDoubt || (row.IsStarted && !command.SendStarted)), $"{what}: {result.Reason}");
                break;
            case OutboundStatus.Invalid when result.ErrorCode == ErrorIds.TokenOfOtherRun:
                Check(row.IsInDoubt && command.Name is not null && row.Token != command.TokenOf(row), $"{what}: {result.Reason}");
                break;
            default:
                Check(false, $"{what}: {result.Reason}");
                break;
        }
    }

    // Within a campaign, as a person means it, whatever slips there were: until its run is removed.
    private void CheckWorld()
    {
        foreach (IGrouping<string, CampaignContact> campaign in service.Contacts.GroupBy(contact => contact.Epoch))
        {
            Check(campaign.Select(contact => contact.Place).Distinct().Count() == 1, $"{campaign.Key} is in two places");
            foreach (IGrouping<string, CampaignContact> person in campaign.GroupBy(contact => contact.Destination))
            {
                Check(person.Select(contact => contact.Key).Distinct().Count() == person.Count(), $"{person.Key} was written to twice");
                Check(person.Count() == 1 || person.All(contact => contact.Key.Length > 0), $"{person.Key} was written to with a key and without");
            }
        }
    }

    private static void CheckWarnings(
        CampaignCommand command,
        IReadOnlyList<(CampaignRow Row, OutboundContact Result)> pairs,
        IReadOnlyList<string> warnings)
    {
        CheckWarning("other content", pair => pair.Result.Reason!.Contains("differs", StringComparison.Ordinal));
        CheckWarning("-SendStarted", pair => pair.Row.IsStarted && !command.SendStarted);

        void CheckWarning(string part, Func<(CampaignRow Row, OutboundContact Result), bool> isCounted)
        {
            int count = pairs.Count(pair => pair.Result.Status == OutboundStatus.AlreadyStarted && isCounted(pair));
            string? warning = warnings.SingleOrDefault(text => text.Contains(part, StringComparison.Ordinal));
            Check(
                count == 0 ? warning is null : warning?.StartsWith($"{count} row", StringComparison.Ordinal) == true,
                $"{count} rows for the warning of {part}, and the warning is: {warning}");
        }
    }
}
