using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Commands.Chat;

/// <summary>Puts ids in the place of names, in what holds for every row. The lists are read when the first name is met.</summary>
/// <param name="open">Opens the lists.</param>
/// <param name="onFound">Told of each name and its id.</param>
/// <param name="stop">Ends what waits.</param>
internal sealed class FieldNameResolver(Func<ResourceDirectory> open, Action<ContactField, string, string> onFound, CancellationToken stop) : IDisposable
{
    private ResourceDirectory? _directory;
    private NameResolver? _names;

    /// <summary>Looks up what a row says.</summary>
    /// <param name="draft">The row as it was read.</param>
    /// <returns>The row with ids; names that cannot be found are its faults.</returns>
    /// <exception cref="OutboundException">The lists cannot be read at all.</exception>
    public ValueTask<ContactDraft> ResolveAsync(ContactDraft draft) => NameResolver.AreIn(draft) ? Names().ResolveAsync(draft, stop) : new ValueTask<ContactDraft>(draft);

    /// <summary>Looks up what holds for every row. A flow or a number belongs to an instance; where each row brings its own, they are looked up with the row.</summary>
    /// <param name="given">Values by field.</param>
    /// <param name="channel">The channel of all rows, where it is known: a number may serve two by two ARNs.</param>
    /// <param name="failed">Set to the field that could not be found.</param>
    /// <returns>The values, names replaced.</returns>
    /// <exception cref="OutboundException">A name cannot be found, or the lists cannot be read.</exception>
    public async Task<Dictionary<ContactField, object>> ResolveAsync(IReadOnlyDictionary<ContactField, object> given, OutboundChannel? channel, Action<ContactField> failed)
    {
        var values = new Dictionary<ContactField, object>(given);
        if (Name(ContactField.InstanceId, NameResolver.IsName) is string alias)
            await PutAsync(ContactField.InstanceId, alias, Names().InstanceAsync(alias, stop)).ConfigureAwait(false);
        if (values.GetValueOrDefault(ContactField.InstanceId) is not string instance)
            return values;
        if (Name(ContactField.ContactFlowId, NameResolver.IsName) is string flow)
            await PutAsync(ContactField.ContactFlowId, flow, Names().FlowAsync(flow, instance, stop)).ConfigureAwait(false);
        if (channel is not null && Name(ContactField.Source, NameResolver.IsNumber) is string number)
            await PutAsync(ContactField.Source, number, Names().SourceAsync(number, instance, channel, stop)).ConfigureAwait(false);
        return values;

        string? Name(ContactField field, Func<string?, bool> isOne) => values.GetValueOrDefault(field) is string text && isOne(text) ? text : null;

        async Task PutAsync(ContactField field, string name, Task<string> find)
        {
            failed(field);
            string id = await find.ConfigureAwait(false);
            values[field] = id;
            onFound(field, name, id);
        }
    }

    /// <summary>Looks up what the first row says and the rows do not say themselves: a name that is wrong there is wrong for all.</summary>
    /// <param name="draft">The row as it was read.</param>
    /// <param name="ofRows">Whether the rows have a column for a field. Of rows that bring their instances each is looked up by itself.</param>
    /// <param name="failed">Set to the field that could not be found.</param>
    /// <returns>The names that were found, and their ids.</returns>
    /// <exception cref="OutboundException">A name cannot be found, or the lists cannot be read.</exception>
    public async Task<IReadOnlyList<(ContactField Field, string Name, string Id)>> CheckAsync(ContactDraft draft, Func<ContactField, bool> ofRows, Action<ContactField> failed)
    {
        var found = new List<(ContactField, string, string)>();
        if (!NameResolver.AreIn(draft) || draft.InstanceId is not string instance || ofRows(ContactField.InstanceId))
            return found;
        if (NameResolver.IsName(instance))
            instance = await FindAsync(ContactField.InstanceId, instance, Names().InstanceAsync(instance, stop)).ConfigureAwait(false);
        if (draft.ContactFlowId is string flow && NameResolver.IsName(flow) && !ofRows(ContactField.ContactFlowId))
            await FindAsync(ContactField.ContactFlowId, flow, Names().FlowAsync(flow, instance, stop)).ConfigureAwait(false);
        if (draft.Source is not string number || !NameResolver.IsNumber(number) || ofRows(ContactField.Source))
            return found;
        OutboundChannel? channel = ofRows(ContactField.Channel) ? null : draft.Channel;
        try
        {
            await FindAsync(ContactField.Source, number, Names().SourceAsync(number, instance, channel, stop)).ConfigureAwait(false);
        }
        catch (OutboundException e) when (channel is null && e.Id == ErrorIds.PhoneNumberAmbiguous)
        {
            // Each row says which of them it means: by its channel.
        }

        return found;

        async Task<string> FindAsync(ContactField field, string name, Task<string> find)
        {
            failed(field);
            string id = await find.ConfigureAwait(false);
            found.Add((field, name, id));
            return id;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _directory?.Dispose();

    private NameResolver Names() => _names ??= new NameResolver(_directory = open());
}
