using System.Management.Automation;
using ConnectOutbound.Commands.Defaults;
using ConnectOutbound.Commands.Parameters;
using ConnectOutbound.Commands.Rows;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Skipping;

namespace ConnectOutbound.Commands;

/// <summary>What sending and planning have in common: parameters become options, objects become rows, and rows go into the engine's pipeline.</summary>
public abstract partial class ChatCmdlet : ConnectionCmdlet
{
    private readonly PipelineRows _rows;
    private readonly PipelineThread _thread;
    private RunPipeline? _pipeline;

    /// <summary>Creates the cmdlet.</summary>
    protected ChatCmdlet()
    {
        _rows = new PipelineRows(() => CsvSource.Find(this), IsFile);
        _thread = new PipelineThread(OnIdle);
    }

    /// <summary>Whether -Verbose is on: text for it is built only then.</summary>
    private protected bool IsVerbose { get; private set; }

    /// <summary>Whether rows are to be sent, for which each needs an idempotency token.</summary>
    private protected abstract bool NeedsTokens { get; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        IsVerbose = MyInvocation.BoundParameters.TryGetValue("Verbose", out object? verbose)
            ? ((SwitchParameter)verbose).IsPresent
            : LanguagePrimitives.TryConvertTo(SessionState.PSVariable.GetValue("VerbosePreference"), out ActionPreference preference)
                && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
        Guarded(Begin);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (MyInvocation.ExpectingInput)
        {
            Add(_rows.ReadPiped(InputObject));
            return;
        }

        foreach (Row row in _rows.ReadArgument(InputObject, MyInvocation.BoundParameters.ContainsKey(nameof(InputObject))))
            Add(row);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() =>
        Guarded(() => _thread.Run((Pipeline: _pipeline!, Stopped), static run => run.Pipeline.CompleteAsync(run.Stopped), Stopped));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _pipeline?.Dispose();
            _templates?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Makes what prepared rows go into: it sends them, or plans them.</summary>
    /// <param name="skip">Which rows are skipped.</param>
    /// <returns>The stage.</returns>
    private protected abstract IRowStage CreateStage(SkipOptions skip);

    /// <summary>Called now and then while a row is waited for.</summary>
    private protected virtual void OnIdle()
    {
    }

    private void Begin()
    {
        RunRules.CheckInput(MyInvocation.ExpectingInput, MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)), InputObject);
        RunRules.Check(RunName, KeyColumn, JournalPath, ClientToken, DuplicateAction);
        TakeDefaultRate();
        if (IsVerbose)
            SayDefaults();
        SkipOptions skip = ReadSkipOptions();
        FindRun();
        PreparationOptions options = Preparation();
        RowPreparer preparer = _thread.Run(() => RowPreparer.CreateAsync(options, Stopped), Stopped);
        try
        {
            _pipeline = new RunPipeline(preparer, CreateStage(skip));
        }
        catch
        {
            preparer.Dispose();
            throw;
        }
    }

    private PreparationOptions Preparation()
    {
        IReadOnlyDictionary<ContactField, object> arguments = ArgumentReader.Read(MyInvocation.BoundParameters);
        return new PreparationOptions
        {
            Mapping = new MappingOptions
            {
                Arguments = arguments,
                // Their names are looked up with the first row: rows may have all that they need.
                Defaults = DefaultFields.Select(Defaults, arguments),
                ColumnMap = ArgumentReader.ColumnMap(ColumnMap),
                AttributeColumns = AttributeColumn ?? [],
                KeyColumn = _binding?.KeyColumn is { Length: > 0 } column ? column : null,
                IsKeyColumnOfRun = KeyColumn is null,
                DefaultCountry = DefaultCountry,
                AllowFreeText = AllowFreeText,
                ReadsTimeZone = QuietHours is not null,
            },
            RunName = RunName,
            NeedsTokens = NeedsTokens,
            OpenCatalog = OpenCatalog,
            Templates = CheckTemplate ? Templates() : null,
            Warn = Warn,
            Inform = Inform,
            IsStop = static error => error is OperationCanceledException or PipelineStoppedException,
        };
    }

    private void Add(Row row)
    {
        try
        {
            _thread.Run(
                (Pipeline: _pipeline!, Row: row, _rows.AreOfFile, Stopped),
                static run => run.Pipeline.AddAsync(run.Row, run.AreOfFile, run.Stopped),
                Stopped);
        }
        catch (Exception e) when (IsEnd(e))
        {
            End(e);
        }
    }

    private bool IsFile(string name)
    {
        try
        {
            return Path.Exists(GetUnresolvedProviderPathFromPSPath(name));
        }
        catch (Exception e) when (e is SessionStateException or PSArgumentException or PSInvalidOperationException or NotSupportedException)
        {
            // Such as text that begins like a drive.
            return false;
        }
    }

    private protected void Warn(string warning)
    {
        using PipelineThread.Scope outside = PipelineThread.Leave();
        WriteWarning(PhoneMask.MaskAll(warning));
    }

    private void Inform(string text)
    {
        if (!IsVerbose)
            return;
        using PipelineThread.Scope outside = PipelineThread.Leave();
        WriteVerbose(PhoneMask.MaskAll(text));
    }
}
