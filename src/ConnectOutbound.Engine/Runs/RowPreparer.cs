using System.Collections.Concurrent;
using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Templates;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>The first half of a row's way: reads it, looks its names up, validates it, and holds it against its template.</summary>
/// <remarks>
/// Rows are prepared one after the other, and everything that is not awaited runs on the caller's thread. Rows of a file may also be read and
/// validated on another thread (<see cref="BackgroundRowChecker"/>), as long as they name ids only.
/// </remarks>
public sealed class RowPreparer : IDisposable
{
    private readonly PreparationOptions _options;
    private readonly MappingOptions _mapping;
    private readonly RowReader _reader;
    private readonly FieldNameResolver _names;
    private readonly TemplateCheck? _templates;

    // Filled by any thread, emptied by the caller's.
    private readonly ConcurrentQueue<string> _warnings;
    private BackgroundRowChecker? _background;
    private bool _readsInBackground = true;
    private bool _hasCheckedNames;

    private RowPreparer(PreparationOptions options, MappingOptions mapping, FieldNameResolver names, ConcurrentQueue<string> warnings)
    {
        _options = options;
        _mapping = mapping;
        _names = names;
        _warnings = warnings;
        _reader = new RowReader(mapping, options.RunName, options.NeedsTokens);
        _templates = options.Templates is null ? null : new TemplateCheck(options.Templates);
    }

    /// <summary>Creates a preparer: looks up the names that hold for every row.</summary>
    /// <param name="options">How rows are prepared.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The preparer.</returns>
    /// <exception cref="OutboundException">An argument is wrong, a name cannot be found, or the lists cannot be read.</exception>
    public static async Task<RowPreparer> CreateAsync(PreparationOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var names = new FieldNameResolver(
            options.OpenCatalog ?? (() => throw new InvalidOperationException("Names cannot be looked up: no lists were given.")),
            (field, name, id) => options.Inform?.Invoke($"{field} '{name}' is {id}."));
        try
        {
            IReadOnlyDictionary<ContactField, object> arguments = options.OpenCatalog is null
                ? options.Mapping.Arguments
                : await names.ResolveAsync(options.Mapping.Arguments, cancellationToken).ConfigureAwait(true);
            var warnings = new ConcurrentQueue<string>();
            return new RowPreparer(options, options.Mapping with { Arguments = arguments, Warn = warnings.Enqueue }, names, warnings);
        }
        catch
        {
            names.Dispose();
            throw;
        }
    }

    /// <summary>Prepares a row, and passes on what is prepared: in the order of the input, this row or earlier ones.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isOfFile">Whether rows come without a pause, so that a row may wait for those after it.</param>
    /// <param name="next">What comes after the preparation.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>When the rows are passed on.</returns>
    /// <exception cref="OutboundException">Lists or templates cannot be read, or a name that holds for every row cannot be found.</exception>
    public ValueTask AddAsync(Row row, bool isOfFile, IRowStage next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(next);
        return isOfFile && _readsInBackground ? AddToBackgroundAsync(row, next, cancellationToken) : PassAsync(row, next, cancellationToken);
    }

    /// <summary>Passes on the rows that are still being prepared.</summary>
    /// <param name="next">What comes after the preparation.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>When they are passed on.</returns>
    /// <exception cref="OutboundException">Lists or templates cannot be read, or a name that holds for every row cannot be found.</exception>
    public async ValueTask FlushAsync(IRowStage next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (_background is not null)
            await PassAsync(_background.RestAsync(), next, cancellationToken).ConfigureAwait(true);
    }

    /// <inheritdoc/>
    public void Dispose() => _names.Dispose();

    private ValueTask AddToBackgroundAsync(Row row, IRowStage next, CancellationToken cancellationToken)
    {
        _background ??= new BackgroundRowChecker(TryCheck);
        ValueTask<CheckedBatch> added = _background.AddAsync(row);
        return added is { IsCompletedSuccessfully: true, Result: { Checked.Count: 0, Left.Count: 0 } }
            ? ValueTask.CompletedTask
            : PassAsync(added, next, cancellationToken);
    }

