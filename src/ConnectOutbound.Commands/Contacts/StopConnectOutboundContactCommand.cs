using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Engine.Contacts;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Commands.Contacts;

/// <summary>Ends contacts (StopContact).</summary>
[Cmdlet(VerbsLifecycle.Stop, "ConnectOutboundContact", DefaultParameterSetName = InputSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(void), typeof(PSObject))]
public sealed class StopConnectOutboundContactCommand : ContactCmdlet<bool>
{
    /// <summary>Emits the input objects with ConnectState added: Stopped or NotActive.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Activity => "Ending outbound contacts";

    private protected override string WhatBecameOfSkipped => PassThru ? "they came out as they are" : base.WhatBecameOfSkipped;

    private protected override Task<bool> CallAsync(ContactReference contact, CancellationToken cancellationToken) =>
        Directory.StopAsync(contact, cancellationToken);

    private protected override void Submit(ContactReference contact)
    {
        if (ShouldProcess($"contact {contact.ContactId} of instance {contact.InstanceId}", "End"))
            base.Submit(contact);
    }

    private protected override void OnUnasked(object? input, string? contactId)
    {
        if (PassThru)
            WriteObject(PassThruObject.Create(input, contactId, (string?)null));
    }

    private protected override void Emit(ContactAnswer<bool> answer)
    {
        ContactReference contact = answer.Contact;
        if (answer.Error is null)
            WriteVerbose(answer.Value ? $"Contact {contact.ContactId} was ended." : $"Contact {contact.ContactId} had ended before: there was nothing to end.");
        if (PassThru && answer.Error is not { Scope: ErrorScope.Run })
            WriteObject(PassThruObject.Create(contact.Input, contact.ContactId, answer.Error is not null ? null : answer.Value ? "Stopped" : "NotActive"));
        if (answer.Error is not null)
            Report(contact, answer.Error);
    }
}
