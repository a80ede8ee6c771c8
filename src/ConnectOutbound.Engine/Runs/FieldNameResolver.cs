using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Replaces names by ids in what arguments, defaults and rows give. The lists are read when the first name is met.</summary>
/// <param name="open">Opens the lists.</param>
/// <param name="onFound">Called with each name that holds for every row, and its id.</param>
internal sealed class FieldNameResolver(Func<ResourceDirectory> open, Action<ContactField, string, string> onFound) : IDisposable
{
    private ResourceDirectory? _directory;
    private NameResolver? _names;

    /// <summary>Looks up the names of a row.</summary>
    /// <param name="draft">The row as it was read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The row with ids; names that cannot be found are its faults.</returns>
    /// <exception cref="OutboundException">The lists cannot be read.</exception>
    public ValueTask<ContactDraft> ResolveAsync(ContactDraft draft, CancellationToken cancellationToken) =>
        NameResolver.AreIn(draft) ? Names().ResolveAsync(draft, cancellationToken) : new ValueTask<ContactDraft>(draft);

    /// <summary>
    /// Looks up the names that arguments give. A flow or a number belongs to an instance; if each row brings its own, they are looked up with the
    /// row.
    /// </summary>
    /// <param name="given">Values by field.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The values, names replaced.</returns>
    /// <exception cref="OutboundException">A name cannot be found, or the lists cannot be read.</exception>
    public async Task<Dictionary<ContactField, object>> ResolveAsync(IReadOnlyDictionary<ContactField, object> given, CancellationToken cancellationToken)
    {
        var values = new Dictionary<ContactField, object>(given);
        if (Name(ContactField.InstanceId, NameResolver.IsName) is string alias)
        {
            values[ContactField.InstanceId] = await FindAsync(
                ContactField.InstanceId,
                alias,
                Names().InstanceAsync(alias, cancellationToken)).ConfigureAwait(false);
        }

        if (values.GetValueOrDefault(ContactField.InstanceId) is not string instance)
            return values;
        if (Name(ContactField.ContactFlowId, NameResolver.IsName) is string flow)
        {
            values[ContactField.ContactFlowId] = await FindAsync(
                ContactField.ContactFlowId,
                flow,
                Names().FlowAsync(flow, instance, cancellationToken)).ConfigureAwait(false);
        }

        // A number may serve both channels, by two ARNs.
        if (values.GetValueOrDefault(ContactField.Channel) is OutboundChannel channel && Name(ContactField.Source, NameResolver.IsNumber) is string number)
        {
            values[ContactField.Source] = await FindAsync(
                ContactField.Source,
                number,
                Names().SourceAsync(number, instance, channel, cancellationToken)).ConfigureAwait(false);
        }

        return values;

        string? Name(ContactField field, Func<string?, bool> isName) => values.GetValueOrDefault(field) is string text && isName(text) ? text : null;
    }

    /// <summary>Looks up the names of the first row that the rows do not give themselves: a name that is wrong there is wrong for all.</summary>
    /// <param name="draft">The row as it was read.</param>
    /// <param name="isFromRows">Whether the rows have a column for a field. If rows bring their instances, each is looked up by itself.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>When they are found.</returns>
    /// <exception cref="OutboundException">A name cannot be found, or the lists cannot be read.</exception>
    public async Task CheckAsync(ContactDraft draft, Func<ContactField, bool> isFromRows, CancellationToken cancellationToken)
    {
        if (draft.InstanceId is not string instance || isFromRows(ContactField.InstanceId))
            return;
        if (NameResolver.IsName(instance))
            instance = await FindAsync(ContactField.InstanceId, instance, Names().InstanceAsync(instance, cancellationToken)).ConfigureAwait(false);
        if (draft.ContactFlowId is string flow && NameResolver.IsName(flow) && !isFromRows(ContactField.ContactFlowId))
            await FindAsync(ContactField.ContactFlowId, flow, Names().FlowAsync(flow, instance, cancellationToken)).ConfigureAwait(false);
        if (draft.Source is not string number || !NameResolver.IsNumber(number) || isFromRows(ContactField.Source))
            return;
        OutboundChannel? channel = isFromRows(ContactField.Channel) ? null : draft.Channel;
        try
        {
            await FindAsync(ContactField.Source, number, Names().SourceAsync(number, instance, channel, cancellationToken)).ConfigureAwait(false);
        }
        catch (OutboundException e) when (channel is null && e.Id == ErrorIds.PhoneNumberAmbiguous)
        {
            // Each row says by its channel which of them it means.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _directory?.Dispose();

    private async Task<string> FindAsync(ContactField field, string name, Task<string> find)
    {
        try
        {
            string id = await find.ConfigureAwait(false);
            onFound(field, name, id);
            return id;
        }
        catch (OutboundException e)
        {
            throw e.OfParameter(field.ToString());
        }
    }

    private NameResolver Names() => _names ??= new NameResolver(_directory = open());
}
