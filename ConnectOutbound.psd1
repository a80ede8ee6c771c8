@{
    RootModule = 'ConnectOutbound.psm1'
    ModuleVersion = '0.1.0'
    GUID = '6f0c5d0e-6b0a-4a57-9a3e-0a8c3f4a9d21'
    Author = 'ConnectOutbound contributors'
    CompanyName = 'ConnectOutbound contributors'
    Copyright = '(c) ConnectOutbound contributors. MIT licence.'
    Description = 'Starts outbound SMS and WhatsApp chat contacts in Amazon Connect from pipeline objects: a CSV, other cmdlets, or one number. One row in, one result out; as fast as the quota allows, never faster.'
    PowerShellVersion = '7.4'
    CompatiblePSEditions = @('Core')
    NestedModules = @('bin/ConnectOutbound.Loader.dll')
    FormatsToProcess = @('ConnectOutbound.format.ps1xml')
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
    # With commas: in lines of their own the names would be results of statements, and gathering those costs each import 8 ms.
    CmdletsToExport = @(
        'Clear-ConnectOutboundDefault',
        'Export-ConnectOutboundReport',
        'Get-ConnectOutboundContact',
        'Get-ConnectOutboundDefault',
        'Get-ConnectOutboundFlow',
        'Get-ConnectOutboundInstance',
        'Get-ConnectOutboundPhoneNumber',
        'Get-ConnectOutboundRun',
        'Get-ConnectOutboundSandbox',
        'Get-ConnectOutboundTemplate',
        'Remove-ConnectOutboundRun',
        'Set-ConnectOutboundDefault',
        'Start-ConnectOutboundChat',
        'Start-ConnectOutboundSandbox',
        'Stop-ConnectOutboundContact',
        'Stop-ConnectOutboundSandbox',
        'Test-ConnectOutboundChat',
        'Wait-ConnectOutboundContact'
    )
    PrivateData = @{
        PSData = @{
            Tags = @('AmazonConnect', 'AWS', 'SMS', 'WhatsApp', 'Outbound', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://opensource.org/license/mit'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
