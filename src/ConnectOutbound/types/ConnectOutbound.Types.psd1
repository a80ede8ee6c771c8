# Members that objects of the module have in PowerShell only. A module of its own, which ConnectOutbound.psm1 imports: in the module's manifest a
# second copy of the module would fail with a message about types before it could say what is the matter, and Update-TypeData would load a module
# of PowerShell's that nothing else here needs.
@{
    ModuleVersion = '1.0'
    GUID = '0e4b7c6a-93d1-4f0e-8b6d-5c2a1f7e9d34'
    Author = 'ConnectOutbound contributors'
    Description = 'Hidden members of the objects that ConnectOutbound emits.'
    TypesToProcess = @('ConnectOutbound.types.ps1xml')
    FunctionsToExport = @()
    CmdletsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
