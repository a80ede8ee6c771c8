using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;
using System.Threading;

namespace ConnectOutbound.Examples;

/// <summary>A user at a prompt who keeps what is shown, and answers every question with its first choice: yes.</summary>
public sealed class ExampleHost : PSHost
{
    private readonly Screen _screen = new Screen();

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Examples";

    public override Version Version => new Version(1, 0);

    public override PSHostUserInterface UI => _screen;

    /// <summary>Whether the window is gone: writing to it throws.</summary>
    public bool IsClosed { get => _screen.IsClosed; set => _screen.IsClosed = value; }

    /// <summary>What was shown since the last time, questions with their answers included.</summary>
    public string TakeText() => _screen.TakeText();

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }

    private sealed class Screen : PSHostUserInterface
    {
        private readonly StringBuilder _text = new StringBuilder();
        private readonly object _gate = new object();

        public bool IsClosed { get; set; }

        // None: the width is chosen where the output is formatted.
        public override PSHostRawUserInterface RawUI => null;

        public string TakeText()
        {
            lock (_gate)
            {
                string text = _text.ToString();
                _text.Clear();
                return text;
            }
        }

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            WriteLine(caption);
            WriteLine(message);
            return 0;
        }

        public override void Write(string value)
        {
            lock (_gate)
            {
                _text.Append(value);
            }
        }

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

        public override void WriteLine(string value)
        {
            if (IsClosed)
            {
                throw new InvalidOperationException("The window is closed.");
            }

            Write(value + "\n");
        }

        public override void WriteDebugLine(string message)
        {
        }

        public override void WriteErrorLine(string value)
        {
        }

        public override void WriteVerboseLine(string message)
        {
        }

        public override void WriteWarningLine(string message)
        {
        }

        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
        }

        public override string ReadLine() => throw new NotSupportedException();

        public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
            throw new NotSupportedException();

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
            throw new NotSupportedException();

        public override PSCredential PromptForCredential(
            string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
            throw new NotSupportedException();
    }
}
