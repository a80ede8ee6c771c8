using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>The same command again: what it sends, and what it does not.</summary>
public sealed class RepeatedRunTests : IDisposable
{
    private readonly NamedRun _run = new();
    private readonly SandboxServer _sandbox = NamedRun.Sandbox();

    public void Dispose()
    {
        _sandbox.Dispose();
        _run.Dispose();
    }

    [Fact]
    public async Task The_same_command_again_sends_nothing_and_names_the_contacts_that_exist()
    {
        NamedRun.Sent first = await _run.SendAsync(_sandbox, NamedRun.Rows(40));
        NamedRun.Sent again = await _run.SendAsync(_sandbox, NamedRun.Rows(40));

        Assert.Equal(40, first[OutboundStatus.Started]);
        Assert.Equal(40, again[OutboundStatus.AlreadyStarted]);
        Assert.Equal(40, _sandbox.RequestCount);
        Assert.Equal(
            first.Results.OrderBy(result => result.RowNumber).Select(result => result.ContactId),
            again.Results.OrderBy(result => result.RowNumber).Select(result => result.ContactId));
        Assert.All(again.Results, result => Assert.Equal(0, result.Attempts));
    }

    [Fact]
    public async Task A_corrected_message_is_not_sent_and_the_reason_says_that_it_differs()
    {
        await _run.SendAsync(_sandbox, NamedRun.Rows(1), mapping: Given.Options((ContactField.Message, "Helo")));
        NamedRun.Sent same = await _run.SendAsync(_sandbox, NamedRun.Rows(1), mapping: Given.Options((ContactField.Message, "Helo")));
        NamedRun.Sent corrected = await _run.SendAsync(_sandbox, NamedRun.Rows(1), mapping: Given.Options((ContactField.Message, "Hello")));

        Assert.DoesNotContain("differs", same.Only.Reason, StringComparison.Ordinal);
        Assert.Equal(OutboundStatus.AlreadyStarted, corrected.Only.Status);
        Assert.Contains("differs", corrected.Only.Reason, StringComparison.Ordinal);
        Assert.Equal("Helo", Assert.Single(_sandbox.Contacts).Message);
    }

    [Fact]
    public async Task Another_source_number_does_not_write_to_people_again()
    {
        await _run.SendAsync(_sandbox, NamedRun.Rows(3));
        NamedRun.Sent again = await _run.SendAsync(_sandbox, NamedRun.Rows(3), mapping: Given.Options((ContactField.Source, Given.Source[..^1] + "2")));

        Assert.Equal(3, again[OutboundStatus.AlreadyStarted]);
        Assert.All(again.Results, result => Assert.Contains("differs", result.Reason, StringComparison.Ordinal));
        Assert.Equal(3, _sandbox.RequestCount);
    }

    [Fact]
    public async Task A_row_that_was_added_is_the_only_one_that_is_sent()
    {
        await _run.SendAsync(_sandbox, NamedRun.Rows(10));
        Row[] more = [Given.Row(1, ("Phone", NamedRun.Number(11))), .. Enumerable.Range(1, 10).Select(i => Given.Row(i + 1, ("Phone", NamedRun.Number(i))))];
        NamedRun.Sent again = await _run.SendAsync(_sandbox, more);

        Assert.Equal(OutboundStatus.Started, again.Row(1).Status);
        Assert.Equal(10, again[OutboundStatus.AlreadyStarted]);
        Assert.Equal(11, _sandbox.RequestCount);
        Assert.Equal(11, _sandbox.ContactCount);
    }

    [Fact]
    public async Task Rows_that_failed_are_sent_again()
    {
        await using SandboxServer refusing = NamedRun.Sandbox(request => request.Destination == NamedRun.Number(2) ? SandboxFaultKind.InvalidRequest : null);
        NamedRun.Sent first = await _run.SendAsync(refusing, NamedRun.Rows(3));
        NamedRun.Sent again = await _run.SendAsync(_sandbox, NamedRun.Rows(3));

        Assert.Equal(OutboundStatus.Failed, first.Row(2).Status);
        Assert.Equal(OutboundStatus.Started, again.Row(2).Status);
        Assert.Equal(2, again[OutboundStatus.AlreadyStarted]);
        Assert.Equal(NamedRun.Number(2), Assert.Single(_sandbox.Contacts).Destination);
    }

