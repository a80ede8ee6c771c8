using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace ConnectOutbound.Commands.Rows;

/// <summary>Tells whether a cmdlet's input comes straight from a reader of CSV, so that nothing can have added columns to single rows.</summary>
internal static class CsvSource
{
    /// <summary>Looks at the statement that is being run. Whatever is not certain counts as something else.</summary>
    /// <param name="cmdlet">A cmdlet that is just being given an object.</param>
    /// <returns>The command before it in the pipeline, where that is a reader of CSV itself.</returns>
    public static RowSource Find(PSCmdlet cmdlet)
    {
        InvocationInfo invocation = cmdlet.MyInvocation;
        if (!invocation.ExpectingInput || invocation.PipelinePosition < 2)
            return RowSource.Other;

        // Were a function or a script block the one that emits, then its own statement would be the innermost.
        string? statement = Runspace.DefaultRunspace?.Debugger?.GetCallStack().FirstOrDefault()?.Position?.Text;
        if (statement is null)
            return RowSource.Other;
        Ast parsed = Parser.ParseInput(statement, out _, out ParseError[] errors);
        if (errors.Length > 0)
            return RowSource.Other;

        RowSource? source = null;
        foreach (PipelineAst pipeline in parsed.FindAll(static ast => ast is PipelineAst, searchNestedScriptBlocks: true).Cast<PipelineAst>())
        {
            for (int i = 0; i < pipeline.PipelineElements.Count; i++)
            {
                if (!IsNamed(pipeline.PipelineElements[i], invocation.InvocationName))
                    continue;
                RowSource before = i == 0 ? RowSource.Other : SourceOf(pipeline.PipelineElements[i - 1], cmdlet);
                if (before == RowSource.Other || (source is not null && source != before))
                    return RowSource.Other;
                source = before;
            }
        }

        return source ?? RowSource.Other;
    }

    private static bool IsNamed(CommandBaseAst element, string name) =>
        element is CommandAst command && string.Equals(command.GetCommandName(), name, StringComparison.OrdinalIgnoreCase);

    private static RowSource SourceOf(CommandBaseAst element, PSCmdlet cmdlet)
    {
        if ((element as CommandAst)?.GetCommandName() is not string name)
            return RowSource.Other;
        CommandInfo? command = cmdlet.SessionState.InvokeCommand.GetCommand(name, CommandTypes.All);
        if (command is AliasInfo alias)
            command = alias.ResolvedCommand;
        return (command as CmdletInfo)?.ImplementingType.FullName switch
        {
            "Microsoft.PowerShell.Commands.ImportCsvCommand" => RowSource.ImportCsv,
            "Microsoft.PowerShell.Commands.ConvertFromCsvCommand" => RowSource.ConvertFromCsv,
            _ => RowSource.Other,
        };
    }
}
