# The types that scripts see are in ConnectOutbound.dll, in the default load context; everything else (the cmdlets, the engine, the AWS SDK)
# is in a load context of the module's own, so that no other module's assemblies are disturbed and none disturb these.
$own = [System.IO.Path]::Combine($PSScriptRoot, 'bin', 'ConnectOutbound.dll')
$loaded = [System.Reflection.Assembly]::LoadFrom($own)
if ($loaded.Location -ne $own) {
    throw "Another copy of ConnectOutbound is loaded in this session, from '$($loaded.Location)'. Its assemblies stay until the session ends: restart PowerShell to use the one in '$PSScriptRoot'."
}

$inner = [ConnectOutbound.ModuleLoadContext]::LoadCmdlets([System.IO.Path]::Combine($PSScriptRoot, 'bin', 'private')) |
    Import-Module -PassThru -DisableNameChecking

# Not by the manifest: there, a second copy of the module would fail with a message about types before it could say what is the matter.
$types = [System.IO.Path]::Combine($PSScriptRoot, 'ConnectOutbound.types.ps1xml')
Update-TypeData -AppendPath $types

# A binary module that stays loaded would export nothing to the next import (PowerShell issue 20710).
$ExecutionContext.SessionState.Module.OnRemove = {
    $inner.ImplementingAssembly.GetType('ConnectOutbound.Commands.Sandboxes.SandboxRegistry')::StopAll()
    Remove-Module -ModuleInfo $inner -Force
    Remove-TypeData -Path $types
}.GetNewClosure()
