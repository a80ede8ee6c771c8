# The types that scripts see are in ConnectOutbound.dll, in the default load context; everything else (the cmdlets, the engine, the AWS SDK)
# is in a load context of the module's own, so that no other module's assemblies are disturbed and none disturb these. Cmdlets only here: the
# first call of a .NET method in a session costs 30 ms.
try {
    Import-Module "$PSScriptRoot/bin/ConnectOutbound.Loader.dll"
    # A binary module that stays loaded would export nothing to the next import (PowerShell issue 20710).
    $inner = Initialize-ConnectOutboundModule -Folder "$PSScriptRoot/bin/private" -OnRemove {
        $inner.ImplementingAssembly.GetType('ConnectOutbound.Commands.Sandboxes.SandboxRegistry')::StopAll()
        Remove-Module -ModuleInfo $inner -Force
    } | Import-Module -PassThru -DisableNameChecking
    Import-Module "$PSScriptRoot/types/ConnectOutbound.Types.psd1"
}
catch {
    throw
}
