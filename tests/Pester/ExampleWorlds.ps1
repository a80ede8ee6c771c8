# What the examples of the help assume, beside the files, and what they are known by where they show nothing. Dot-source it.
# The keys are a cmdlet and the number of its example. The scripts run in the session of the example.

# Before the example: what its reader has done or found.
$script:ExampleBefore = @{
    'about_ConnectOutbound 1'             = {
        $support = (Get-ConnectOutboundSandbox)[0].AddInstance('support')
        $null = (Get-ConnectOutboundSandbox)[0].AddFlow('Outbound message', 'CONTACT_FLOW', 'ACTIVE', 'PUBLISHED', $support.InstanceId)
        $null = (Get-ConnectOutboundSandbox)[0].AddPhoneNumber('+12065550150', 'SMS', 'DID', $support.InstanceId)
    }
    'about_ConnectOutbound 4'             = { Set-Variable results (Get-Unsettled) }
    'about_ConnectOutbound_Csv 1'         = { $from = $common.Clone(); $from.Remove('Message') }
    'about_ConnectOutbound_Quotas 1'      = { $from = $common.Clone(); $from.Remove('Message') }
    'Clear-ConnectOutboundDefault 1'      = { Set-ConnectOutboundDefault -Channel SMS -RequestsPerSecond 20 }
    'Clear-ConnectOutboundDefault 2'      = { Set-ConnectOutboundDefault -Scope User -Channel SMS }
    'Get-ConnectOutboundDefault 2'        = { Set-ConnectOutboundDefault -Scope User -ContactFlowId 9d4b6e21-7a3c-4f58-b0e9-1c2d3a4b5f67 }
    'Get-ConnectOutboundPhoneNumber 2'    = {
        $support = (Get-ConnectOutboundSandbox)[0].AddInstance('support')
        $null = (Get-ConnectOutboundSandbox)[0].AddPhoneNumber('+12065550188', 'WhatsApp', 'DID', $support.InstanceId)
    }
    'Get-ConnectOutboundRun 1'            = {
        Import-Csv contacts.csv | Start-ConnectOutboundChat @common -RunName 'spring offer' | Out-Null
        $null = Get-Unsettled -RunName 'autumn offer'
    }
    'Get-ConnectOutboundTemplate 4'       = { $null = (Get-ConnectOutboundSandbox)[0].AddTemplate('Sale', 'WhatsApp', 'All must go', $null, 'REJECTED') }
    'Remove-ConnectOutboundRun 1'         = {
        Import-Csv contacts.csv | Start-ConnectOutboundChat @common -RunName 'spring offer' | Out-Null
    }
    'Remove-ConnectOutboundRun 3'         = {
        'test 1', 'test 2' | ForEach-Object { Import-Csv contacts.csv | Select-Object -First 2 | Start-ConnectOutboundChat @common -RunName $_ | Out-Null }
    }
    'Start-ConnectOutboundChat 7'         = { Set-Variable results (Get-Unsettled) }
    'Stop-ConnectOutboundSandbox 2'       = { $null = Start-ConnectOutboundSandbox }
    # Customers who hang up soon.
    'Wait-ConnectOutboundContact 1'       = {
        $customers = [powershell]::Create().AddScript('param($sandbox) while ($sandbox.IsRunning) { Start-Sleep -Milliseconds 100; $sandbox.EndChats() }')
        $null = $customers.AddArgument((Get-ConnectOutboundSandbox)[0]).BeginInvoke()
    }
}

# After the example: true where it did what it is for. Without an entry an example has to show something, write a file or ask the service.
$script:ExampleAfter = @{
    'about_ConnectOutbound_Quotas 2'   = { "$(Get-ConnectOutboundDefault)" -eq 'RequestsPerSecond = 20 (Session) Burst = 50 (Session)' }
    'Clear-ConnectOutboundDefault 1'   = { "$(Get-ConnectOutboundDefault)" -eq 'RequestsPerSecond = 20 (Session)' }
    'Clear-ConnectOutboundDefault 2'   = { -not (Get-ConnectOutboundDefault | Where-Object Scope -EQ User) }
    'Get-ConnectOutboundPhoneNumber 2' = { (Get-ConnectOutboundDefault Source).Value -eq (Get-ConnectOutboundSandbox)[0].PhoneNumbers[-1].Arn }
    'Remove-ConnectOutboundRun 1'      = { -not (Get-ConnectOutboundRun) }
    # Nothing is that old.
    'Remove-ConnectOutboundRun 2'      = { $true }
    'Stop-ConnectOutboundContact 1'    = { (Get-ConnectOutboundSandbox)[0].ActiveChatCount -eq 0 }
    'Stop-ConnectOutboundSandbox 2'    = { -not (Get-ConnectOutboundSandbox) }
    # The sandbox has no agents.
    'Wait-ConnectOutboundContact 2'    = { $late.Count -eq 25 }
}

# The errors that an example shows, by the names that the module gives them.
$script:ExampleError = @{
    'Start-ConnectOutboundChat 3' = 'InvalidRow'
}

# The lines that depend on the hour at which the example runs.
$script:ExampleByTheClock = @{
    'Start-ConnectOutboundChat 12' = '^\d+ (Started|Deferred, QuietHours)$'
    'Test-ConnectOutboundChat 6'   = '^(Status : (Planned|Deferred)|ErrorCode :( QuietHours)?|NotBefore :.*|Problems : (\{\}|\{Quiet hours .*))$'
}

# The warnings that the rows of contacts.csv, and a run without a name, bring with them: a pattern, and the code that may meet it.
$script:ExampleWarning = @{
    "^Not used: the columns 'Template.FirstName', 'Template.Date'\." = 'contacts\.csv|-Contact\b|\$results\b'
    '^More than 10 rows without -RunName'                           = 'Start-ConnectOutboundChat'
    "^The instance's quota of concurrent chats"                     = '-ConcurrentChat 2\b'
}
