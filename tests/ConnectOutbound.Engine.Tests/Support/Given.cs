using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Tests.Support;

/// <summary>Rows and arguments that are valid unless a test says otherwise.</summary>
internal static class Given
{
    public const string Instance = "11111111-2222-3333-4444-555555555555";
    public const string Flow = "f0000000-0000-0000-0000-000000000001";
    public const string Source = "arn:aws:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001";
    public const string Number = "+12065550100";

    public static Dictionary<ContactField, object> Arguments(params (ContactField Field, object Value)[] more)
    {
        var arguments = new Dictionary<ContactField, object>
        {
            [ContactField.InstanceId] = Instance,
            [ContactField.ContactFlowId] = Flow,
            [ContactField.Source] = Source,
            [ContactField.Channel] = OutboundChannel.SMS,
        };
        foreach ((ContactField field, object value) in more)
            arguments[field] = value;
        return arguments;
    }

    public static MappingOptions Options(params (ContactField Field, object Value)[] more) => new() { Arguments = Arguments(more) };

    public static Row Row(params (string Column, object? Cell)[] cells) => Row(1, cells);

    public static Row Row(long number, params (string Column, object? Cell)[] cells) =>
        new(number, new ColumnSet(cells.Select(cell => cell.Column)), [.. cells.Select(cell => cell.Cell)], $"input {number}");

    public static CheckedRow Read(MappingOptions options, params (string Column, object? Cell)[] cells) => new RowReader(options).Read(Row(cells));

    /// <summary>A valid row with a cell or two of its own.</summary>
    public static CheckedRow Valid(params (string Column, object? Cell)[] more) => Read(Options(), [("PhoneNumber", Number), .. more]);

    public static CheckedRow ValidRow(long number) => new RowReader(Options()).Read(Row(number, ("PhoneNumber", $"+1206{5_000_000 + number}")));

    public static string[] Kinds(CheckedRow row) => [.. row.Faults.Select(fault => fault.Kind)];
}
