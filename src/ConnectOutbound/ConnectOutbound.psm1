# The types that scripts see are in ConnectOutbound.dll, in the default load context; everything else (the cmdlets, the engine, the AWS SDK)
# is in a load context of the module's own, so that no other module's assemblies are disturbed and none disturb these. The one cmdlet here is in
# ConnectOutbound.Loader.dll, a nested module. It does all there is to do: in a script, the first text with a variable and the first result of a
# pipeline would cost a session 15 ms, and the first call of a .NET method 30.
try {
    Initialize-ConnectOutboundModule
}
catch {
    throw
}