    // On another thread nothing is looked up and nothing is written.
    private CheckedRow? TryCheck(Row row)
    {
        try
        {
            ContactDraft draft = _reader.Map(row);
            return NameResolver.AreIn(draft) ? null : _reader.Check(draft);
        }
#pragma warning disable CA1031 // The channel for defects.
        catch (Exception e) when (!_options.IsStop(e))
#pragma warning restore CA1031
        {
            return Broken(row, e);
        }
    }

    private async ValueTask PassAsync(ValueTask<CheckedBatch> added, IRowStage next, CancellationToken cancellationToken)
    {
        CheckedBatch batch = await added.ConfigureAwait(true);
        WriteWarnings();
        foreach (CheckedRow row in batch.Checked)
            await next.AddAsync(await WithTemplateAsync(row, next, cancellationToken).ConfigureAwait(true), cancellationToken).ConfigureAwait(true);
        if (batch.Left.Count == 0)
            return;
        (_background, _readsInBackground) = (null, false);
        foreach (Row row in batch.Left)
            await PassAsync(row, next, cancellationToken).ConfigureAwait(true);
    }

    private async ValueTask PassAsync(Row row, IRowStage next, CancellationToken cancellationToken) =>
        await next.AddAsync(await PrepareAsync(row, next, cancellationToken).ConfigureAwait(true), cancellationToken).ConfigureAwait(true);

    private async ValueTask<CheckedRow> PrepareAsync(Row row, IRowStage next, CancellationToken cancellationToken)
    {
        CheckedRow prepared;
        try
        {
            ContactDraft draft = _reader.Map(row);
            WriteWarnings();
            prepared = _reader.Check(await WithIdsAsync(draft, next, cancellationToken).ConfigureAwait(true));
        }
#pragma warning disable CA1031 // The channel for defects.
        catch (Exception e) when (e is not OutboundException && !_options.IsStop(e))
#pragma warning restore CA1031
        {
            return Broken(row, e);
        }

        return await WithTemplateAsync(prepared, next, cancellationToken).ConfigureAwait(true);
    }

    // A row may name its instance, flow or number; ids, which are usual, cost nothing here.
    private async ValueTask<ContactDraft> WithIdsAsync(ContactDraft draft, IRowStage next, CancellationToken cancellationToken)
    {
        if (next.IsStopped || !NameResolver.AreIn(draft))
        {
            _hasCheckedNames |= draft.Row.Unreadable is null;
            return draft;
        }

        if (!_hasCheckedNames)
        {
            _hasCheckedNames = true;
            await CheckNamesAsync(draft, next, cancellationToken).ConfigureAwait(true);
        }

        try
        {
            return await _names.ResolveAsync(draft, cancellationToken).ConfigureAwait(true);
        }
        catch (OutboundException e) when (e.Parameter is null && e.Scope == ErrorScope.Run && e.Kind is not null)
        {
            next.Refuse(e);
            return draft;
        }
    }

    // A name that is an argument or a default is wrong for every row: the command ends before anything is sent.
    private async ValueTask CheckNamesAsync(ContactDraft draft, IRowStage next, CancellationToken cancellationToken)
    {
        try
        {
            await _names.CheckAsync(draft, field => RowFields.IsFromRows(field, draft.Row.Columns, _mapping), cancellationToken).ConfigureAwait(true);
        }
        catch (OutboundException e) when (e.Parameter is null && e.Scope == ErrorScope.Run && e.Kind is not null)
        {
            next.Refuse(e);
        }
    }

    private async ValueTask<CheckedRow> WithTemplateAsync(CheckedRow row, IRowStage next, CancellationToken cancellationToken)
    {
        if (_templates is null || !row.IsValid || next.IsStopped)
            return row;
        try
        {
            return await _templates.CheckAsync(row, cancellationToken).ConfigureAwait(true);
        }
        catch (OutboundException e)
        {
            next.Refuse(e);
            return row;
        }
    }

    // A row that meets a defect of the module is invalid; the others go on.
    private CheckedRow Broken(Row row, Exception error) => new()
    {
        Row = row,
        RunName = _options.RunName,
        Faults = [new RowFault(ErrorIds.InternalError, Defect.Describe(error))],
    };

    private void WriteWarnings()
    {
        while (_warnings.TryDequeue(out string? warning))
            _options.Warn?.Invoke(warning);
    }
}
