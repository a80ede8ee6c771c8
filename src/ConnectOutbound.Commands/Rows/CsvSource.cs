using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace ConnectOutbound.Commands.Rows;

/// <summary>Tells whether a cmdlet's input comes straight from Import-Csv or ConvertFrom-Csv, so that nothing can have added columns to single rows.</summary>
internal static class CsvSource
{
    /// <summary>Looks at the statement that is being run. Whatever is not certain counts as no.</summary>
    /// <param name="cmdlet">A cmdlet that is just being given an object.</param>
    /// <returns>True where the command before it in the pipeline is the reader of CSV itself.</returns>
    public static bool IsUpstreamOf(PSCmdlet cmdlet)
    {
        InvocationInfo invocation = cmdlet.MyInvocation;
        if (!invocation.ExpectingInput || invocation.PipelinePosition < 2)
            return false;

        // Were a function or a script block the one that emits, then its own statement would be the innermost.
        string? statement = Runspace.DefaultRunspace?.Debugger?.GetCallStack().FirstOrDefault()?.Position?.Text;
        if (statement is null)
            return false;
        Ast parsed = Parser.ParseInput(statement, out _, out ParseError[] errors);
        if (errors.Length > 0)
            return false;

        bool found = false;
        foreach (PipelineAst pipeline in parsed.FindAll(static ast => ast is PipelineAst, searchNestedScriptBlocks: true).Cast<PipelineAst>())
        {
            for (int i = 0; i < pipeline.PipelineElements.Count; i++)
            {
                if (!IsNamed(pipeline.PipelineElements[i], invocation.InvocationName))
                    continue;
                if (i == 0 || !IsCsvReader(pipeline.PipelineElements[i - 1], cmdlet))
                    return false;
                found = true;
            }
        }

        return found;
    }

    private static bool IsNamed(CommandBaseAst element, string name) =>
        element is CommandAst command && string.Equals(command.GetCommandName(), name, StringComparison.OrdinalIgnoreCase);

    private static bool IsCsvReader(CommandBaseAst element, PSCmdlet cmdlet)
    {
        if ((element as CommandAst)?.GetCommandName() is not string name)
            return false;
        CommandInfo? command = cmdlet.SessionState.InvokeCommand.GetCommand(name, CommandTypes.All);
        if (command is AliasInfo alias)
            command = alias.ResolvedCommand;
        return command is CmdletInfo { ImplementingType.FullName: "Microsoft.PowerShell.Commands.ImportCsvCommand" or "Microsoft.PowerShell.Commands.ConvertFromCsvCommand" };
    }
}
