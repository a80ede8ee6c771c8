BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/HeldSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'WhatsApp text of one''s own' {
    BeforeEach { $script:Sandbox.Clear() }

    It 'is refused, and the reason names the ways out' {
        $result = (Get-Held @(Get-Row) @{ Channel = 'WhatsApp' }).Results[0]
        $result.Status | Should -Be 'Invalid'
        $result.ErrorCode | Should -BeExactly 'WhatsAppFreeText'
        $result.Reason | Should -BeLike '*24 hours*-AllowFreeText*'
    }

    It 'is sent with -AllowFreeText' {
        (Get-Held @(Get-Row) @{ Channel = 'WhatsApp'; AllowFreeText = $true }).Results[0].Status | Should -Be 'Started'
    }

    It 'is refused also where the segment attribute says the channel, and not where a template has the text' {
        $row = [pscustomobject]@{ Phone = '+12065550100'; 'Segment.connect:Subtype' = 'connect:WhatsApp'; Message = 'Hello' }
        (Get-Held @($row) @{} -Bare).Results[0].ErrorCode | Should -BeExactly 'WhatsAppFreeText'
        (Get-Held @(Get-Row) @{ Channel = 'WhatsApp'; KnowledgeBaseId = 'kb'; MessageTemplateId = 't' } -Bare).Results[0].Status | Should -Be 'Started'
        (Get-Held @(Get-Row) @{ Channel = 'WhatsApp' } -Bare).Results[0].Status | Should -Be 'Started'
    }
}
