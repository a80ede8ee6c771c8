using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.PhoneNumbers;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>What sending and planning have in common: a row goes in, a request or its faults come out.</summary>
/// <remarks>Not thread-safe: rows are read one after the other.</remarks>
public sealed class RowReader
{
    private readonly RowMapper _mapper;
    private readonly RequestValidator _validator;

    /// <summary>Creates a reader.</summary>
    /// <param name="options">What holds for every row.</param>
    /// <param name="runName">The run's name, from which tokens are derived; null for random ones.</param>
    /// <param name="withTokens">Whether the rows are to be sent; a plan needs no tokens.</param>
    /// <exception cref="OutboundException">An argument is wrong whatever the rows are.</exception>
    public RowReader(MappingOptions options, string? runName = null, bool withTokens = true)
    {
        CheckArguments(options);
        _mapper = new RowMapper(options with { KeepsRows = runName is not null && withTokens });
        _validator = new RequestValidator(runName, options.AllowFreeText, withTokens);
    }

    private static void CheckArguments(MappingOptions options)
    {
        if (options.DefaultCountry is string country && !NumberingPlans.IsCountry(country))
        {
            throw OutboundException.Argument(
                nameof(options.DefaultCountry),
                $"-DefaultCountry {DisplayText.Quoted(country)} is no country: it takes a code of two letters (ISO 3166-1), such as US, "
                    + $"{(country.Equals("UK", StringComparison.OrdinalIgnoreCase) ? "and GB for the United Kingdom" : "GB or DE")}.");
        }

        if (options.Arguments.TryGetValue(ContactField.TimeZone, out object? zone) && !new TimeZones().TryFind(zone.ToString()!, out _, out string problem))
            throw OutboundException.Argument(nameof(ContactField.TimeZone), $"-TimeZone {DisplayText.Quoted(zone.ToString()!)} {problem}.");
    }

    /// <summary>Reads and checks a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>A request, or every fault of the row.</returns>
    public CheckedRow Read(Row row) => Check(Map(row));

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>What it says, not yet checked.</returns>
    public ContactDraft Map(Row row) => _mapper.Map(row);

    /// <summary>Checks what a row says.</summary>
    /// <param name="draft">The row as it was read.</param>
    /// <returns>A request, or every fault of the row.</returns>
    public CheckedRow Check(ContactDraft draft) => _validator.Check(draft);
}
