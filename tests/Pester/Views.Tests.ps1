BeforeDiscovery {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    # What commands give, and what hangs on that.
    $script:Types = @((Get-Command -Module ConnectOutbound).OutputType.Type) +
        @([ConnectOutbound.OutboundSandbox].GetProperties().PropertyType | ForEach-Object { $_.IsGenericType ? $_.GetGenericArguments()[0] : $_ }) |
        Where-Object { $_.FullName -like 'ConnectOutbound.*' -and -not $_.IsEnum } | ForEach-Object FullName | Sort-Object -Unique
}

BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0
    $script:To = @{ EndpointUrl = $script:Sandbox.EndpointUrl }
    $null = $script:Sandbox.AddInstance('a-second-instance-of-this-account')
    $null = $script:Sandbox.AddFlow('A flow with a name that says what it does')
    $journal = Join-Path $TestDrive 'views.db'
    $with = Get-Common $script:Sandbox @{ RunName = 'a run with a name of some length, 2026-11-22'; JournalPath = $journal }
    $results = @(Get-Row 2 | Start-ConnectOutboundChat @with)
    Set-ConnectOutboundDefault -Source $script:SourceArn
    $script:Given = @{
        OutboundContact      = $results
        OutboundContactState = @($results | Get-ConnectOutboundContact @To)
        OutboundDefault      = @(Get-ConnectOutboundDefault)
        OutboundRunInfo      = @(Get-ConnectOutboundRun -JournalPath $journal)
        OutboundInstance     = @(Get-ConnectOutboundInstance @To)
        OutboundFlow         = @(Get-ConnectOutboundFlow @To -InstanceId sandbox)
        OutboundPhoneNumber  = @(Get-ConnectOutboundPhoneNumber @To -InstanceId sandbox)
        OutboundTemplate     = @(Get-ConnectOutboundTemplate @To)
        OutboundPlan         = @(Get-Row 2 | Test-ConnectOutboundChat)
        OutboundSandbox      = @($script:Sandbox)
        SandboxContact       = @($script:Sandbox.Contacts)
        SandboxInstance      = @($script:Sandbox.Instances)
        SandboxFlow          = @($script:Sandbox.Flows)
        SandboxPhoneNumber   = @($script:Sandbox.PhoneNumbers)
        SandboxTemplate      = @($script:Sandbox.Templates)
    }
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
    Clear-ConnectOutboundDefault
}

Describe 'Every type that the module gives' {
    It 'has a view: <_>' -ForEach $script:Types {
        Get-FormatData $_ -PowerShellVersion 7.4 | Should -Not -BeNullOrEmpty
    }
}

Describe 'A table of <Type>, <Width> wide' -ForEach @(
    # In 80 columns a template's id leaves no room for what stands behind it.
    foreach ($width in 80, 120) {
        @{ Width = $width; Type = 'OutboundContact'; Headers = 'Row', 'Destination', 'Channel', 'Status', 'ContactId'; Whole = { $_.Destination } }
        @{ Width = $width; Type = 'OutboundContactState'; Headers = 'ContactId', 'Destination', 'Channel', 'State'; Whole = { $_.ContactId } }
        @{ Width = $width; Type = 'OutboundDefault'; Headers = 'Name', 'Value', 'Scope'; Whole = { $_.Value } }
        @{ Width = $width; Type = 'OutboundRunInfo'; Headers = 'Name', 'Started', 'Failed', 'Unknown', 'Sending', 'NotSent', 'Rate', 'LastAt (UTC)'
            Whole = { $_.Name } }
        @{ Width = $width; Type = 'OutboundInstance'; Headers = 'Alias', 'InstanceId', 'Status'; Whole = { $_.Alias; $_.InstanceId } }
        @{ Width = $width; Type = 'OutboundFlow'; Headers = 'Name', 'ContactFlowId', 'State', 'Status'; Whole = { $_.Name; $_.ContactFlowId }
            Words = 'PUBLISHED' }
        @{ Width = $width; Type = 'OutboundPhoneNumber'; Headers = 'PhoneNumber', 'Channel', 'Type', 'Source'; Whole = { $_.PhoneNumber; $_.Source } }
        @{ Width = $width; Type = 'OutboundTemplate'; Headers = 'Name', 'Channel', 'Status', 'MessageTemplateId' + @(if ($width -gt 80) { 'Attribute' })
            Whole = { $_.MessageTemplateId } }
        @{ Width = $width; Type = 'OutboundPlan'; Headers = 'Row', 'Destination', 'WillSend', 'Status', 'Parts', 'Problems'; Whole = { $_.Destination } }
        @{ Width = $width; Type = 'OutboundSandbox'; Headers = 'EndpointUrl', 'Running', 'Contacts', 'Requests', 'Throttled', 'Faults'
            Whole = { $_.EndpointUrl } }
        @{ Width = $width; Type = 'SandboxContact'; Headers = 'ContactId', 'Destination', 'Subtype', 'Message'; Whole = { $_.ContactId } }
        @{ Width = $width; Type = 'SandboxInstance'; Headers = 'Alias', 'InstanceId', 'Created (UTC)'; Whole = { $_.Alias; $_.InstanceId } }
        @{ Width = $width; Type = 'SandboxFlow'; Headers = 'Name', 'ContactFlowId', 'State', 'Status'; Whole = { $_.Name; $_.ContactFlowId }
            Words = 'PUBLISHED' }
        @{ Width = $width; Type = 'SandboxPhoneNumber'; Headers = 'PhoneNumber', 'Channel', 'Type', 'Arn'; Whole = { $_.PhoneNumber; $_.Arn } }
        @{ Width = $width; Type = 'SandboxTemplate'; Headers = 'Name', 'Channel', 'Status', 'MessageTemplateId' + @(if ($width -gt 80) { 'Content' })
            Whole = { $_.MessageTemplateId } }
    }
) {
    It 'shows every column, and cuts nothing that one has to copy' {
        $items = $script:Given[$Type]
        $items.Count | Should -BeGreaterThan 0
        $rendering = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'PlainText'
            $text = $items | Out-String -Width $Width
        }
        finally {
            $PSStyle.OutputRendering = $rendering
        }
        $lines = $text -split '\r?\n'
        if ($Words) { $text | Should -Match $Words -Because 'it is not broken' }
        foreach ($header in $Headers) { $lines[1] | Should -Match ([regex]::Escape($header)) }
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $Width
        $text | Should -Not -Match ([char]0x2026)
        # Wrapped text goes on in the next line of its column: all of it is there, though not in one piece.
        $dense = $text -replace '\s'
        foreach ($whole in $items | ForEach-Object $Whole) {
            $letters = "$whole" -replace '\s'
            $at = 0
            foreach ($letter in $letters.ToCharArray()) {
                $at = $dense.IndexOf($letter, $at)
                if ($at -lt 0) { throw "'$whole' is not whole in`n$text" }
                $at++
            }
        }
    }
}