    [Fact]
    public async Task Two_orders_of_one_person_are_both_sent_once_each_where_a_key_column_tells_them_apart()
    {
        MappingOptions keyed = Given.Options() with { KeyColumn = "Order" };
        Row[] rows =
        [
            Given.Row(1, ("Phone", Given.Number), ("Order", "A-1")),
            Given.Row(2, ("Phone", Given.Number), ("Order", "A-2")),
            Given.Row(3, ("Phone", Given.Number), ("Order", " A-1 ")),
        ];
        NamedRun.Sent first = await _run.SendAsync(_sandbox, rows, mapping: keyed);
        NamedRun.Sent again = await _run.SendAsync(_sandbox, rows[..2], mapping: keyed);

        Assert.Equal(OutboundStatus.Started, first.Row(1).Status);
        Assert.Equal(OutboundStatus.Started, first.Row(2).Status);
        Assert.Equal(OutboundStatus.Duplicate, first.Row(3).Status);
        Assert.Equal(2, again[OutboundStatus.AlreadyStarted]);
        Assert.Equal(2, _sandbox.ContactCount);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(1)]
    public async Task The_same_destination_twice_is_one_contact_and_one_duplicate_in_flight_and_later(int throttleLimit)
    {
        Row[] rows = [Given.Row(1, ("Phone", Given.Number)), Given.Row(2, ("Phone", "+1 (206) 555-0100"))];
        NamedRun.Sent sent = await _run.SendAsync(_sandbox, rows, options: SandboxRun.Fast with { ThrottleLimit = throttleLimit });

        Assert.Equal(OutboundStatus.Started, sent.Row(1).Status);
        Assert.Equal(OutboundStatus.Duplicate, sent.Row(2).Status);
        Assert.Contains("Row 1 ", sent.Row(2).Reason, StringComparison.Ordinal);
        Assert.Equal(1, _sandbox.RequestCount);
    }

    [Theory]
    [InlineData("  spring\t")]
    [InlineData("Fr\u00FChling", "Fru\u0308hling")]
    public async Task A_run_is_known_by_its_name_without_blanks_and_however_its_letters_are_composed(string name, string first = NamedRun.Name)
    {
        await _run.SendAsync(_sandbox, NamedRun.Rows(2), first);
        NamedRun.Sent again = await _run.SendAsync(_sandbox, NamedRun.Rows(2), name);

        Assert.Equal(2, again[OutboundStatus.AlreadyStarted]);
        Assert.Equal(2, _sandbox.RequestCount);
    }

    [Fact]
    public async Task Another_run_writes_to_the_same_people()
    {
        await _run.SendAsync(_sandbox, NamedRun.Rows(2));
        NamedRun.Sent other = await _run.SendAsync(_sandbox, NamedRun.Rows(2), "summer");

        Assert.Equal(2, other[OutboundStatus.Started]);
        Assert.Equal(4, _sandbox.ContactCount);
    }

    [Theory]
    [InlineData("Spring")]
    [InlineData("SPR ING")]
    public async Task A_name_that_differs_only_in_case_or_blanks_sends_nothing(string name)
    {
        await _run.SendAsync(_sandbox, NamedRun.Rows(2));

        OutboundException refused = await Assert.ThrowsAsync<OutboundException>(() => _run.SendAsync(_sandbox, NamedRun.Rows(2), name));

        Assert.Equal("RunNameAmbiguous", refused.Id);
        Assert.Contains("'spring' (last used ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, _sandbox.RequestCount);
    }

    [Fact]
    public async Task The_same_people_are_others_in_another_instance()
    {
        await _run.SendAsync(_sandbox, NamedRun.Rows(2));
        NamedRun.Sent other = await _run.SendAsync(
            _sandbox,
            NamedRun.Rows(2),
            mapping: Given.Options((ContactField.InstanceId, "22222222-2222-3333-4444-555555555555")));
        NamedRun.Sent byItsArn = await _run.SendAsync(
            _sandbox, NamedRun.Rows(2), mapping: Given.Options((ContactField.InstanceId, "arn:aws:connect:us-east-1:123456789012:instance/" + Given.Instance)));

        Assert.Equal(2, other[OutboundStatus.Started]);
        Assert.Equal(2, byItsArn[OutboundStatus.AlreadyStarted]);
        Assert.Equal(4, _sandbox.ContactCount);
    }

    [Fact]
    public async Task A_lost_journal_does_not_write_to_anybody_twice_within_seven_days()
    {
        NamedRun.Sent first = await _run.SendAsync(_sandbox, NamedRun.Rows(5));
        using var elsewhere = new NamedRun();
        NamedRun.Sent again = await elsewhere.SendAsync(_sandbox, NamedRun.Rows(5));

        Assert.Equal(5, again[OutboundStatus.Started]);
        Assert.Equal(5, _sandbox.ContactCount);
        Assert.Equal(first.Row(3).ContactId, again.Row(3).ContactId);
    }
}
